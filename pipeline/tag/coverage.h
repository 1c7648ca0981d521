// Which words and phrases lie within which others, whatever the text: all that `samenwerking` asks
// for is asked for by `samenwerk*` too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/tag/steps.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {

class Coverage {
 public:
  explicit Coverage(Vocabulary& vocabulary) : vocabulary_(vocabulary), tests_(vocabulary) {}

  std::uint32_t number(const WordTest& test);
  std::optional<std::vector<Steps>> ways(const PatternNode& tree, const Lexicon& lexicon);

  // What follows is true only where it is so, and may be false where it is hard to see. To be asked
  // when all tests are numbered.
  // Whether each word of which `narrow` holds is one of which `wide` holds.
  bool covers(std::uint32_t wide, std::uint32_t narrow);
  bool covers(const Step& wide, const Step& narrow);
  // The steps of `narrow`, first and one past the last, in which `wide` is always found; {0, 0}:
  // there are none.
  std::pair<std::size_t, std::size_t> stretch(const Steps& wide, const Steps& narrow);

  // Whether some word could be meant by both; true where it is hard to see.
  bool may_meet(std::uint32_t a, std::uint32_t b);

 private:
  struct Facts {
    WordTest test;
    bool is_known = false;            // the rest is filled in
    std::vector<std::string> lemmas;  // of a word: what it stands for, or could be a form of
    std::vector<std::uint32_t> held;  // tests that hold of the word itself, rising
  };
  const Facts& facts(std::uint32_t number);
  bool may_be_caught(const Facts& word, std::uint32_t test) const;
  // From step `i` of `wide` at step `j` of `narrow`: where it ends. What failed is tried once, so
  // that the cost is at most the product of both.
  struct Pair;
  std::optional<std::size_t> finds(Pair& pair, std::size_t i, std::size_t j);

  Vocabulary& vocabulary_;
  WordTests tests_;
  std::vector<Facts> facts_;
};

}  // namespace pipeline
