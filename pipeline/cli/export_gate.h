// Before text of a study without names leaves it in a form for machines: what in it still looks as
// if it points to a person. Says on standard error what kinds there are, how many and in which
// passages, never the words themselves.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"

namespace pipeline {

class ExportGate {
 public:
  // What people read here, on the screen, passes unseen, as does everything in a study that has no
  // pseudonyms.
  ExportGate(const Session& session, const Store& store, bool is_read_here, bool is_strict);

  // False: everything passes unseen.
  bool looks() const { return words_.has_value(); }
  void look_at(PassageId passage, std::string_view text);
  // Says what was found. False: it must not go out, because the user wanted no doubts.
  bool opens() const;

 private:
  struct Kind {
    std::uint64_t count = 0;
    std::set<PassageId> passages;
  };

  std::optional<WordTable> words_;  // none: nothing is looked at
  bool is_strict_;
  std::map<std::string, Kind> found_;
};

// --streng
void add_gate_option(const Command& command, bool& is_strict);

}  // namespace pipeline
