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

  // Names of the groups that hold the word by itself, whatever pattern uses them; some may come
  // twice. A line of a group that is more than one word is not looked for.
  void collect(const Reading& reading, const Word& word, std::vector<std::string_view>& to) const;

 private:
  using Holders = std::unordered_map<std::string, std::vector<std::string>>;
  void take(const Lexicon& lexicon, const PatternNode& node, const std::string& group);

  Holders words_, endings_;  // by folded word, by folded last part
};

}  // namespace pipeline
