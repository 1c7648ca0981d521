// How often, by what: codings -> a Table. Rows and columns are factor, theme, valence, modality,
// document, speaker, coder, any attribute (case, rol, partij ...), a period of a date or the course
// of a document; what is counted is codings or the distinct sentences, passages, speakers,
// documents or cases that have one. Pure: no store, no clock. Example: factor by case, split by
// valence, gives for "vertrouwen" and "westerbeek" succes 4, faal 2, neutraal 0.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/model/table.h"

namespace pipeline {

// Only codings add up: a passage with two factors is in two rows and once in the total. A sentence
// is the span of a coding (a person may have marked another stretch); a speaker is one of one
// document, so "R" of two interviews is two; a case is a value of the attribute `case`.
enum class CountUnit : std::uint8_t { codings, sentences, passages, speakers, documents, cases };

// split: succes, faal and neutraal beside each other; sum: all together; balance:
// (succes - faal) / (succes + faal), from -1 to 1, empty where there is neither; mixed: units with
// both, and their share of those with either.
enum class ValenceView : std::uint8_t { split, sum, balance, mixed };

// Per cent beside the counts: of the row's total, of the column's, of the documents or of the cases
// of the row and column (with their 95 % interval).
enum class Share : std::uint8_t { rows, columns, documents, cases };

// automatic: by permutation where whole documents or speakers can be dealt out, else as
// independent; independent: chi-square, or Fisher's exact test where there are two columns.
enum class TableTest : std::uint8_t { none, automatic, independent };

// English or Dutch names ("sentences", "zinnen"; "balance", "saldo"); an error names all of them.
Result<CountUnit> count_unit_of(std::string_view name);
Result<ValenceView> valence_view_of(std::string_view name);
Result<Share> share_of(std::string_view name);

// Which passages and codings take part at all. Rejected codings never do.
struct FrequencyScope {
  bool interviewers = false;  // count their codings and their words too
  // One coder's; or those of all of a kind: lexicon, learned, combined, settled (what people coded
  // or accepted). Empty: everyone's, but for what was learned and nobody decided on.
  std::string coder;
  std::optional<std::vector<PassageId>> where;  // rising; no others take part
  std::string where_query;                      // what they came from, for the notes

  friend bool operator==(const FrequencyScope&, const FrequencyScope&) = default;
};

struct FrequencySpec {
  std::string rows = "factor";
  std::string columns;  // empty: none
  CountUnit unit = CountUnit::codings;
  ValenceView valence = ValenceView::split;  // plain sum where rows or columns are the valence
  bool per_thousand_words = false;  // of those who take part, in that row and column if it is
                                    // one of passages (case, speaker ...), else in all
  std::vector<Share> shares;        // in this order
  bool empty_factors = false;       // factors and themes of the lexicon that nobody spoke of
  std::uint32_t minimum = 5;        // numbers that rest on fewer are marked; 0: none
  bool marks_counts = false;        // counts below the minimum, too, where they stand split
  TableTest test = TableTest::none;
  FrequencyScope scope;

  friend bool operator==(const FrequencySpec&, const FrequencySpec&) = default;
};

// Factors and themes come in the order of `factors` (the lexicon's), those that it lacks after
// them; other values in alphabetical order, "(geen)" last; of passages, only values that take part.
// The notes say unit, what was left out and the run that it came from. Errors name an unknown
// dimension or coder and what comes near. Linear but for one sort of the codings, and for what a
// permutation costs (statistics/outcomes.h).
Result<Table> frequency(const CorpusFacts& facts, std::span<const Factor> factors,
                        const FrequencySpec& spec, const std::optional<RunRecord>& run);

// What rows and columns can be here: the fixed names, then the attributes that occur.
std::vector<std::string> dimension_names(const CorpusFacts& facts);
// Of documents and of speakers.
std::set<std::string> attribute_names(const CorpusFacts& facts);

}  // namespace pipeline
