// Search against a naive reading of the same texts: every token looked at, no index.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "pipeline/normalise/fold.h"
#include "pipeline/search/search.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

const std::vector<std::string> words = {"visie", "Gemeente", "zorg", "wij",
                                        "goed",  "plan",     "van",  "de"};

struct NaiveQuery {
  enum class Kind { word, phrase, near, all, any, none } kind = Kind::word;
  std::string word, second;
  std::uint32_t distance = 0;
  std::vector<NaiveQuery> children;
};

std::string text_of(const NaiveQuery& query) {
  const auto child = [&](std::size_t i) { return "(" + text_of(query.children[i]) + ")"; };
  switch (query.kind) {
    case NaiveQuery::Kind::word:
      return query.word;
    case NaiveQuery::Kind::phrase:
      return "\"" + query.word + " " + query.second + "\"";
    case NaiveQuery::Kind::near:
      return query.word + " NEAR/" + std::to_string(query.distance) + " " + query.second;
    case NaiveQuery::Kind::all:
      return child(0) + " AND " + child(1);
    case NaiveQuery::Kind::any:
      return child(0) + " OR " + child(1);
    case NaiveQuery::Kind::none:
      break;
  }
  return "NOT " + child(0);
}

using Sentences = std::vector<std::vector<std::string>>;  // of one passage, folded

bool stands(const NaiveQuery& query, const std::vector<std::string>& sentence) {
  const auto size = static_cast<std::ptrdiff_t>(sentence.size());
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    if (sentence[static_cast<std::size_t>(i)] != fold(query.word)) continue;
    if (query.kind == NaiveQuery::Kind::word) return true;
    for (std::ptrdiff_t k = 0; k < size; ++k) {
      if (k == i || sentence[static_cast<std::size_t>(k)] != fold(query.second)) continue;
      if (query.kind == NaiveQuery::Kind::phrase ? k == i + 1 : std::abs(k - i) <= query.distance)
        return true;
    }
  }
  return false;
}

bool holds(const NaiveQuery& query, const Sentences& passage) {
  switch (query.kind) {
    case NaiveQuery::Kind::all:
      return holds(query.children[0], passage) && holds(query.children[1], passage);
    case NaiveQuery::Kind::any:
      return holds(query.children[0], passage) || holds(query.children[1], passage);
    case NaiveQuery::Kind::none:
      return !holds(query.children[0], passage);
    default:
      break;
  }
  return std::any_of(passage.begin(), passage.end(),
                     [&](const auto& sentence) { return stands(query, sentence); });
}

NaiveQuery random_query(int depth) {
  using Kind = NaiveQuery::Kind;
  const Kind leaf = *rc::gen::element(Kind::word, Kind::phrase, Kind::near);
  const Kind kind = depth == 0 ? leaf : *rc::gen::element(leaf, Kind::all, Kind::any, Kind::none);
  NaiveQuery query{kind,
                   *rc::gen::elementOf(words),
                   *rc::gen::elementOf(words),
                   *rc::gen::inRange<std::uint32_t>(1, 4),
                   {}};
  const std::size_t children = kind == Kind::none                       ? 1
                               : kind == Kind::all || kind == Kind::any ? 2
                                                                        : 0;
  for (std::size_t i = 0; i < children; ++i) query.children.push_back(random_query(depth - 1));
  return query;
}

std::vector<Sentences> random_passages() {
  const auto sentence = rc::gen::resize(
      6,
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))));
  const auto passage =
      rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<Sentences>(sentence)));
  return *rc::gen::resize(8,
                          rc::gen::nonEmpty(rc::gen::container<std::vector<Sentences>>(passage)));
}

std::string written(const std::vector<Sentences>& passages) {
  std::string text;
  for (const Sentences& passage : passages) {
    for (const auto& sentence : passage) {
      for (const std::string& word : sentence) text += word + " ";
      text += ". ";
    }
    text += "\n";
  }
  return text;
}

// One sentence that answers to all of it.
bool holds_in_sentence(const NaiveQuery& query, const Sentences& passage) {
  return std::ranges::any_of(passage,
                             [&](const auto& sentence) { return holds(query, {sentence}); });
}

// What of it a passage can have: all but what stands under NOT.
bool has_part(const NaiveQuery& query, const Sentences& passage) {
  using Kind = NaiveQuery::Kind;
  if (query.kind == Kind::none) return false;
  if (query.kind != Kind::all && query.kind != Kind::any) return holds(query, passage);
  return std::ranges::any_of(query.children,
                             [&](const NaiveQuery& child) { return has_part(child, passage); });
}
bool has_parts(const NaiveQuery& query) {
  using Kind = NaiveQuery::Kind;
  if (query.kind == Kind::none) return false;
  if (query.kind != Kind::all && query.kind != Kind::any) return true;
  return std::ranges::any_of(query.children, has_parts);
}

bool joins(const NaiveQuery& query) {
  using Kind = NaiveQuery::Kind;
  return query.kind == Kind::all || query.kind == Kind::any || query.kind == Kind::none;
}

RC_GTEST_PROP(SearchProperty, FindsInASentenceOrADocumentWhatANaiveScanFinds, ()) {
  std::vector<std::vector<Sentences>> documents{random_passages(), random_passages(),
                                                random_passages()};
  std::vector<ExampleDocument> examples;
  for (std::uint32_t d = 0; d < documents.size(); ++d)
    examples.push_back({.id = d + 1, .text = written(documents[d])});
  for (auto& passages : documents)
    for (Sentences& passage : passages)
      for (auto& sentence : passage)
        for (std::string& word : sentence) word = fold(word);
  const ExampleIndex example(examples);
  const Index index = example.open();
  const Search search(index, word_table(), {});
  for (int i = 0; i < 20; ++i) {
    const NaiveQuery query = random_query(3);
    if (!joins(query)) continue;
    std::vector<PassageId> in_sentence, in_document;
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      // All sentences of a document as those of one passage: NEAR and phrases stay within them.
      Sentences whole;
      for (const Sentences& passage : documents[d])
        whole.insert(whole.end(), passage.begin(), passage.end());
      for (std::size_t p = 0; p < documents[d].size(); ++p) {
        const PassageId id = passage_id(DocumentId{d + 1}, p + 1);
        if (holds_in_sentence(query, documents[d][p])) in_sentence.push_back(id);
        if (holds(query, whole) && (!has_parts(query) || has_part(query, documents[d][p])))
          in_document.push_back(id);
      }
    }
    RC_LOG() << text_of(query);
    const auto sentence = search.prepare("(" + text_of(query) + ") binnen:zin").value();
    RC_ASSERT(search.all(sentence) == in_sentence);
    RC_ASSERT(search.find(sentence).total == in_sentence.size());
    const auto document = search.prepare("(" + text_of(query) + ") binnen:document").value();
    RC_ASSERT(search.all(document) == in_document);
    RC_ASSERT(search.find(document).total == in_document.size());
  }
}

RC_GTEST_PROP(SearchProperty, EqualsANaiveScan, ()) {
  std::vector<Sentences> passages = random_passages();
  const ExampleIndex example({{.text = written(passages)}});
  for (Sentences& passage : passages)
    for (auto& sentence : passage)
      for (std::string& word : sentence) word = fold(word);
  const Index index = example.open();
  const Search search(index, word_table(), {});
  for (int i = 0; i < 20; ++i) {
    const NaiveQuery query = random_query(3);
    std::vector<PassageId> expected;
    for (std::size_t p = 0; p < passages.size(); ++p)
      if (holds(query, passages[p])) expected.push_back(passage_id(DocumentId{1}, p + 1));
    const auto prepared = search.prepare(text_of(query)).value();
    RC_LOG() << text_of(query) << "\n" << written(passages);
    RC_ASSERT(search.all(prepared) == expected);
    RC_ASSERT(search.find(prepared).total == expected.size());
  }
}

}  // namespace
}  // namespace pipeline
