#include "pipeline/cli/searching.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"
#include "pipeline/search/places.h"

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

PassageFinder::PassageFinder(const Searcher& searcher, const PreparedQuery& query,
                             WantedParts wanted)
    : store_(searcher.store),
      wanted_(wanted),
      needs_codings_(asks_for_codings(query)),
      mark_(query),
      read_(searcher.store),
      streams_(*searcher.index),
      find_(searcher.study.settings.longest_passage) {}

std::optional<FoundPassage> PassageFinder::operator()(PassageId id) {
  auto passage = wanted_.details ? read_(id) : read_.words(id);
  if (!passage) return std::nullopt;
  FoundPassage found{std::move(*passage), {}, {}};
  std::vector<Coding> codings;
  if (wanted_.codings) {
    found.codings = store_.codings(found.passage);
    for (const ShownCoding& it : found.codings) codings.push_back(it.coding);
  } else if (needs_codings_) {
    codings = store_.plain_codings(id);
  }
  const std::uint32_t begin = found.passage.span.begin;
  const auto local = [begin](Span span) { return Span{span.begin - begin, span.end - begin}; };
  for (Coding& coding : codings) {
    coding.span = local(coding.span);
    for (Evidence& evidence : coding.evidence) evidence.match = local(evidence.match);
  }
  const std::string stream = streams_(id);
  found.found = find_(found.passage.text, found.passage.kind, stream, std::move(codings), mark_);
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
