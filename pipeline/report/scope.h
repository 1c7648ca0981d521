// Which passages and codings of the facts take part in a table, and how much was left out.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/result.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

struct Selection {
  std::vector<bool> passages;          // one a passage: takes part
  std::vector<std::uint32_t> codings;  // rising indices of those that take part

  // Of what takes part, whether anything was coded there or not.
  std::uint64_t passage_count = 0, documents = 0, words = 0;
  // Left out of what the query lets through.
  std::uint64_t interviewer_passages = 0, interviewer_words = 0;
  std::uint64_t uncoded_passages = 0, uncoded_words = 0;  // in parts that the study leaves out
  std::uint64_t foreign_passages = 0, foreign_words = 0, foreign_codings = 0;
  std::uint64_t rejected = 0, of_other_coders = 0;
  std::uint64_t learned = 0;  // proposals of what was learned, that nobody asked for
};

// Learned proposals that nobody decided on take part only where their coder is asked for. Error: no
// coding is of scope.coder.
Result<Selection> select(const CorpusFacts& facts, const FrequencyScope& scope);

}  // namespace pipeline
