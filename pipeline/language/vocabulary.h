// The distinct words of the texts at hand, each analysed once. "Samenwerkingspartners" gets an id,
// its folded form, its readings (samenwerkingspartner NOUN) and its parts (samenwerkings +
// partners).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/word_table.h"

namespace pipeline {

enum class WordId : std::uint32_t {};

// A piece of a compound: where it stands in the folded form, and the lemma it is a form of. The
// last part is the head, the others modify it.
struct WordPart {
  std::uint32_t begin = 0, end = 0;  // bytes of Word::folded, linking letters included in the piece
  std::string lemma;                 // folded

  friend bool operator==(const WordPart&, const WordPart&) = default;
};

struct Word {
  std::string surface;  // as in the (clean) text, case kept
  std::string folded;
  std::vector<Reading> readings;  // best first, never empty
  // readings [0, likely) are likely without a sentence to tell; "begin" is first of all the noun,
  // and the verb only where its sentence says so ("ik begin").
  std::uint32_t likely = 1;
  std::vector<WordPart> parts;  // empty: not a compound
  bool is_guessed = false;      // no entry in the table: by suffix rules or by stem

  friend bool operator==(const Word&, const Word&) = default;
};

// The parts as the surface spells them: "Zorg" + "coördinator".
std::vector<std::string_view> surface_parts(const Word& word);

struct WordTraits;
struct SeparablePair;

// Grows as words are looked up; not for two threads at once (each has its own). Cost: one hash
// look-up for a word seen before.
class Vocabulary {
 public:
  explicit Vocabulary(const WordTable& table);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;

  WordId id_of(std::string_view surface);
  const Word& operator[](WordId id) const;
  std::size_t size() const;
  const WordTable& table() const;
  // For the context rules of this folder. The pairs that a verb form makes with a particle or the
  // words of a fixed phrase are looked up once.
  const WordTraits& traits(WordId id) const;
  const std::vector<SeparablePair>& separable_pairs(WordId verb, std::string_view particle);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
