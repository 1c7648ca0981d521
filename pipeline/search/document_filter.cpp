#include "pipeline/search/document_filter.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/index/values.h"
#include "pipeline/search/passage_query.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;
using Passages = std::vector<Xapian::docid>;  // rising
using Documents = std::vector<DocumentId>;    // rising, each once

Xapian::Query conditions_of(const MatchNode& document) {
  Xapian::Query conditions = Xapian::Query::MatchAll;
  for (std::size_t i = 1; i < document.children.size(); ++i)
    conditions &= passage_query(document.children[i]);
  return conditions;
}

class DocumentFinder {
 public:
  DocumentFinder(const Xapian::Database& database, const MatchNode& document)
      : database_(database), conditions_(conditions_of(document)) {}

  Documents with(const MatchNode& asked) const {
    if (asked.kind == Kind::none) return others_than(with(asked.children.front()));
    if (asked.kind != Kind::all && asked.kind != Kind::any)
      return documents_of(passages(passage_query(asked) & conditions_));
    Documents found = with(asked.children.front());
    for (std::size_t i = 1; i < asked.children.size(); ++i) {
      const Documents next = with(asked.children[i]);
      Documents both;
      if (asked.kind == Kind::all)
        std::ranges::set_intersection(found, next, std::back_inserter(both));
      else
        std::ranges::set_union(found, next, std::back_inserter(both));
      found = std::move(both);
    }
    return found;
  }

  // Those of the documents that answer to the conditions.
  Passages passages_of(const Documents& documents) const {
    Passages found = passages(conditions_);
    for_each_document(found, [&](std::size_t place, DocumentId document) {
      if (!std::ranges::binary_search(documents, document)) found[place] = 0;
    });
    std::erase(found, 0U);
    return found;
  }

 private:
  Passages passages(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    Passages passages;
    for (auto it = found.begin(); it != found.end(); ++it) passages.push_back(*it);
    std::ranges::sort(passages);
    return passages;
  }

  template <typename Visit>
  void for_each_document(const Passages& passages, Visit visit) const {
    auto ids = database_.valuestream_begin(slot::passage);
    for (std::size_t i = 0; i < passages.size(); ++i)
      visit(i, document_of(passage_in_value(value_of(ids, passages[i]))));
  }

  Documents documents_of(const Passages& passages) const {
    Documents documents;
    for_each_document(passages, [&](std::size_t, DocumentId document) {
      if (documents.empty() || documents.back() != document) documents.push_back(document);
    });
    std::ranges::sort(documents);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return documents;
  }

  Documents others_than(const Documents& documents) const {
    const Documents all = documents_of(passages(conditions_));
    Documents others;
    std::ranges::set_difference(all, documents, std::back_inserter(others));
    return others;
  }

  Xapian::Database database_;
  Xapian::Query conditions_;
};

class DocumentFilter : public Xapian::PostingSource {
 public:
  explicit DocumentFilter(MatchNode document) : document_(std::move(document)) {}

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  void init(const Xapian::Database& database) override {
    const DocumentFinder find(database, document_);
    passages_ = find.passages_of(find.with(document_.children.front()));
    place_ = 0;
    is_begun_ = false;
  }
  void next(double) override {
    if (is_begun_) ++place_;
    is_begun_ = true;
  }
  void skip_to(Xapian::docid passage, double) override {
    is_begun_ = true;
    place_ =
        static_cast<std::size_t>(std::ranges::lower_bound(passages_, passage) - passages_.begin());
  }
  bool at_end() const override { return is_begun_ && place_ >= passages_.size(); }
  Xapian::docid get_docid() const override { return passages_[place_]; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(passages_.size()); }

  MatchNode document_;
  Passages passages_;
  std::size_t place_ = 0;
  bool is_begun_ = false;
};

}  // namespace

Xapian::Query document_filter(const MatchNode& document) {
  return Xapian::Query((new DocumentFilter(document))->release());
}

}  // namespace pipeline
