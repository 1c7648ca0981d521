// All forms of all names of a list, word by word: after "jan", "de" and "vries" the row of Jan de
// Vries is reached. For this folder's own use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/pseudonymise/name_forms.h"

namespace pipeline {

class NameTrie {
 public:
  struct Ending {
    std::uint32_t row = 0;
    NameForm::Source source = NameForm::Source::written;
    bool needs_capital = false, is_inverted = false;
  };

  void add(std::uint32_t row, const NameForm& form);

  // From the root, 0; none where no name goes on with this folded word.
  std::optional<std::uint32_t> step(std::uint32_t node, const std::string& word) const;
  const std::vector<Ending>& endings(std::uint32_t node) const { return endings_[node]; }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // node << 32 | word
  std::vector<std::vector<Ending>> endings_{1};             // by node
};

}  // namespace pipeline
