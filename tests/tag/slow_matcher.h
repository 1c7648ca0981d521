// The meaning of patterns, written down as plainly as can be: every way in which a tree can match,
// one pattern and one beginning at a time. The fast matcher must find what follows from it.
#pragma once

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {

struct SlowSentence {
  std::vector<WordId> words;
  std::vector<std::uint8_t> readings;  // of each
  std::vector<bool> break_before;
};

struct SlowMatch {
  std::uint32_t rule = 0, begin = 0, end = 0;

  friend auto operator<=>(const SlowMatch&, const SlowMatch&) = default;
};

class SlowMatcher {
 public:
  SlowMatcher(const Lexicon& lexicon, Vocabulary& vocabulary)
      : lexicon_(lexicon), vocabulary_(vocabulary) {}

  // For each pattern and each end the earliest beginning; for a window each half with the nearest
  // other half before it.
  std::set<SlowMatch> matches(const SlowSentence& sentence) const;
  bool holds(const WordTest& test, WordId word, std::uint8_t reading) const;
  // The same of any one tree.
  std::set<SlowMatch> matches(const PatternNode& tree, std::uint32_t rule,
                              const SlowSentence& sentence) const;

 private:
  // Where a match of `node` that begins at `at` can end. `after_gap`: the next word may stand
  // behind a break.
  struct Place {
    std::size_t at;
    bool after_gap, is_fresh;  // is_fresh: nothing matched yet
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  std::set<Place> ends(const PatternNode& node, Place from, const SlowSentence& sentence) const;
  std::map<std::uint32_t, std::uint32_t> longest(const PatternNode& node,
                                                 const SlowSentence& sentence) const;

  const Lexicon& lexicon_;
  Vocabulary& vocabulary_;
};

inline bool SlowMatcher::holds(const WordTest& test, WordId id, std::uint8_t read_as) const {
  using Kind = WordTest::Kind;
  const Word word = vocabulary_[id];
  std::vector<std::string> lemmas{word.folded}, texts{word.folded};
  for (const Reading& reading : word.readings) lemmas.push_back(fold(reading.lemma));
  texts.insert(texts.end(), lemmas.begin(), lemmas.end());
  for (const WordPart& part : word.parts) {
    texts.push_back(word.folded.substr(part.begin, part.end - part.begin));
    texts.push_back(part.lemma);
  }
  const auto any_text = [&](auto is_so) { return std::any_of(texts.begin(), texts.end(), is_so); };
  switch (test.kind) {
    case Kind::any:
      return true;
    case Kind::exact:
      return word.folded == test.text;
    case Kind::cased:
      return word.surface == test.text;
    case Kind::prefix:
      return any_text([&](const std::string& text) { return text.starts_with(test.text); });
    case Kind::suffix:
      return any_text([&](const std::string& text) { return text.ends_with(test.text); });
    case Kind::infix:
      return any_text(
          [&](const std::string& text) { return text.find(test.text) != std::string::npos; });
    case Kind::expression:
      return re2::RE2::PartialMatch(word.folded, re2::RE2(test.text));
    case Kind::lemma:
      if (test.part != PartOfSpeech::any) {
        if (!is_of(word.readings[read_as].word_class, test.part)) return false;
        lemmas = {fold(word.readings[read_as].lemma)};
      }
      for (const std::string& lemma :
           lemmas_meant(vocabulary_[vocabulary_.id_of(test.text)], test.part))
        if (std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end()) return true;
      return false;
  }
  return false;
}

inline std::set<SlowMatcher::Place> SlowMatcher::ends(const PatternNode& node, Place from,
                                                      const SlowSentence& sentence) const {
  using Kind = PatternNode::Kind;
  std::set<Place> found;
  const auto from_each = [&](const std::set<Place>& places, const PatternNode& child) {
    std::set<Place> all;
    for (const Place& place : places) all.merge(ends(child, place, sentence));
    return all;
  };
  switch (node.kind) {
    case Kind::word:
      if (from.at < sentence.words.size() &&
          (from.is_fresh || from.after_gap || !sentence.break_before[from.at]) &&
          holds(node.word, sentence.words[from.at], sentence.readings[from.at]))
        found.insert({from.at + 1, false, false});
      break;
    case Kind::gap:
      for (std::size_t n = 0; n <= node.words && from.at + n <= sentence.words.size(); ++n)
        found.insert({from.at + n, true, from.is_fresh});
      break;
    case Kind::alternatives:
      for (const PatternNode& child : node.children) found.merge(ends(child, from, sentence));
      break;
    case Kind::optional:
      found = ends(node.children.front(), from, sentence);
      found.insert(from);
      break;
    case Kind::sequence:
      found = {from};
      for (const PatternNode& child : node.children) found = from_each(found, child);
      break;
    case Kind::group:
      for (const GroupMember& member : lexicon_.groups.at(node.group))
        found.merge(ends(member.tree, from, sentence));
      break;
    case Kind::window:
      break;
  }
  return found;
}

inline std::map<std::uint32_t, std::uint32_t> SlowMatcher::longest(
    const PatternNode& node, const SlowSentence& sentence) const {
  std::map<std::uint32_t, std::uint32_t> begin_by_end;
  for (std::size_t at = 0; at < sentence.words.size(); ++at)
    for (const Place& end : ends(node, {at, false, true}, sentence))
      if (end.at > at)
        begin_by_end.try_emplace(static_cast<std::uint32_t>(end.at),
                                 static_cast<std::uint32_t>(at));
  return begin_by_end;
}

inline std::set<SlowMatch> SlowMatcher::matches(const SlowSentence& sentence) const {
  std::set<SlowMatch> found;
  for (std::uint32_t rule = 0; rule < lexicon_.patterns.size(); ++rule)
    found.merge(matches(lexicon_.patterns[rule].tree, rule, sentence));
  return found;
}

inline std::set<SlowMatch> SlowMatcher::matches(const PatternNode& tree, std::uint32_t rule,
                                                const SlowSentence& sentence) const {
  std::set<SlowMatch> found;
  if (spans_passage(tree)) return matches(tree.children[0], rule, sentence);
  if (tree.kind != PatternNode::Kind::window) {
    for (const auto& [end, begin] : longest(tree, sentence)) found.insert({rule, begin, end});
    return found;
  }
  const auto one = longest(tree.children[0], sentence), two = longest(tree.children[1], sentence);
  for (const auto& [firsts, seconds] : {std::pair(one, two), std::pair(two, one)})
    for (const auto& [end, begin] : seconds) {
      const auto after = firsts.upper_bound(begin);
      if (after == firsts.begin()) continue;
      const auto& [first_end, first_begin] = *std::prev(after);
      if (begin - first_end <= tree.words) found.insert({rule, first_begin, end});
    }
  return found;
}

}  // namespace pipeline
