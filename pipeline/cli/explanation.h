// What a lexicon found in a sentence and why it counts or not, in words and for programs:
//   “gedeelde visie” past op het patroon gedeelde visie (visie.toml:7), van zichzelf succes
//   regel 5 (valentie): een kerend signaal maakt van succes faal
// Rules are numbered as in docs/lexicon-format.md.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/tag/trace.h"

namespace pipeline {

struct Explanation {
  const Lexicon& lexicon;
  std::string_view text;               // that spans are of
  std::vector<TracedMatch> matches;    // of one factor, in one sentence
  Valence valence = Valence::neutral;  // of the coding that is asked about

  // Counts for a coding with this valence.
  bool is_for(const TracedMatch& match) const;

  // "“gedeelde visie” (van zichzelf succes), gekeerd door “geen”: faal".
  std::string in_one_line() const;
  // A line each: the patterns that count, their cues, the rule that decided.
  std::vector<std::string> reasons() const;
  // What was found as well and did not count, and why.
  std::vector<std::string> against() const;
};

// Why a match does not count; empty where it does.
std::string why_not(const TracedMatch& match, const Lexicon& lexicon, std::string_view text);

// `before(offset)` gives code points.
class CodePoints;
nlohmann::ordered_json to_json(const TracedMatch& match, const Lexicon& lexicon,
                               const CodePoints& source);

}  // namespace pipeline
