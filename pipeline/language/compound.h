// Splits compounds: "samenwerkingspartner" -> samenwerkings + partner. Every part must be a word
// that the table knows in that role; the fewest and likeliest parts win; nothing is split where a
// derivation only looks like a part ("stak+ingen", "wetenschap").
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace pipeline {

struct PartFacts {
  std::uint8_t roles = 0;   // FormRole; 0: not a part
  bool is_of_verb = false;  // has a reading as a form of a verb
};
using PartLookup = std::function<PartFacts(std::string_view)>;

// Longer words are left whole, so that the cost of a word is bounded.
inline constexpr std::size_t longest_compound = 64;

// Where the parts of a folded word end, the last one at its size; empty: not a compound. Hyphens
// belong to the part before them.
std::vector<std::size_t> split_compound(std::string_view folded, const PartLookup& lookup);

// "samenwerkings" -> "samenwerking", "boeken-" -> "boeken": the form that was looked up.
std::string_view without_link(std::string_view piece, const PartLookup& lookup);

}  // namespace pipeline
