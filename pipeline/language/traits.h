// What the context rules need of a word, in a few bytes: the classes of its readings, the
// inflections of each, and the part it plays as a small word. For the rules of this folder and
// the cutting of clauses; made once a word by Vocabulary.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/language/inflection.h"
#include "pipeline/language/word_table.h"

namespace pipeline {

constexpr std::uint32_t bit(Inflection inflection) {
  return 1U << static_cast<unsigned>(inflection);
}
constexpr std::uint32_t bit(WordClass word_class) {
  return 1U << static_cast<unsigned>(word_class);
}

// Bits of WordTraits::marks.
namespace mark {
inline constexpr std::uint32_t particle = 1;         // "op", "samen"
inline constexpr std::uint32_t begins_phrase = 2;    // a fixed phrase may: "tot" stand komen
inline constexpr std::uint32_t within_phrase = 4;    // a later word of one: "stand"
inline constexpr std::uint32_t article = 8;          // "de", "elke", "mijn"
inline constexpr std::uint32_t possessive = 16;      // "zijn", "onze"
inline constexpr std::uint32_t subject = 32;         // "ik", "men"
inline constexpr std::uint32_t adverb_part = 64;     // "er", "daar", "waar", "hier"
inline constexpr std::uint32_t te = 128;             //
inline constexpr std::uint32_t clause_break = 256;   // ";" and ":"
inline constexpr std::uint32_t joins_clauses = 512;  // "en", "of": may also join words
inline constexpr std::uint32_t capitalised = 1024;
inline constexpr std::uint32_t singular = 2048;       // "het", "een": no plural follows
inline constexpr std::uint32_t first_person = 4096;   // "ik"
inline constexpr std::uint32_t demonstrative = 8192;  // "dit", "die": stands alone, too
}  // namespace mark

// More readings than this are not kept; no Dutch word has as many.
inline constexpr std::size_t most_readings = 8;

struct WordTraits {
  std::uint32_t classes = 0;  // of all its readings
  std::uint32_t marks = 0;
  std::uint8_t count = 0;        // readings
  std::uint8_t modals = 0;       // a bit a reading: its lemma wants an infinitive
  std::uint8_t auxiliaries = 0;  // a bit a reading: its lemma wants a participle
  std::array<WordClass, most_readings> word_class{};
  std::array<std::uint32_t, most_readings> inflections{};  // of each reading
};

// A reading of a verb form that makes a separable verb with a particle or a phrase.
struct SeparablePair {
  std::uint8_t reading = 0;
  std::uint32_t inflections = 0;
  bool is_auxiliary = false;
  std::string lemma;
};

}  // namespace pipeline
