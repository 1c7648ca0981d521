// One coder held against a reference: what was found, missed and made up, with which valence. The
// lexicon says vertrouwen, succes; the consensus vertrouwen, faal: the factor is right, its valence
// is not.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/evaluate/matches.h"

namespace pipeline {

// One factor in one unit that the coder or the reference speaks of.
struct Judged {
  std::uint32_t unit = 0;
  FactorId factor;
  bool is_given = false, is_gold = false;
  bool is_open = false;  // then it is not gold
  ValenceSet given, gold;

  bool is_right() const { return is_given && is_gold; }
  bool is_wrong() const { return is_given && !is_gold && !is_open; }
  // Whether both have a valence to compare.
  bool is_valued() const { return is_right() && !gold.empty(); }

  friend bool operator==(const Judged&, const Judged&) = default;
};

// What is open counts as neither given nor gold. What both have but on whose valence the reference
// does not agree is left out of all counts of valence.
struct Counts {
  Matches factor;                // a factor on a unit
  Matches valued;                // a factor with its valence; a coding with two valences gives two
  std::uint64_t open = 0;        // units on which the reference leaves the factor open
  std::uint64_t given_open = 0;  // of these, given by the coder
  std::uint64_t compared = 0;    // shared codings whose valence can be compared
  double valence_credit = 0;  // of these with the same valence; one of two valences is half right

  friend bool operator==(const Counts&, const Counts&) = default;
};

struct Comparison {
  std::string coder, reference;
  std::uint32_t units = 0;
  std::vector<Judged> judged;  // by unit, then factor
  // Whether a unit has any coding; without the units about which the coders of the reference
  // differ.
  YesNo any;
};
Comparison compare(const CoderCodings& coder, const Reference& reference);

void add(Counts& counts, const Judged& judged);
// Of the codings of one factor; of all: with an empty name.
Counts count(const Comparison& comparison, const FactorId& factor = {});
std::optional<double> valence_share(const Counts& counts);
// Per factor: whether a unit has it, over the units on which the reference does not leave it open.
std::optional<double> factor_kappa(const Comparison& comparison, const Counts& of_factor);

// A coding with its valence, of those with this one.
Matches matches_with(const Judged& judged, Valence valence);
// With their valence, whatever it is.
Matches valued_matches(const Judged& judged);

// Units without any coding by these people, and those of them where the coder sees something.
struct FalseAlarms {
  std::uint64_t units = 0, alarms = 0;

  friend bool operator==(const FalseAlarms&, const FalseAlarms&) = default;
};
FalseAlarms false_alarms(const CoderCodings& coder, std::span<const CoderCodings> people);

}  // namespace pipeline
