// Sentences and people's codings of them as tables with tabs, the way a spreadsheet saves them:
//   id  previous  sentence                          id   factor      valence
//   s1            R: Er was geen vertrouwen.        s1   vertrouwen  faal
//                                                   s2   -           -
// Columns may stand in any order and others beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct SentenceRow {
  std::string id, document, previous, sentence;  // document and previous: empty without the column

  friend bool operator==(const SentenceRow&, const SentenceRow&) = default;
};

// Lines of `text` with LF ends; empty lines are passed over. Errors name `file` and the line.
Result<std::vector<SentenceRow>> sentence_rows(std::string_view text, const std::string& file);

// `name`: of the coder. Each sentence must be there: coded, in a line a factor, or with `-`. The
// same factor twice with other valences is one coding with both.
Result<CoderCodings> coder_codings(std::string_view text, const std::string& file,
                                   const std::string& name,
                                   const std::vector<SentenceRow>& sentences);

}  // namespace pipeline
