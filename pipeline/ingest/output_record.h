// What an answer was made from, so that it can be made again and held against itself: the words of
// the command line, and hashes of documents, lexicon, settings and people's decisions. One line
// that survives every form of table (nothing in it is escaped by HTML, LaTeX or Markdown):
//   Kenmerk 3f2a91c0d4e5f607; opdracht: table --columns case; documenten 1a2b3c4d5e6f, ...
//   Mark 3f2a91c0d4e5f607; command: table --columns case --lang en; documents 1a2b3c4d5e6f, ...
// It is read in either language, whatever is spoken.
// Any command that can write to a file may use it: cli/stamp.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/table.h"
#include "pipeline/model/tr.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct OutputRecord {
  std::vector<std::string> words;  // table, --columns, case: without study, form and file
  std::string documents;           // their paths, files and rows in the tables of attributes
  std::string lexicon, settings;
  std::string decisions;  // codings by people, accepted and rejected ones, confirmed ratings
  std::string queries;    // what the saved queries say that the words name; empty: they name none
  std::string program;    // "0.1.0"; and what coded, where that was another: "0.1.0/0.0.9"
  std::int64_t run = 0;
  std::string started;                  // of that run
  std::string content;                  // hash of the answer itself, without its notes
  Language language = Language::dutch;  // of the line

  friend bool operator==(const OutputRecord&, const OutputRecord&) = default;
};

OutputRecord record_of(const Study& study, const Store& store, const CorpusFacts& facts,
                       std::vector<std::string> words, const std::string& program);
std::string content_hash(const Table& table);

// Of all that it rests on but the number of the run and the answer itself: the same study, asked
// the same by the same program, gives the same id.
std::string id_of(const OutputRecord& record);

std::string line_of(const OutputRecord& record);
// Whether a note begins as such a line does.
bool is_record_line(std::string_view note);
struct FoundRecord {
  OutputRecord record;
  bool is_intact = true;  // its id is what it says
};
// In any bytes; none where there is no such line, or one that is not whole.
std::optional<FoundRecord> find_record(std::string_view bytes);

}  // namespace pipeline
