#include "pipeline/index/form_counts.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/stream.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

bool is_lemma(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

bool is_form(std::string_view term) {
  return !term.empty() && term.front() == prefix::form;
}

// What has a place of its own in the stream: a word with its lemma and form.
struct Standing {
  std::string_view lemma, form;
};

class Counter {
 public:
  explicit Counter(const Counted& counted)
      : forms_(counted.forms.begin(), counted.forms.end()),
        lemmas_(counted.lemmas.begin(), counted.lemmas.end()),
        apart_(counted.apart_verbs.begin(), counted.apart_verbs.end()) {}

  void read(const std::string& stream, DocumentId document) {
    read_stream(stream, terms_);
    Standing word;
    for (const StreamTerm& it : terms_) {
      if (it.place == Place::lemma) {
        count(word, document);
        word = {it.term, it.term};
      } else if (it.place == Place::beside && is_form(it.term)) {
        word.form = it.term.substr(1);
      } else if (it.place == Place::apart && apart_.contains(it.term)) {
        add({word.form, it.term}, true, document);
      }
    }
    count(word, document);
  }

  std::vector<FormCount> counts() const {
    std::vector<FormCount> list;
    for (const auto& [key, uses] : uses_)
      list.push_back({std::string(key.first), std::string(key.second), uses.words,
                      uses.documents.size(), uses.read_so});
    return list;
  }

 private:
  using Key = std::pair<std::string, std::string>;
  struct Uses {
    std::uint64_t words = 0, read_so = 0;
    DocumentId last{};
    std::set<DocumentId> documents;
  };

  void count(const Standing& word, DocumentId document) {
    if (forms_.contains(word.form)) add({word.form, {}}, lemmas_.contains(word.lemma), document);
  }

  void add(const std::pair<std::string_view, std::string_view>& key, bool is_read_so,
           DocumentId document) {
    auto it = uses_.find(key);
    if (it == uses_.end()) it = uses_.emplace(Key(key), Uses{}).first;
    Uses& uses = it->second;
    uses.read_so += is_read_so ? 1 : 0;
    if (uses.words++ > 0 && uses.last == document) return;
    uses.last = document;
    uses.documents.insert(document);
  }

  struct Before {
    using is_transparent = void;
    template <typename One, typename Other>
    bool operator()(const One& one, const Other& other) const {
      return std::pair<std::string_view, std::string_view>(one) <
             std::pair<std::string_view, std::string_view>(other);
    }
  };

  std::unordered_set<std::string_view> forms_, lemmas_, apart_;
  std::map<Key, Uses, Before> uses_;
  std::vector<StreamTerm> terms_;
};

// Passages with one of these terms, in order.
std::vector<Xapian::docid> passages_with(const Xapian::Database& database,
                                         const std::set<std::string>& terms) {
  std::vector<Xapian::docid> passages;
  for (const std::string& term : terms)
    passages.insert(passages.end(), database.postlist_begin(term), database.postlist_end(term));
  std::sort(passages.begin(), passages.end());
  passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
  return passages;
}

}  // namespace

std::vector<std::string> forms_in(const Index& index) {
  return guarded([&] {
    std::vector<std::string> forms, lemmas, all;  // each in order, as the terms are
    const Xapian::Database& database = index.database();
    for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it) {
      std::string term = *it;
      if (is_form(term))
        forms.push_back(term.substr(1));
      else if (is_lemma(term))
        lemmas.push_back(std::move(term));
    }
    all.reserve(forms.size() + lemmas.size());
    std::set_union(std::move_iterator(forms.begin()), std::move_iterator(forms.end()),
                   std::move_iterator(lemmas.begin()), std::move_iterator(lemmas.end()),
                   std::back_inserter(all));
    return all;
  });
}

std::vector<FormCount> count_forms(const Index& index, const Counted& counted) {
  return guarded([&] {
    std::set<std::string> terms(counted.apart_verbs.begin(), counted.apart_verbs.end());
    for (const std::string& form : counted.forms) {
      terms.insert(form);
      terms.insert(prefix::form + form);
    }
    const Xapian::Database& database = index.database();
    Counter counter(counted);
    auto ids = database.valuestream_begin(slot::passage);
    auto streams = database.valuestream_begin(slot::stream);
    for (const Xapian::docid passage : passages_with(database, terms)) {
      ids.skip_to(passage);
      streams.skip_to(passage);
      counter.read(*streams, document_of(passage_in_value(*ids)));
    }
    return counter.counts();
  });
}

}  // namespace pipeline
