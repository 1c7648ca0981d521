// Who says what: each factor by the groups of an attribute (rol: bestuurder, wethouder ...), on
// which factors the groups differ most in whether it went well, and what contradicts each other
// within a case: the director tells of trust where the nurse tells of distrust.
//   V   H. Cramer (1946), of group by succes and faal
//   p   by permutation: speakers (documents, where nobody speaks) are dealt out over the groups
//       whole, so that what one says ten times is not ten sayings; statistics/contingency.h
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/explore/subject.h"
#include "pipeline/report/dimension.h"

namespace pipeline {

struct ContrastSpec {
  std::string by = "rol";
  std::uint32_t least = 1;  // codings of a factor with succes or faal
  std::size_t most = 0;
};

// Strongest differences first; what cannot be told comes last. The error names an unknown
// attribute.
Result<Table> contrast(const Subject& subject, const ContrastSpec& spec);

// Two codings of one factor in one case by different groups, the one succes and the other faal.
struct Contradiction {
  FactorId factor;
  std::string case_, success_group, failure_group;
  CodingId success{}, failure{};

  friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

// For each factor, case and two groups at most `each`, facts before wishes and the like; in the
// order of the lexicon, then of cases and groups. Without an attribute "case" the study is one. The
// error names an unknown attribute.
Result<std::vector<Contradiction>> contradictions(const Subject& subject, const std::string& by,
                                                  std::size_t each);

// What a table shows of a coding: where it stands, who says it, and the words.
struct QuotedCoding {
  std::string document, speaker, text;
};
Table contradiction_table(const Subject& subject, const std::string& by,
                          const std::vector<Contradiction>& list,
                          const std::function<QuotedCoding(CodingId)>& quote);

}  // namespace pipeline
