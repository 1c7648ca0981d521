// What a report is made from, counted once: who takes part, which codings stand in which cell of
// factor, valence and column, and which of them are quoted. Every cell has a name that links lead
// to: "f3-s-c2" is the third factor, succes, the second column.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/publish/recipe.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/scope.h"

namespace pipeline {

struct ReportCell {
  std::vector<CodingId> codings;  // all, by id
  std::vector<CodingId> quoted;
};

struct ReportFacts {
  const CorpusFacts& facts;
  std::vector<Factor> factors;  // with labels in the language of the report
  FrequencyScope scope;
  std::optional<RunRecord> run;
  FrequencySpec spec;  // of its tables
  Selection selection;
  Dimension factor, column;  // column without values: none was asked for
  std::vector<ReportCell> cells;
  std::uint64_t all = 0, quoted = 0, most_in_cell = 0;

  std::size_t columns() const { return std::max<std::size_t>(column.values.size(), 1); }
  const ReportCell& cell(std::size_t factor_at, Valence valence, std::size_t column_at) const {
    return cells[(factor_at * 3 + static_cast<std::size_t>(valence)) * columns() + column_at];
  }
  ReportCell& cell(std::size_t factor_at, Valence valence, std::size_t column_at) {
    return cells[(factor_at * 3 + static_cast<std::size_t>(valence)) * columns() + column_at];
  }
  std::uint64_t count(std::size_t factor_at, Valence valence) const;
  std::uint64_t count(Valence valence) const;
  bool has_any(std::size_t factor_at, std::size_t column_at) const;
};

// Error: an unknown column or coder, or more columns than a page can hold.
Result<ReportFacts> report_facts(const CorpusFacts& facts, std::span<const Factor> factors,
                                 const FrequencyScope& scope, const std::optional<RunRecord>& run,
                                 const ReportRecipe& recipe);

// "f3", "f3-s", "f3-s-c2", "c2"
std::string anchor(std::size_t factor);
std::string anchor(std::size_t factor, Valence valence);
std::string anchor(std::size_t factor, Valence valence, std::size_t column);
std::string column_anchor(std::size_t column);
std::string column_anchor(std::size_t column, std::size_t factor);

// `most` of them at even distances; all where there are no more.
std::vector<CodingId> spread(const std::vector<CodingId>& codings, std::size_t most);

}  // namespace pipeline
