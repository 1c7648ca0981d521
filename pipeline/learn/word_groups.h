// The lexicon's word groups, by the words that they hold: "wethouder" and "gemeenteraad" are both
// <gemeente>, and so <partij>. What was learned of one word of a group helps with the others.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lexicon.h"

namespace pipeline {

class WordGroups {
 public:
  explicit WordGroups(const Lexicon& lexicon);

  // Adds the names of the groups that hold a lemma, or a word by its form or its last part; some
  // may come twice. A line of a group that is more than one word is not looked for.
  void add_by_lemma(std::string_view lemma, std::vector<std::string_view>& to) const;
  void add_by_form(const Word& word, std::vector<std::string_view>& to) const;

 private:
  using Holders = std::unordered_map<std::string, std::vector<std::string>>;
  void take(const Lexicon& lexicon, const PatternNode& node, const std::string& group);

  Holders words_, endings_;  // by folded word, by folded last part
};

}  // namespace pipeline
