// The body of the fuzz entries of containers: any bytes give regular documents with names of their
// own, or are refused with words.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "pipeline/read/answers.h"
#include "tests/support/reading.h"

namespace pipeline {

inline void must_hold(bool it_does, const char* what) {
  if (it_does) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

inline int read_any_sheet(const Result<std::vector<Sheet>>& sheets) {
  if (!sheets) {
    must_hold(!sheets.error().message.empty(), "the error says nothing");
    return 0;
  }
  for (const Sheet& sheet : *sheets) {
    unsigned last = 0;
    for (const SheetRow& row : sheet.rows) {
      must_hold(row.number > last, "rows are not in order");
      last = row.number;
      must_hold(!row.cells.empty() && !row.cells.back().text.empty(), "a row ends empty");
      for (const Cell& cell : row.cells) must_hold(is_valid_utf8(cell.text), "a cell is not UTF-8");
    }
  }
  const Profile guess = guess_profile(*sheets);
  if (guess.sheets.empty()) return 0;
  must_hold(
      parse_profile(write_profile(guess, "a.csv"), "a.toml").has_value() || sheets->size() > 1,
      "a guess cannot be read again");
  const auto answers = answers_of(*sheets, guess);
  must_hold(answers.has_value() || sheets->size() > 1, "a guess does not fit its sheet");
  std::set<std::string> names;
  for (const Answer& answer : answers ? answers->documents : std::vector<Answer>()) {
    if (!answer.refusal.empty()) continue;
    must_hold(names.insert(answer.name).second || sheets->size() > 1,
              "two documents have one name");
    must_hold(broken_promise(answer.document).empty(), "a document is not regular");
  }
  return 0;
}

}  // namespace pipeline
