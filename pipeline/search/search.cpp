#include "pipeline/search/search.h"

#include <xapian.h>

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/values.h"
#include "pipeline/search/field_values.h"
#include "pipeline/search/passage_query.h"
#include "pipeline/search/prepared.h"
#include "pipeline/search/resolve.h"
#include "pipeline/search/words.h"

namespace pipeline {
namespace {

// Newest first, passages without a date last, those of a day in their own order.
class NewestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& passage) const override {
    std::string key = passage.get_value(slot::date);
    for (char& c : key) c = static_cast<char>('9' - c + '0');
    if (key.empty()) key = "~";
    return key + passage.get_value(slot::passage);
  }
};

// All sort keys end in the passage's id.
PassageId id_in(const Xapian::MSetIterator& hit) {
  const std::string key = hit.get_sort_key();
  return passage_in_value(key.substr(key.size() - 8));
}

bool is_one_term(const PreparedQuery& query) {
  const MatchNode& meaning = query.state().meaning;
  return (meaning.kind == MatchNode::Kind::terms || meaning.kind == MatchNode::Kind::coding) &&
         meaning.terms.size() == 1;
}

}  // namespace

struct Search::State {
  State(const Index& from, const WordTable& table, std::span<const Factor> factors,
        std::vector<SavedQuery> named)
      : index(from), words(from, table), fields(from, factors), saved(std::move(named)) {}

  // Of every passage, by Xapian's number; read once.
  const std::vector<PassageId>& ids() {
    if (!ids_.empty()) return ids_;
    const Xapian::Database& database = index.database();
    ids_.resize(std::size_t{database.get_lastdocid()} + 1);
    for (auto it = database.valuestream_begin(slot::passage);
         it != database.valuestream_end(slot::passage); ++it)
      ids_[it.get_docid()] = passage_in_value(*it);
    return ids_;
  }

  const Index& index;
  IndexWords words;
  FieldValues fields;
  std::vector<SavedQuery> saved;

 private:
  std::vector<PassageId> ids_;
};

Search::Search(const Index& index, const WordTable& words, std::span<const Factor> factors,
               std::vector<SavedQuery> saved)
    : state_(guarded(
          [&] { return std::make_unique<State>(index, words, factors, std::move(saved)); })) {}
Search::~Search() = default;
Search::Search(Search&&) noexcept = default;

Result<PreparedQuery> Search::prepare(std::string_view query) const {
  const auto tree = parse_query(query);
  if (!tree) return tl::unexpected<Error>(tree.error());
  return guarded([&]() -> Result<PreparedQuery> {
    auto meaning = resolve(*tree, query, state_->words, state_->fields, state_->saved);
    if (!meaning) return tl::unexpected<Error>(std::move(meaning.error()));
    auto state = std::make_shared<PreparedQuery::State>();
    state->passages = std::make_shared<Xapian::Query>(passage_query(*meaning));
    state->meaning = std::move(*meaning);
    return PreparedQuery(std::move(state));
  });
}

Hits Search::find(const PreparedQuery& query, HitPage page) const {
  return guarded([&] {
    const Xapian::Database& database = state_->index.database();
    const Xapian::doccount all = database.get_doccount();
    Xapian::Enquire enquire(database);
    enquire.set_query(*query.state().passages);
    NewestFirst newest_first;
    if (page.order == HitOrder::relevance)
      enquire.set_sort_by_relevance_then_value(slot::passage, false);
    else if (page.order == HitOrder::document)
      enquire.set_sort_by_value(slot::passage, false);
    else
      enquire.set_sort_by_key(&newest_first, false);
    const auto first = static_cast<Xapian::doccount>(std::min<std::uint64_t>(page.first, all));
    const auto count = static_cast<Xapian::doccount>(std::min<std::uint64_t>(page.count, all));
    // To look at all makes the total exact; how often one term occurs is known beforehand.
    const Xapian::MSet found = enquire.get_mset(first, count, is_one_term(query) ? 0 : all);
    Hits hits;
    hits.total = found.get_matches_estimated();
    for (auto it = found.begin(); it != found.end(); ++it)
      hits.hits.push_back({id_in(it), it.get_weight()});
    return hits;
  });
}

std::vector<PassageId> Search::all(const PreparedQuery& query) const {
  return guarded([&] {
    const Xapian::Database& database = state_->index.database();
    Xapian::Enquire enquire(database);
    enquire.set_query(*query.state().passages);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    std::vector<PassageId> passages;
    passages.reserve(found.size());
    for (auto it = found.begin(); it != found.end(); ++it) passages.push_back(state_->ids()[*it]);
    std::sort(passages.begin(), passages.end());
    return passages;
  });
}

std::vector<ExpandedWord> Search::expansion(const PreparedQuery& query) const {
  return guarded([&] { return expand(query.state().meaning, state_->index); });
}

std::vector<MissingWord> Search::missing(const PreparedQuery& query) const {
  return guarded([&] { return missing_words(query.state().meaning, state_->index.database()); });
}

}  // namespace pipeline
