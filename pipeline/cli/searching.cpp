#include "pipeline/cli/searching.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// Passages that the index does not know are not found; a user must hear that.
bool is_behind(const Index& index, const Store& store) {
  const auto indexed = index.documents();
  const auto stored = store.documents();
  if (indexed.size() != stored.size()) return true;
  for (const StoredDocument& document : stored) {
    const auto it = indexed.find(document.id);
    if (it == indexed.end() || it->second != document.key) return true;
  }
  return false;
}

}  // namespace

std::optional<Searcher> Searcher::open(const Session& session,
                                       std::optional<std::vector<Factor>> known) {
  auto study = session.study();
  auto store = study ? session.store(*study) : std::nullopt;
  if (store && !known) known = session.factors(*study, *store);
  auto table = session.words(TableCheck::header);
  if (!store || !table || !known) return std::nullopt;
  auto opened = Index::open(study->index());
  if (!opened) {
    complain(opened.error());
    return std::nullopt;
  }
  auto words = std::make_unique<WordTable>(std::move(*table));
  auto factors = std::make_unique<std::vector<Factor>>(std::move(*known));
  auto index = std::make_unique<Index>(std::move(*opened));
  if (is_behind(*index, *store))
    complain(
        tr("let op: de index loopt achter bij de studie; draai 'samenspel reindex', tot dan kunnen "
           "passages ontbreken"));
  Search search(*index, *words, *factors, store->saved_queries());
  return Searcher{std::move(*study),  std::move(*store), std::move(words),
                  std::move(factors), std::move(index),  std::move(search)};
}

PassageFinder::PassageFinder(const Searcher& searcher)
    : store_(searcher.store), find_(*searcher.words, searcher.study.settings.longest_passage) {}

std::optional<FoundPassage> PassageFinder::operator()(PassageId id, const HitMarker& mark) {
  auto passage = store_.passage(id);
  if (!passage) return std::nullopt;
  std::vector<ShownCoding> known = store_.codings(*passage);
  FoundPassage found{std::move(*passage), std::move(known), {}};
  const auto local = [&](Span span) {
    return Span{span.begin - found.passage.span.begin, span.end - found.passage.span.begin};
  };
  std::vector<Coding> codings;
  for (const ShownCoding& it : found.codings) {
    codings.push_back(it.coding);
    codings.back().span = local(it.coding.span);
    for (Evidence& evidence : codings.back().evidence) evidence.match = local(evidence.match);
  }
  found.found = find_(found.passage.text, std::move(codings), mark);
  return found;
}

std::optional<std::vector<PassageId>> passages_found(const Session& session,
                                                     const std::vector<Factor>& factors,
                                                     const std::string& query) {
  const auto searcher = Searcher::open(session, factors);
  if (!searcher) return std::nullopt;
  const auto prepared = searcher->search.prepare(query);
  if (prepared) return searcher->search.all(*prepared);
  complain_about_query(query, prepared.error());
  return std::nullopt;
}

void complain_about_query(const std::string& query, const Error& error) {
  complain(error);
  if (error.column == 0) return;
  fmt::print(stderr, "  {}\n  {:>{}}\n", printable(query), "^", error.column);
}

}  // namespace pipeline
