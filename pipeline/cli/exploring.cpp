#include "pipeline/cli/exploring.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/options.h"
#include "pipeline/language/function_words.h"

namespace pipeline {

void add_explore_options(const Command& command, Session& session, ExploreOptions& options,
                         RowLimit limit) {
  add_scope_options(command, options.restricted);
  if (limit == RowLimit::given)
    command.add_option("--aantal,-n", options.most, "Hoogstens zoveel regels; 0: alle")
        .type_name("N")
        .capture_default_str();
  add_study_option(command, session);
  add_table_options(command, options.write);
}

std::optional<Explored> Explored::open(const Session& session) {
  auto searcher = Searcher::open(session);
  if (!searcher) return std::nullopt;
  auto facts = std::make_unique<CorpusFacts>(searcher->store.facts());
  return Explored{std::move(*searcher), std::move(facts)};
}

std::vector<std::uint32_t> Explored::sentences() const {
  return sentences_in(*searcher.index, passage_ids(*facts));
}

std::optional<std::vector<PassageId>> Explored::passages(const std::string& query) const {
  const auto prepared = searcher.search.prepare(query);
  if (prepared) return searcher.search.all(*prepared);
  complain_about_query(query, prepared.error());
  return std::nullopt;
}

std::optional<Subject> Explored::subject(const ExploreOptions& options,
                                         std::optional<std::vector<PassageId>> within,
                                         const std::string& within_query) const {
  const std::string& where = options.restricted.where;
  FrequencyScope scope = options.restricted.scope;
  scope.where = std::move(within);
  scope.where_query = within_query;
  if (!where.empty()) {
    auto wanted = passages(where);
    if (!wanted) return std::nullopt;
    if (scope.where) {
      std::vector<PassageId> both;
      std::ranges::set_intersection(*scope.where, *wanted, std::back_inserter(both));
      scope.where = std::move(both);
      scope.where_query = fmt::format("({}) EN ({})", where, within_query);
    } else {
      scope.where = std::move(wanted);
      scope.where_query = where;
    }
  }
  auto subject = subject_of(*facts, *searcher.factors, searcher.store.last_run(), std::move(scope));
  if (subject) return std::move(*subject);
  complain(subject.error());
  return std::nullopt;
}

void add_kind_option(const Command& command, std::string& kind) {
  command.add_option("--wat", kind, "Tel woorden (als lemma), vormen of factoren")
      .type_name("WAT")
      .one_of({"woorden", "vormen", "factoren", "words", "forms", "factors"})
      .capture_default_str();
}

CountedKind kind_of(const std::string& name) {
  if (name == "vormen" || name == "forms") return CountedKind::forms;
  return name == "factoren" || name == "factors" ? CountedKind::factors : CountedKind::lemmas;
}

Items items_of(const Explored& explored, const Subject& subject, CountedKind kind) {
  if (kind == CountedKind::factors) return factors_of(subject);
  return words_of(*explored.searcher.index, subject.facts,
                  kind == CountedKind::forms ? WordKind::forms : WordKind::lemmas);
}

std::vector<FoundPlaces> places_in(const Searcher& searcher, const PreparedQuery& query) {
  const std::vector<PassageId> passages = searcher.search.all(query);
  if (!asks_for_codings(query)) return places_of(*searcher.index, query, passages);
  PassageFinder find(searcher);
  const HitMarker mark(query);
  std::vector<FoundPlaces> places;
  for (const PassageId passage : passages)
    if (const auto found = find(passage, mark)) places.push_back(places_of(passage, found->found));
  return places;
}

std::function<bool(std::string_view)> is_function_word_in(const WordTable& words) {
  return [&words](std::string_view word) {
    const std::vector<Reading> readings = words.readings(word);
    return !readings.empty() && is_function_word(readings.front());
  };
}

int print_explored(const Result<Table>& table, const ExploreOptions& options,
                   std::string_view nothing) {
  if (!table) {
    complain(table.error());
    return exit_error;
  }
  if (table->rows.empty()) {
    complain(nothing);
    return exit_nothing_found;
  }
  print_table(*table, options.write);
  return exit_done;
}

}  // namespace pipeline
