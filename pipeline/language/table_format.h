// words.bin as it lies on disk, described once; written by compile/table_writer, read by
// word_table. All numbers in the machine's byte order (the file is built where it is used).
//
//   TableHeader
//   slots      u64 each, slot_count (a power of two): open addressing with linear probing;
//              high half: high half of the key's hash, low half: offset of its record + 1
//   lemmas     u32 each, lemma_count + 1: where each lemma begins in the lemma text
//   lemma text
//   records    one a key: u8 length, key, u8 roles, u8 part count, u8 reading count,
//              readings (PackedReading), parts (u8 end, u32 lemma)
// Keys: a folded form; "PARTICLE\tBASE" and "FIXED PHRASE\tBASE" (their one reading is the joined
// verb); "\tWORD" for words of either, whose roles say which (particle_use ...).
#pragma once

#include <array>
#include <cstdint>

#include "pipeline/language/inflection.h"
#include "pipeline/language/word_table.h"

namespace pipeline {

inline constexpr std::array<char, 8> table_magic{'W', 'O', 'O', 'R', 'D', 'E', 'N', '\n'};
inline constexpr std::uint32_t table_version = 2;

struct TableHeader {
  std::array<char, 8> magic = table_magic;
  std::uint32_t version = table_version;
  std::uint32_t forms = 0;  // keys that are words
  std::uint32_t slot_count = 0;
  std::uint32_t lemma_count = 0;
  std::uint64_t lemma_text_at = 0;  // bytes from the beginning of the file
  std::uint64_t records_at = 0;
  std::uint64_t size = 0;      // of the whole file
  std::uint64_t checksum = 0;  // of all that follows the header
};
static_assert(sizeof(TableHeader) == 56);

// What a form may be within a compound.
inline constexpr unsigned modifier_role = 1;  // may stand before a head as it is: "werk", "boeken"
inline constexpr unsigned modifier_s_role = 2;     // may do so with a linking s: "samenwerking"
inline constexpr unsigned weak_modifier_role = 4;  // may, but seldom does: "groot", "zwem"
inline constexpr unsigned head_role = 8;           // may close a compound
inline constexpr unsigned short_part_role =
    16;  // is a part although it has but two or three letters: "zee"
inline constexpr unsigned prefix_role =
    32;  // stands before nouns that are not made of a verb: "tegen", "mini"
inline constexpr unsigned simplex_role = 64;   // a building block: not split within a longer word
inline constexpr unsigned by_rule_role = 128;  // in the lists, but its readings were made by rule

// Roles of "\tWORD".
inline constexpr unsigned particle_use = 1;       // "op" belde op
inline constexpr unsigned begins_phrase_use = 2;  // "tot" stand komen
inline constexpr unsigned within_phrase_use = 4;  // tot "stand" komen

// lemma: 23 bits, class: 4 bits, inflection: 5 bits.
struct PackedReading {
  std::uint32_t bits = 0;

  static constexpr PackedReading of(std::uint32_t lemma, WordClass word_class,
                                    Inflection inflection) {
    return {(lemma << 9) | (static_cast<std::uint32_t>(word_class) << 5) |
            static_cast<std::uint32_t>(inflection)};
  }
  constexpr std::uint32_t lemma() const { return bits >> 9; }
  constexpr WordClass word_class() const { return static_cast<WordClass>((bits >> 5) & 15U); }
  constexpr Inflection inflection() const { return static_cast<Inflection>(bits & 31U); }

  friend bool operator==(PackedReading, PackedReading) = default;
};

}  // namespace pipeline
