// A study of two documents in which people decided on a lexicon's codings and made their own.
//
//   document  span    factor      coder    valence  status      patterns
//   een       0-10    vertrouwen  lexicon  succes   accepted    vertrouwen
//   een       0-10    vertrouwen  Marloes  succes               (the same: counted as accepted)
//   een       10-20   vertrouwen  lexicon  faal     rejected    vertrouwen, band*
//   een       20-30   vertrouwen  lexicon  succes   proposed    vertrouwen; band* lost
//   een       22-28   vertrouwen  Marloes  faal                 (found)
//   een       30-40   overleg     Marloes  faal                 (missed)
//   twee      0-10    overleg     lexicon  faal     accepted    overleg
//   twee      20-30   overleg     Marloes  faal                 (missed)
//   twee      20-30   overleg     Joris    faal                 (the same)
//   twee      40-50   overleg     Joris    faal     rejected    (withdrawn: the same)
#pragma once

#include "pipeline/evaluate/pattern_health.h"
#include "tests/report/example_facts.h"

namespace pipeline {

inline CorpusFacts decided_facts() {
  constexpr std::uint32_t trust = 0, talks = 1, marloes = 1, joris = 2;
  constexpr auto good = Valence::success, bad = Valence::failure;
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "overleg"};
  make.facts.coders = {"lexicon proef@1", "Marloes", "Joris"};
  make.document("een.txt", {});
  const auto anna = make.speaker("Anna", SpeakerKind::respondent, {});
  make.passage(anna, 20);
  make.coding({0, 10}, trust, good).status = CodingStatus::accepted;
  make.coding({0, 10}, trust, good).coder = marloes;
  make.coding({10, 20}, trust, bad).status = CodingStatus::rejected;
  make.coding({20, 30}, trust, good);
  make.coding({22, 28}, trust, bad).coder = marloes;
  make.coding({30, 40}, talks, bad).coder = marloes;
  make.document("twee.txt", {});
  make.passage(std::nullopt, 20);
  make.coding({0, 10}, talks, bad).status = CodingStatus::accepted;
  make.coding({20, 30}, talks, bad).coder = marloes;
  make.coding({20, 30}, talks, bad).coder = joris;
  auto& withdrawn = make.coding({40, 50}, talks, bad);
  withdrawn.coder = joris;
  withdrawn.status = CodingStatus::rejected;
  return make.facts;
}

inline EvidenceFacts decided_evidence() {
  constexpr auto won = Evidence::Kind::pattern, lost = Evidence::Kind::outranked;
  return {{{"vertrouwen", "relatie.toml:7"},
           {"band*", "relatie.toml:8"},
           {"overleg", "relatie.toml:14"}},
          {{0, 0, won}, {2, 0, won}, {2, 1, won}, {3, 0, won}, {3, 1, lost}, {6, 2, won}}};
}

inline std::vector<Factor> decided_factors() {
  std::vector<Factor> factors(2);
  factors[0].id = "vertrouwen";
  factors[0].label_nl = "Vertrouwen";
  factors[1].id = "overleg";
  factors[1].label_nl = "Overleg";
  return factors;
}

inline std::vector<KnownPattern> known_patterns() {
  return {{"vertrouwen", {"vertrouwen", "relatie.toml:7"}, Valence::success},
          {"vertrouwen", {"band*", "relatie.toml:8"}, Valence::success},
          {"vertrouwen", {"kliek", "relatie.toml:9"}, Valence::failure},
          {"overleg", {"overleg", "relatie.toml:14"}, Valence::neutral}};
}

}  // namespace pipeline
