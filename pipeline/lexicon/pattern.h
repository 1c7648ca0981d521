// A pattern: a short line that a researcher can read, parsed. docs/lexicon-format.md is its
// grammar:
//   gedeelde visie            words match all their inflected forms; next to each other
//   werk_zn                   a word in all its forms, only where it is a noun (zn ww bn bw)
//   "op één lijn"             exactly these forms (folded)
//   =Wmo                      exactly this spelling, case included
//   samenwerk*  *partner  *werk*      within a word or a part of a compound
//   vertrouwen [3] winnen     a gap of at most three words
//   (contact|overleg) hebben  alternatives;  (erg)? goed   optional words
//   vertrouwen ~6 gemeente    both within six words, in any order; ~zin: in one sentence, ~beurt:
//   in
//                             one passage
//   <partij>                  a named word group of the lexicon
//   /^her(ijk|zie)/           a regular expression (RE2) on one folded word
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

// What a word must be in its sentence: a noun, a verb, an adjective, an adverb; zn, ww, bn, bw.
enum class PartOfSpeech : std::uint8_t { any, noun, verb, adjective, adverb };

// One test on a word.
struct WordTest {
  enum class Kind : std::uint8_t { lemma, exact, cased, prefix, suffix, infix, expression, any };
  Kind kind = Kind::lemma;
  std::string text;  // the word, folded except for `cased`; the expression without slashes
  PartOfSpeech part = PartOfSpeech::any;  // other than `any` only of a lemma

  friend bool operator==(const WordTest&, const WordTest&) = default;
};

// How far apart the halves of a window may stand: so many words, in one sentence (~zin), or in one
// passage (~beurt).
enum class Within : std::uint8_t { words, sentence, passage };

// A node of the pattern's tree.
struct PatternNode {
  enum class Kind : std::uint8_t { word, sequence, alternatives, optional, gap, window, group };
  Kind kind = Kind::word;
  WordTest word;                      // word
  std::string group;                  // group: its name
  std::uint32_t words = 0;            // gap, window: at most so many words in between
  Within within = Within::words;      // window
  std::vector<PatternNode> children;  // sequence, alternatives, optional, window

  friend bool operator==(const PatternNode&, const PatternNode&) = default;
};

// Errors carry the column in code points of `text`. Linear; nesting deeper than 32 is an error.
Result<PatternNode> parse_pattern(std::string_view text);

}  // namespace pipeline
