// Two people and a lexicon on six sentences, small enough to count by hand.
//
//       anna                  bram                  lexicon
//   s1  vertrouwen faal       vertrouwen faal       vertrouwen succes
//   s2  vertrouwen succes     vertrouwen succes     vertrouwen succes
//   s3  overleg neutraal      overleg faal          overleg faal
//   s4  vertrouwen succes     -                     vertrouwen succes
//   s5  -                     -                     overleg neutraal
//   s6  vertrouwen faal,      vertrouwen faal       -
//       overleg faal
#pragma once

#include "pipeline/evaluate/coding_tables.h"
#include "pipeline/evaluate/evaluation.h"

namespace pipeline {

inline CoderCodings coder(const std::string& name,
                          std::vector<std::map<FactorId, ValenceSet>> units) {
  CoderCodings codings{name, {}};
  for (const auto& unit : units) {
    auto& to = codings.units.emplace_back();
    for (const auto& [factor, valences] : unit) to[factor] = {valences, {}, {}};
  }
  return codings;
}

inline constexpr Valence good = Valence::success, bad = Valence::failure, none = Valence::neutral;

inline CoderCodings anna() {
  return coder("anna", {{{"vertrouwen", {bad}}},
                        {{"vertrouwen", {good}}},
                        {{"overleg", {none}}},
                        {{"vertrouwen", {good}}},
                        {},
                        {{"vertrouwen", {bad}}, {"overleg", {bad}}}});
}

inline CoderCodings bram() {
  return coder("bram", {{{"vertrouwen", {bad}}},
                        {{"vertrouwen", {good}}},
                        {{"overleg", {bad}}},
                        {},
                        {},
                        {{"vertrouwen", {bad}}}});
}

inline CoderCodings lexicon_codings() {
  CoderCodings lexicon = coder("lexicon proef@1", {{{"vertrouwen", {good}}},
                                                   {{"vertrouwen", {good}}},
                                                   {{"overleg", {bad}}},
                                                   {{"vertrouwen", {good}}},
                                                   {{"overleg", {none}}},
                                                   {}});
  const PatternName trust{"vertrouwen", "relatie.toml:7"}, band{"band*", "relatie.toml:8"};
  lexicon.units[0]["vertrouwen"].patterns = {trust, band};
  lexicon.units[1]["vertrouwen"].patterns = {trust};
  lexicon.units[3]["vertrouwen"].patterns = {trust};
  for (const std::size_t unit : {2, 4})
    lexicon.units[unit]["overleg"].patterns = {{"overleg", "relatie.toml:13"}};
  lexicon.units[0]["vertrouwen"].reason = "feit: “vertrouwen” (vertrouwen)";
  return lexicon;
}

inline Evaluation example_evaluation() {
  Evaluation evaluation{lexicon_codings(), {anna(), bram()}, {}, {}};
  for (const char* id : {"vertrouwen", "overleg"}) {
    Factor& factor = evaluation.factors.emplace_back();
    factor.id = factor.label_nl = id;
  }
  evaluation.reference = consensus_of(evaluation.people);
  return evaluation;
}

inline std::vector<SentenceRow> example_sentences() {
  std::vector<SentenceRow> rows;
  for (const char* id : {"s1", "s2", "s3", "s4", "s5", "s6"})
    rows.push_back({id, "gesprek", "", std::string("Zin ") + id + "."});
  return rows;
}

}  // namespace pipeline
