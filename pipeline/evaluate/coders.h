// What coders say of the same units (sentences), and what one of them is held against: another
// coder, or the consensus of several. Where Anna and Bram both find vertrouwen it is in their
// consensus; what only Anna finds is left open: neither right nor wrong.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/factor.h"

namespace pipeline {

class ValenceSet {
 public:
  ValenceSet() = default;
  ValenceSet(std::initializer_list<Valence> valences) {
    for (const Valence valence : valences) add(valence);
  }
  void add(Valence valence) { bits_ = static_cast<std::uint8_t>(bits_ | bit(valence)); }
  bool has(Valence valence) const { return (bits_ & bit(valence)) != 0; }
  bool empty() const { return bits_ == 0; }
  unsigned size() const {
    return unsigned{has(Valence::success)} + has(Valence::failure) + has(Valence::neutral);
  }

  friend bool operator==(ValenceSet, ValenceSet) = default;

 private:
  static unsigned bit(Valence valence) { return 1U << static_cast<unsigned>(valence); }
  std::uint8_t bits_ = 0;
};

inline constexpr Valence all_valences[] = {Valence::success, Valence::failure, Valence::neutral};
unsigned shared(ValenceSet a, ValenceSet b);  // how many are in both
std::string word_of(ValenceSet valences);     // "succes + faal"; "-" for none

// A pattern as evidence names it: "gedeelde visie", "visie.toml:7".
struct PatternName {
  std::string text, source;

  friend auto operator<=>(const PatternName&, const PatternName&) = default;
};

// One coder, one unit, one factor.
struct FactorCoding {
  ValenceSet valences;
  std::vector<PatternName> patterns;  // of a lexicon's coding, each once
  std::string reason;                 // in words, for reading; empty for a person

  friend bool operator==(const FactorCoding&, const FactorCoding&) = default;
};

struct CoderCodings {
  std::string name;
  std::vector<std::map<FactorId, FactorCoding>> units;  // every unit, coded or not
};

struct Reference {
  std::string name;
  // By unit. An empty set: the factor is agreed on, its valence is not.
  std::vector<std::map<FactorId, ValenceSet>> gold;
  std::vector<std::set<FactorId>> open;  // some say so and others do not
  std::vector<std::optional<bool>> any;  // whether it has any coding; empty: they differ about it
};

// One coder is a reference with nothing open.
Reference reference_of(const CoderCodings& coder);
// Codings that all of them made; `coders` is not empty, and all have the same units.
Reference consensus_of(std::span<const CoderCodings> coders);

}  // namespace pipeline
