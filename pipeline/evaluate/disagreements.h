// Where the lexicon and the reference, or people among themselves, do not say the same: to be read.
//   "Er kwam een kentering in het vertrouwen."   gemist   vertrouwen: anna faal, bram faal
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/evaluate/coding_tables.h"
#include "pipeline/evaluate/evaluation.h"

namespace pipeline {

struct Disagreement {
  enum class Kind : std::uint8_t { missed, wrong, valence, people };
  Kind kind = Kind::missed;
  std::uint32_t unit = 0;
  FactorId factor;

  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};
std::string word_of(Disagreement::Kind kind);  // gemist, onterecht, valentie, mensen oneens

// In order of unit, then factor.
std::vector<Disagreement> disagreements(const Evaluation& evaluation);

// "anna: faal, bram: -".
std::string people_say(const Evaluation& evaluation, const Disagreement& disagreement);
// "succes; feit; “vertrouwen” (vertrouwen)"; "-" where it says nothing.
std::string lexicon_says(const Evaluation& evaluation, const Disagreement& disagreement);

// A line each, with a header: id, document, soort, factor, one column a coder, lexicon, reden,
// vorige, zin. Cells hold no tab and no line end.
std::string disagreements_tsv(const Evaluation& evaluation, std::span<const SentenceRow> sentences);

}  // namespace pipeline
