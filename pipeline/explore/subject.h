// What an analysis is about: the facts of a study, the part of them that was asked for, and the run
// that they come from. Each analysis is a pure function from this (and the words of the passages,
// where it is about words) to a Table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/model/table.h"
#include "pipeline/report/scope.h"
#include "pipeline/statistics/figure.h"

namespace pipeline {

struct Subject {
  const CorpusFacts& facts;
  std::span<const Factor> factors;  // of the lexicon: their labels and their order
  std::optional<RunRecord> run;
  FrequencyScope scope;
  Selection selection;  // of that scope
};

// `facts` and `factors` must outlive it. The error names a coder who does not exist.
Result<Subject> subject_of(const CorpusFacts& facts, std::span<const Factor> factors,
                           std::optional<RunRecord> run, FrequencyScope scope);

enum class About : bool { words, codings };

// What its table rests on, what was left out, whose codings they are, lexicon and run.
std::vector<std::string> subject_notes(const Subject& subject, About about);

// The passages that take part, as places in the facts; rising.
std::vector<std::uint32_t> passages_in(const Subject& subject);

// "Getoond: de eerste 50 van 2.310 woorden; --aantal 0 toont ze alle."
std::string shown_note(std::size_t shown, std::size_t all, std::string_view of_what);
// Keeps the first `most` rows (0: all) and notes how many there were.
void keep_first(Table& table, std::size_t most, std::string_view of_what);

// The factor of that id or label, of the lexicon or of the facts. The error has what comes near.
Result<FactorId> factor_named(const Subject& subject, std::string_view name);
// The same of what may be left empty. None: all factors are meant.
Result<std::optional<FactorId>> factor_asked(const Subject& subject, std::string_view name);
// The label of a factor of the facts; its id where the lexicon does not have it.
std::string label_of(const Subject& subject, const FactorId& factor);

// The value of a figure; an empty cell where it cannot be computed.
Cell cell_of(const Figure& figure);

}  // namespace pipeline
