// All tests on single words that a lexicon makes, held against a word at one go. "samenwerk*" and
// "*partner*" both hold of "samenwerkingspartners". Cost: a few letters of the word, not the number
// of tests; regular expressions only where there are any.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/pattern.h"
#include "pipeline/tag/byte_trie.h"

namespace pipeline {

class WordTests {
 public:
  // A lemma test is resolved by what the vocabulary knows of its word.
  explicit WordTests(Vocabulary& vocabulary);
  ~WordTests();

  // The number of a test; the same for equal tests. Not for WordTest::Kind::any.
  std::uint32_t add(const WordTest& test);
  // The tests that hold of a word whatever it is in its sentence, rising.
  std::vector<std::uint32_t> holding_of(const Word& word) const;
  // Those that hold of it only where it is read so.
  std::vector<std::uint32_t> holding_of(const Reading& reading) const;
  std::size_t size() const { return numbers_.size(); }

 private:
  struct Expressions;

  void hold_within(std::string_view folded, std::vector<std::uint32_t>& found) const;

  Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by kind, part of speech and text
  std::unordered_multimap<std::string, std::uint32_t> exact_, lemmas_, cased_;
  std::map<PartOfSpeech, std::unordered_multimap<std::string, std::uint32_t>> lemmas_as_;
  ByteTrie prefixes_, suffixes_, infixes_;  // suffixes backward
  std::unique_ptr<Expressions> expressions_;
};

bool is_of(WordClass word_class, PartOfSpeech part);

// The lemmas that a plain word in a pattern stands for, folded: itself if it is a base form, else
// those of which it is a form; of readings as `part` only.
std::vector<std::string> lemmas_meant(const Word& word, PartOfSpeech part);

}  // namespace pipeline
