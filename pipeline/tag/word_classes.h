// Words as the sequences of patterns see them: as members of classes. A class is a set of word
// tests ("contact" or "overleg"), or a word group, and is a number; a word that no pattern asks for
// is in none. Each distinct word is tested once.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "pipeline/tag/word_tests.h"

namespace pipeline {

using ClassId = std::uint32_t;
// Words that are in the same classes are of one kind; those in none are of kind 0.
using KindId = std::uint32_t;

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

  // To be called only when all classes are there. `reading`: of the word in its sentence, of which
  // tests such as `werk_zn` ask.
  KindId of_word(WordId word, std::uint8_t reading) {
    const auto index = static_cast<std::size_t>(word);
    if (index >= known_.size()) make_room(index);
    if (known_[index].kind == unknown) known_[index] = find(word);
    const Known& it = known_[index];
    return it.by_reading == 0 ? it.kind : reading_kinds_[it.by_reading + reading];
  }
  // In the classes of either: of a verb ("werkten") and what it is with its particle
  // ("samenwerken").
  KindId of_both(WordId word, std::uint8_t reading, WordId also);
  // Rising.
  std::span<const ClassId> classes(KindId kind) const { return *kinds_[kind]; }

 private:
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};

  std::vector<std::uint32_t> numbers_of(const std::vector<WordTest>& tests);
  ClassId add(const std::vector<std::uint32_t>& numbers, const std::vector<WordTest>& tests);
  std::uint32_t weight_of(const WordTest& test);
  void make_room(std::size_t index);
  struct Known {  // of a word
    KindId kind = 0;
    std::uint32_t by_reading = 0;  // where its readings' kinds begin; 0: they are all alike
  };
  Known find(WordId word);
  KindId kind_of(std::vector<ClassId> classes);

  Vocabulary& vocabulary_;
  WordTests tests_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> weights_;
  struct HashOfSet {
    std::size_t operator()(const std::vector<std::uint32_t>& set) const;
  };
  std::unordered_map<std::vector<std::uint32_t>, ClassId, HashOfSet> sets_;
  std::map<std::string, ClassId> names_;
  std::vector<std::vector<ClassId>> with_test_;
  std::vector<Known> known_;              // by word
  std::vector<KindId> reading_kinds_{0};  // the first is nobody's
  std::map<std::tuple<WordId, std::uint8_t, WordId>, KindId> both_;
  std::map<std::vector<ClassId>, KindId> kind_ids_{{{}, 0}};
  std::vector<const std::vector<ClassId>*> kinds_{&kind_ids_.begin()->first};  // keys of kind_ids_
};

}  // namespace pipeline
