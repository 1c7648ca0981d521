#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/tag/false_friends.h"
#include "pipeline/tag/matcher.h"
#include "pipeline/tag/turns.h"
#include "tests/tag/slow_matcher.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

// Few words, so that patterns match often.
const std::vector<std::string> words{"vertrouwen", "vertrouwt", "gemeente", "samenwerkingspartners",
                                     "werkt",      "Wmo",       "regels",   "de",
                                     "werken"};
const std::vector<std::string> elements{
    "vertrouwen",    "\"vertrouwt\"", "gemeente", "*partner", "samenwerk*",
    "*werk*",        "=Wmo",          "regel",    "/^re/",    "de",
    "werken",        "<een>",         "<twee>",   "<drie>",   "*",
    "vertrouwen_zn", "vertrouwen_ww", "regels_zn"};

rc::Gen<std::string> phrase(int depth);

rc::Gen<std::string> element(int depth) {
  const auto leaf = rc::gen::elementOf(elements);
  if (depth == 0) return leaf;
  const auto bracketed = rc::gen::map(
      rc::gen::tuple(phrase(depth - 1), phrase(depth - 1), rc::gen::arbitrary<bool>(),
                     rc::gen::arbitrary<bool>()),
      [](const std::tuple<std::string, std::string, bool, bool>& made) {
        const auto& [one, two, is_choice, may_be_absent] = made;
        return "(" + one + (is_choice ? "|" + two : "") + ")" + (may_be_absent ? "?" : "");
      });
  return rc::gen::weightedOneOf<std::string>({{3, leaf}, {1, bracketed}});
}

rc::Gen<std::string> phrase(int depth) {
  const auto gap = rc::gen::element<std::string>("", "", "", "[1]", "[3]");
  return rc::gen::map(
      rc::gen::tuple(
          rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(element(depth))),
          rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(gap)), element(depth)),
      [](const std::tuple<std::vector<std::string>, std::vector<std::string>, std::string>& made) {
        const auto& [parts, gaps, last] = made;
        std::string text;
        for (std::size_t i = 0; i < parts.size(); ++i)
          text += parts[i] + " " + (i < gaps.size() ? gaps[i] : "") + " ";
        return text + last;
      });
}

rc::Gen<std::string> whole_pattern() {
  const auto sign = rc::gen::element<std::string>(" ~2 ", " ~zin ", " ~beurt ");
  const auto window =
      rc::gen::map(rc::gen::tuple(phrase(1), sign, phrase(1)),
                   [](const std::tuple<std::string, std::string, std::string>& made) {
                     return std::get<0>(made) + std::get<1>(made) + std::get<2>(made);
                   });
  return rc::gen::weightedOneOf<std::string>({{4, phrase(2)}, {1, window}, {4, element(0)}});
}

// Only groups named later are used, so that there is no ring.
std::vector<GroupMember> members(const std::vector<std::string>& texts,
                                 const std::set<std::string>& allowed) {
  std::vector<GroupMember> lines{{"de regel", *parse_pattern("de regel"), {}}};
  for (const std::string& text : texts) {
    const auto tree = parse_pattern(text);
    if (!tree || has_window(*tree)) continue;
    const auto used = groups_in(*tree);
    if (std::all_of(used.begin(), used.end(),
                    [&](const auto& name) { return allowed.contains(name); }))
      lines.push_back({text, *tree, {}});
  }
  return lines;
}

// A lexicon of made-up patterns with made-up false friends, and a sentence for it.
struct Case {
  Lexicon lexicon;
  SlowSentence sentence;
};

std::vector<std::string> patterns_of(int most) {
  return *rc::gen::resize(most, rc::gen::container<std::vector<std::string>>(whole_pattern()));
}

Case any_case() {
  Case made;
  const auto friends = patterns_of(3);
  auto texts = patterns_of(12);
  texts.push_back(*element(0) + " ~beurt " + *element(0));
  const auto group_texts = *rc::gen::container<std::vector<std::string>>(3, phrase(1));
  Lexicon& lexicon = made.lexicon;
  lexicon.factors.resize(2);
  lexicon.groups["drie"] = members({group_texts[0]}, {});
  lexicon.groups["twee"] = members({group_texts[1], "<drie>"}, {"drie"});
  lexicon.groups["een"] = members({group_texts[2], "gemeente"}, {"twee", "drie"});
  for (const std::string& text : texts)
    if (const auto tree = parse_pattern(text))
      lexicon.patterns.push_back({text, *tree, lexicon.patterns.size() % 2, Valence::neutral, {}});
  for (const std::string& text : friends) {
    const auto tree = parse_pattern(text);
    if (!tree || lexicon.patterns.empty() || spans_passage(*tree)) continue;
    const std::size_t pattern = *rc::gen::inRange<std::size_t>(0, lexicon.patterns.size());
    const bool is_of_pattern = *rc::gen::arbitrary<bool>();
    lexicon.false_friends.push_back({text,
                                     *tree,
                                     lexicon.patterns[pattern].factor,
                                     is_of_pattern ? std::optional(pattern) : std::nullopt,
                                     {}});
  }
  return made;
}

SentenceWords any_sentence(SlowSentence& sentence, Matcher& matcher, Vocabulary& vocabulary) {
  SentenceWords view;
  const auto chosen =
      *rc::gen::resize(14, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)));
  for (const std::string& word : chosen) {
    sentence.words.push_back(vocabulary.id_of(word));
    const std::size_t readings = vocabulary[sentence.words.back()].readings.size();
    sentence.readings.push_back(
        static_cast<std::uint8_t>(*rc::gen::inRange<std::size_t>(0, readings)));
    sentence.break_before.push_back(*rc::gen::weightedElement<bool>({{6, false}, {1, true}}));
    view.tokens.push_back(static_cast<std::uint32_t>(view.tokens.size()));
    view.kinds.push_back(
        matcher.classes().of_word(sentence.words.back(), sentence.readings.back()));
    view.break_before.push_back(sentence.break_before.back());
  }
  return view;
}

void expect_as_slow(Matcher& matcher, const SentenceWords& view, const SlowMatcher& slow,
                    const SlowSentence& sentence) {
  std::vector<SequenceMatch> fast;
  matcher.match_patterns(view, fast);
  std::set<SlowMatch> found;
  for (const SequenceMatch& match : fast) {
    RC_ASSERT(found.insert({match.rule, match.begin, match.end}).second);
    RC_ASSERT(covers(match, match.begin));
    RC_ASSERT(covers(match, match.end - 1));
  }
  RC_CLASSIFY(found.empty(), "nothing to find");
  RC_CLASSIFY(found.size() > 5, "more than five matches");
  RC_ASSERT(found == slow.matches(sentence));
}

RC_GTEST_PROP(Matcher, FindsWhatPatternByPatternMatchingFinds, ()) {
  auto [lexicon, sentence] = any_case();
  Vocabulary vocabulary(word_table());
  Matcher matcher(lexicon, vocabulary);
  const SlowMatcher slow(lexicon, vocabulary);
  const SentenceWords view = any_sentence(sentence, matcher, vocabulary);
  expect_as_slow(matcher, view, slow, sentence);
}

// After some hundreds of sentences it knows better which words are rare.
RC_GTEST_PROP(Matcher, FindsTheSameWhenItHasLearnedWhatIsRare, ()) {
  auto [lexicon, sentence] = any_case();
  Vocabulary vocabulary(word_table());
  Matcher matcher(lexicon, vocabulary);
  SlowSentence before;
  const SentenceWords seen = any_sentence(before, matcher, vocabulary);
  for (int i = 0; i < 600; ++i) {
    std::vector<SequenceMatch> matches;
    matcher.match_patterns(seen, matches);
  }
  const SlowMatcher slow(lexicon, vocabulary);
  expect_as_slow(matcher, seen, slow, before);
  const SentenceWords view = any_sentence(sentence, matcher, vocabulary);
  expect_as_slow(matcher, view, slow, sentence);
}

// Every match against every match of every false friend.
bool is_mistaken(const SequenceMatch& match, const Lexicon& lexicon, const SlowMatcher& slow,
                 const SlowSentence& sentence, const std::vector<SequenceMatch>& friends) {
  for (std::uint32_t i = 0; i < lexicon.false_friends.size(); ++i) {
    const FalseFriend& it = lexicon.false_friends[i];
    if (it.pattern ? *it.pattern != match.rule : it.factor != lexicon.patterns[match.rule].factor)
      continue;
    for (const SlowMatch& place : slow.matches(it.tree, i, sentence)) {
      if (match.begin >= place.begin && match.end <= place.end) return true;
      for (const SequenceMatch& other : friends)
        for (std::uint32_t word = 0; word < sentence.words.size(); ++word)
          if (SlowMatch{other.rule, other.begin, other.end} == place && covers(other, word) &&
              covers(match, word))
            return true;
    }
  }
  return false;
}

RC_GTEST_PROP(Matcher, TakesOutWhatAFalseFriendCoversAndNothingElse, ()) {
  Case made = any_case();
  const Lexicon& lexicon = made.lexicon;
  SlowSentence& sentence = made.sentence;
  Vocabulary vocabulary(word_table());
  Matcher matcher(lexicon, vocabulary);
  const SlowMatcher slow(lexicon, vocabulary);
  const SentenceWords view = any_sentence(sentence, matcher, vocabulary);
  std::vector<SequenceMatch> matches, friends;
  matcher.match_patterns(view, matches);
  const std::vector<SequenceMatch> all = matches;
  const FalseFriends false_friends(lexicon);
  if (false_friends.concern(matches)) {
    matcher.match_false_friends(view, friends);
    false_friends.take_out(matches, friends);
  }
  std::vector<SequenceMatch> expected = all;
  std::erase_if(expected, [&](const SequenceMatch& match) {
    return is_mistaken(match, lexicon, slow, sentence, friends);
  });
  RC_CLASSIFY(expected.size() < all.size(), "some taken out");
  RC_ASSERT(matches == expected);
}

// A passage of a few sentences: each first half that has a second one anywhere but in its own
// words.
RC_GTEST_PROP(Turns, KeepFirstHalvesThatHaveASecondOneInThePassage, ()) {
  const Lexicon lexicon = any_case().lexicon;
  Vocabulary vocabulary(word_table());
  Matcher matcher(lexicon, vocabulary);
  const SlowMatcher slow(lexicon, vocabulary);
  std::vector<SlowSentence> sentences(3);
  std::vector<SentenceWords> views;
  std::vector<SecondHalf> halves;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    views.push_back(any_sentence(sentences[s], matcher, vocabulary));
    std::vector<SequenceMatch> found;
    matcher.match_second_halves(views[s], found);
    for (const SequenceMatch& it : found) halves.push_back({it.rule, s, it.begin, it.end, {}});
  }
  Turns turns(lexicon);
  turns.know(halves);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    std::vector<SequenceMatch> matches;
    matcher.match_patterns(views[s], matches);
    std::vector<SequenceMatch> expected = matches;
    std::erase_if(expected, [&](const SequenceMatch& match) {
      const PatternNode& tree = lexicon.patterns[match.rule].tree;
      if (!spans_passage(tree)) return false;
      for (std::uint32_t other = 0; other < sentences.size(); ++other)
        for (const SlowMatch& it : slow.matches(tree.children[1], 0, sentences[other]))
          if (other != s || it.end <= match.begin || it.begin >= match.end) return false;
      return true;
    });
    RC_CLASSIFY(expected.size() < matches.size(), "some taken out");
    turns.take_out_single(s, matches);
    RC_ASSERT(matches == expected);
  }
}

}  // namespace
}  // namespace pipeline
