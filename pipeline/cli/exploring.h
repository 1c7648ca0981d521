// What the commands that explore a study share: the study opened with its facts, the options that
// restrict what takes part, and the words or factors that are counted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/cli/counting.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/tables.h"
#include "pipeline/explore/items.h"
#include "pipeline/explore/subject.h"
#include "pipeline/search/places.h"

namespace pipeline {

struct ExploreOptions {
  ScopeOptions restricted;
  std::size_t most = 50;
  TableOptions write;
};

// Those of the scope, --study and those of tables; `most` gives --aantal.
enum class RowLimit : bool { none, given };
void add_explore_options(const Command& command, Session& session, ExploreOptions& options,
                         RowLimit limit = RowLimit::given);

// A study, opened to be explored.
struct Explored {
  // Says what is wrong on standard error and gives nothing.
  static std::optional<Explored> open(const Session& session);

  // Of each passage of the facts.
  std::vector<std::uint32_t> sentences() const;
  std::optional<std::vector<PassageId>> passages(const std::string& query) const;
  // The part of it that the options ask for, and of that no more than `within` with its query.
  std::optional<Subject> subject(const ExploreOptions& options,
                                 std::optional<std::vector<PassageId>> within = std::nullopt,
                                 const std::string& within_query = {}) const;

  Searcher searcher;
  std::unique_ptr<CorpusFacts> facts;
};

// What is counted: "woorden" (lemmas), "vormen" or "factoren"; English names do too.
enum class CountedKind : std::uint8_t { lemmas, forms, factors };
// --wat
void add_kind_option(const Command& command, std::string& kind);
CountedKind kind_of(const std::string& name);
Items items_of(const Explored& explored, const Subject& subject, CountedKind kind);

// Where the words stand that a query hits, in the passages that it finds. Of a factor those are the
// words of its evidence, for which the texts are read again.
std::vector<FoundPlaces> places_in(const Searcher& searcher, const PreparedQuery& query);

// Whether a word is a function word by the word table, whatever its sentence.
std::function<bool(std::string_view)> is_function_word_in(const WordTable& words);

// Prints it; the status of the command. `nothing`: what to say where it has no rows.
int print_explored(const Result<Table>& table, const ExploreOptions& options,
                   std::string_view nothing);

}  // namespace pipeline
