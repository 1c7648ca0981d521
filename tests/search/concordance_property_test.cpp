// Hits as the index tells them, against a text that is read, analysed and searched all over again.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_streams.h"
#include "pipeline/index/passage_terms.h"
#include "pipeline/index/terms.h"
#include "pipeline/search/concordance.h"
#include "pipeline/search/match.h"
#include "pipeline/search/places.h"
#include "pipeline/search/prepared.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

const std::vector<std::string> words{"visie", "werkten", "samen",    "gemeente", "goed", "plannen",
                                     "van",   "de",      "Gemeente", "belden",   "op",   "visies"};

std::string word() {
  return *rc::gen::elementOf(words);
}

// A passage a line, of sentences with now and then a comma.
std::string random_text() {
  std::string text;
  const int passages = *rc::gen::inRange(1, 4);
  for (int passage = 0; passage < passages; ++passage) {
    const int sentences = *rc::gen::inRange(1, 4);
    for (int sentence = 0; sentence < sentences; ++sentence) {
      const int count = *rc::gen::inRange(1, 9);
      for (int i = 0; i < count; ++i) text += word() + (*rc::gen::inRange(0, 5) == 0 ? ", " : " ");
      text.back() = '.';
      text += ' ';
    }
    text.back() = '\n';
  }
  return text;
}

std::string random_query(int depth) {
  const auto deeper = [&] { return "(" + random_query(depth - 1) + ")"; };
  switch (*rc::gen::inRange(0, depth == 0 ? 7 : 10)) {
    case 0:
      return "\"" + word() + " " + word() + "\"";
    case 1:
      return word() + " NEAR/" + std::to_string(*rc::gen::inRange(1, 5)) + " " + word();
    case 2:
      return word().substr(0, 2) + "*";
    case 3:
      return "*" + word().substr(2);
    case 4:
      return "=" + word();
    case 5:
      return *rc::gen::element<std::string>("factor:visie", "factor:visie/faal", "valentie:succes",
                                            "thema:richting");
    case 6:
      return word();
    case 7:
      return deeper() + " AND " + deeper();
    case 8:
      return deeper() + " OR NOT " + deeper();
    default:
      return deeper() + " OR " + deeper();
  }
}

// Codings of some pairs of words that stand next to each other.
std::vector<Coding> random_codings(const std::string& text, const Segmented& segmented) {
  std::vector<Coding> codings;
  for (std::uint32_t p = 0; p < segmented.passages.size(); ++p)
    for (std::uint32_t s = segmented.passages[p].first_sentence;
         s < segmented.passages[p].end_sentence; ++s) {
      const Sentence& sentence = segmented.sentences[s];
      const std::uint32_t first = *rc::gen::inRange(sentence.first_token, sentence.end_token);
      const std::uint32_t last = std::min(first + 1, sentence.end_token - 1);
      if (!segmented.tokens[first].is_word() || *rc::gen::inRange(0, 2) == 0) continue;
      Coding coding = coding_of(text, "visie", "visie",
                                *rc::gen::element(Valence::success, Valence::failure), p);
      coding.span = sentence.span;
      coding.evidence[0].match = {segmented.tokens[first].span.begin,
                                  segmented.tokens[last].span.end};
      codings.push_back(coding);
    }
  return codings;
}

bool answers(const Coding& coding, const MatchNode& leaf) {
  return std::ranges::any_of(coding_terms(coding), [&](const std::string& term) {
    return std::ranges::find(leaf.terms, term) != leaf.terms.end();
  });
}

// The slow way: the stream is made of the words at hand, and each hit is sought among them.
std::vector<Span> hits_read_again(const PreparedQuery& query, const ReadExample& read,
                                  const Vocabulary& vocabulary, std::uint32_t passage,
                                  const std::vector<Coding>& codings) {
  std::vector<const Coding*> own;
  for (const Coding& coding : codings)
    if (coding.passage == passage) own.push_back(&coding);
  const Passage& it = read.segmented.passages[passage];
  PassageTerms terms(vocabulary, true);
  terms.read(read.segmented, it, read.analysed, own);
  const auto found = hit_places(query.state().meaning, terms.stream());
  std::vector<Span> all, hits;
  std::uint32_t position = 0;
  for (std::uint32_t s = it.first_sentence; s < it.end_sentence; ++s) {
    const Sentence& sentence = read.segmented.sentences[s];
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const Token& token = read.segmented.tokens[t];
      if (!token.is_word()) continue;
      ++position;
      all.push_back(token.span);
      for (const HitPlace& place : found) {
        if (place.position != position) continue;
        if (place.leaf->kind != MatchNode::Kind::coding) hits.push_back(token.span);
        for (const Coding* coding : own)
          if (place.leaf->kind == MatchNode::Kind::coding && answers(*coding, *place.leaf) &&
              overlap(coding->evidence[0].match, token.span))
            hits.push_back(coding->evidence[0].match);
      }
    }
    position += sentence_gap;
  }
  std::erase_if(all, [&](Span span) {
    return std::ranges::none_of(hits, [&](Span hit) { return overlap(hit, span); });
  });
  return all;
}

RC_GTEST_PROP(ConcordanceProperty, HasTheHitsOfATextThatIsReadAgain, ()) {
  const std::string text = random_text() + "Geen visie.\n";
  Vocabulary vocabulary(word_table());
  ExampleDocument document{.text = text};
  const ReadExample read = read_example(document, vocabulary);
  document.codings = random_codings(text, read.segmented);
  const ExampleIndex example({document});
  const Index index = example.open();
  const std::vector<Factor> factors = {{"visie", "richting", "", "", "", {}, {}}};
  const Search search(index, word_table(), factors);
  PassageStreams streams(index);
  const HitFinder find(4000);
  for (int round = 0; round < 10; ++round) {
    const std::string written = random_query(2);
    const auto query = search.prepare(written);
    if (!query) continue;  // "*en" of nothing, a factor that nobody coded
    RC_LOG() << written << "\n" << text;
    for (const PassageId id : search.all(*query)) {
      const auto place = static_cast<std::uint32_t>(ordinal_of(id)) - 1;
      const Span span = read.segmented.passages[place].span;
      std::vector<Coding> local;
      for (Coding coding : document.codings) {
        if (coding.passage != place) continue;
        for (Span* each : {&coding.span, &coding.evidence[0].match})
          *each = {each->begin - span.begin, each->end - span.begin};
        local.push_back(coding);
      }
      const std::string stream = streams(id);
      const FoundHits found =
          find(slice(text, span), PassageKind::turn, stream, local, HitMarker(*query));
      std::vector<Span> hits;
      for (const Span hit : found.in_source())
        hits.push_back({hit.begin + span.begin, hit.end + span.begin});
      RC_ASSERT(hits == hits_read_again(*query, read, vocabulary, place, document.codings));
      const auto lines = kwic_lines(slice(text, span), found, id, {});
      if (const auto counted = count_lines(found.positions)) RC_ASSERT(*counted == lines.size());
      if (!asks_for_codings(*query)) RC_ASSERT(positions_of(*query, stream) == found.positions);
    }
  }
}

}  // namespace
}  // namespace pipeline
