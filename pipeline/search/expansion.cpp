#include "pipeline/search/expansion.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "pipeline/index/fields.h"
#include "pipeline/index/stream.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;

bool is_form(std::string_view term) {
  return !term.empty() && term.front() == prefix::form;
}

void collect(const MatchNode& node, std::vector<const MatchNode*>& leaves) {
  const bool is_word = !node.written.empty() && node.children.empty();
  const auto is_same = [&node](const MatchNode* leaf) { return leaf->written == node.written; };
  if (is_word && std::ranges::none_of(leaves, is_same)) leaves.push_back(&node);
  for (const MatchNode& child : node.children) collect(child, leaves);
}

void sort_by_words(std::vector<CaughtWord>& caught) {
  std::ranges::stable_sort(
      caught, [](const CaughtWord& a, const CaughtWord& b) { return a.words > b.words; });
}

// How a lemma is written, and how often it is found apart.
class LemmaForms {
 public:
  explicit LemmaForms(const std::string& lemma) : lemma_(lemma) {}

  void add(std::string_view stream) {
    ++passage_;
    for (StreamSearch search(stream, Place::lemma, lemma_); search.next();)
      if (search.found().term == lemma_)
        count(is_form(search.beside()) ? std::string(search.beside().substr(1)) : lemma_,
              CaughtWord::Kind::form);
    for (StreamSearch search(stream, Place::apart, lemma_); search.next();)
      if (search.found().term == lemma_) count(lemma_, CaughtWord::Kind::apart);
  }

  std::vector<CaughtWord> take() {
    std::vector<CaughtWord> forms;
    for (auto& [key, form] : forms_) forms.push_back(std::move(form.caught));
    sort_by_words(forms);
    return forms;
  }

 private:
  struct Form {
    CaughtWord caught;
    std::uint64_t last_passage = 0;
  };

  void count(std::string word, CaughtWord::Kind kind) {
    Form& form = forms_[{word, kind}];
    form.caught.word = std::move(word);
    form.caught.lemma = lemma_;
    form.caught.kind = kind;
    ++form.caught.words;
    if (form.last_passage != passage_) ++form.caught.passages;
    form.last_passage = passage_;
  }

  std::string lemma_;
  std::uint64_t passage_ = 0;
  std::map<std::pair<std::string, CaughtWord::Kind>, Form> forms_;
};

CaughtWord counted_term(const Xapian::Database& database, const std::string& term) {
  CaughtWord caught;
  caught.kind = is_form(term) ? CaughtWord::Kind::form : CaughtWord::Kind::lemma;
  caught.word = is_form(term) ? term.substr(1) : term;
  caught.words = database.get_collection_freq(term);
  caught.passages = database.get_termfreq(term);
  return caught;
}

void add_lemma(const Xapian::Database& database, const std::string& lemma,
               std::vector<CaughtWord>& caught) {
  caught.push_back(counted_term(database, lemma));
  LemmaForms forms(lemma);
  auto streams = database.valuestream_begin(slot::stream);
  for (auto it = database.postlist_begin(lemma); it != database.postlist_end(lemma); ++it)
    forms.add(value_of(streams, *it));
  for (CaughtWord& form : forms.take()) caught.push_back(std::move(form));
}

// A form that is its lemma has no term of its own: its places are looked at.
CaughtWord counted_exactly(const Xapian::Database& database, const MatchNode& leaf) {
  CaughtWord caught;
  caught.word = leaf.text;
  std::vector<Xapian::docid> passages;
  for (const std::string& term : leaf.terms)
    passages.insert(passages.end(), database.postlist_begin(term), database.postlist_end(term));
  std::ranges::sort(passages);
  passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
  auto streams = database.valuestream_begin(slot::stream);
  for (const Xapian::docid passage : passages) {
    const std::size_t found = stretches(leaf, value_of(streams, passage)).size();
    caught.words += found;
    caught.passages += found > 0 ? 1 : 0;
  }
  return caught;
}

ExpandedWord expanded(const MatchNode& leaf, const Xapian::Database& database) {
  ExpandedWord word{leaf.written, {}};
  if (leaf.kind == Kind::terms) {
    std::vector<std::string> lemmas = leaf.terms;
    std::ranges::stable_sort(lemmas, [&](const std::string& a, const std::string& b) {
      return database.get_collection_freq(a) > database.get_collection_freq(b);
    });
    // A reading that the texts do not have says something only where they have none of them.
    for (const std::string& lemma : lemmas)
      if (word.caught.empty() || database.term_exists(lemma))
        add_lemma(database, lemma, word.caught);
    return word;
  }
  if (leaf.kind == Kind::exact) {
    word.caught.push_back(counted_exactly(database, leaf));
    return word;
  }
  for (const std::string& term : leaf.terms) word.caught.push_back(counted_term(database, term));
  std::erase_if(word.caught, [](const CaughtWord& it) { return it.words == 0; });
  sort_by_words(word.caught);
  return word;
}

}  // namespace

std::vector<ExpandedWord> expand(const MatchNode& query, const Index& index) {
  std::vector<const MatchNode*> leaves;
  collect(query, leaves);
  std::vector<ExpandedWord> words;
  for (const MatchNode* leaf : leaves) words.push_back(expanded(*leaf, index.database()));
  return words;
}

}  // namespace pipeline
