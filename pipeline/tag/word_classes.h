// Words as the sequences of patterns see them: as members of classes. A class is a set of word
// tests ("contact" or "overleg"), or a word group, and is a number; a word that no pattern asks for
// is in none. Each distinct word is tested once.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "pipeline/tag/word_tests.h"

namespace pipeline {

using ClassId = std::uint32_t;

class WordClasses {
 public:
  explicit WordClasses(Vocabulary& vocabulary) : vocabulary_(vocabulary), tests_(vocabulary) {}

  // The class of words of which at least one of these tests holds. Equal sets give equal ids.
  ClassId of(const std::vector<WordTest>& tests);
  // A class of its own, known by name, whatever is in it.
  ClassId named(const std::string& name, const std::vector<WordTest>& tests);
  // The class of that name, which must be there.
  ClassId named(const std::string& name) const { return names_.at(name); }
  std::uint32_t size() const { return count_; }
  // How often words of the class may be expected, roughly and against each other: articles and
  // prepositions far more often than nouns.
  std::uint32_t weight(ClassId id) const { return weights_[id]; }

  // Where the classes of a word are kept; `classes` shows them, rising. To be called only when all
  // classes are there.
  struct Range {
    std::uint32_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
  };
  // `reading`: of the word in its sentence, of which tests such as `werk_zn` ask.
  Range of_word(WordId word, std::uint8_t reading) {
    const auto index = static_cast<std::size_t>(word);
    if (index >= known_.size()) make_room(index);
    if (known_[index].range.begin == unknown) known_[index] = find(word);
    const Known& it = known_[index];
    return it.by_reading == 0 ? it.range : reading_ranges_[it.by_reading + reading];
  }
  // The classes of either: of a verb ("werkten") and what it is with its particle ("samenwerken").
  Range of_both(WordId word, std::uint8_t reading, WordId also);
  std::span<const ClassId> classes(Range range) const {
    return std::span<const ClassId>(pool_).subspan(range.begin, range.end - range.begin);
  }

 private:
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};

  std::vector<std::uint32_t> numbers_of(const std::vector<WordTest>& tests);
  ClassId add(const std::vector<std::uint32_t>& numbers, const std::vector<WordTest>& tests);
  std::uint32_t weight_of(const WordTest& test);
  void make_room(std::size_t index);
  struct Known {  // of a word
    Range range;
    std::uint32_t by_reading = 0;  // where its readings' ranges begin; 0: they are all alike
  };
  Known find(WordId word);
  void add_classes(const std::vector<std::uint32_t>& tests);
  Range finish(std::uint32_t begin);

  Vocabulary& vocabulary_;
  WordTests tests_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> weights_;
  std::map<std::vector<std::uint32_t>, ClassId> sets_;
  std::map<std::string, ClassId> names_;
  std::vector<std::vector<ClassId>> with_test_;
  std::vector<Known> known_;                    // by word
  std::vector<Range> reading_ranges_{Range{}};  // the first is nobody's
  std::map<std::tuple<WordId, std::uint8_t, WordId>, Range> both_;
  std::vector<ClassId> pool_;
};

}  // namespace pipeline
