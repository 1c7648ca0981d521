#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/tag/matcher.h"
#include "tests/tag/slow_matcher.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

// Few words, so that patterns match often.
const std::vector<std::string> words{"vertrouwen", "vertrouwt", "gemeente", "samenwerkingspartners",
                                     "werkt",      "Wmo",       "regels",   "de"};
const std::vector<std::string> elements{
    "vertrouwen", "\"vertrouwt\"", "gemeente", "*partner", "samenwerk*",
    "*werk*",     "=Wmo",          "regel",    "/^re/",    "de",
    "werken",     "<een>",         "<twee>",   "<drie>",   "*"};

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
  const auto window = rc::gen::map(rc::gen::pair(phrase(1), phrase(1)), [](const auto& halves) {
    return halves.first + " ~2 " + halves.second;
  });
  return rc::gen::weightedOneOf<std::string>({{4, phrase(2)}, {1, window}});
}

// Only groups named later are used, so that there is no ring.
std::vector<PatternNode> members(const std::vector<std::string>& texts,
                                 const std::set<std::string>& allowed) {
  std::vector<PatternNode> trees{*parse_pattern("de regel")};
  for (const std::string& text : texts) {
    const auto tree = parse_pattern(text);
    if (!tree || has_window(*tree)) continue;
    const auto used = groups_in(*tree);
    if (std::all_of(used.begin(), used.end(),
                    [&](const auto& name) { return allowed.contains(name); }))
      trees.push_back(*tree);
  }
  return trees;
}

RC_GTEST_PROP(Matcher, FindsWhatPatternByPatternMatchingFinds, ()) {
  const auto texts =
      *rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(whole_pattern()));
  const auto group_texts = *rc::gen::container<std::vector<std::string>>(3, phrase(1));
  Lexicon lexicon;
  lexicon.groups["drie"] = members({group_texts[0]}, {});
  lexicon.groups["twee"] = members({group_texts[1], "<drie>"}, {"drie"});
  lexicon.groups["een"] = members({group_texts[2], "gemeente"}, {"twee", "drie"});
  for (const std::string& text : texts)
    if (const auto tree = parse_pattern(text))
      lexicon.patterns.push_back({text, *tree, 0, Valence::neutral, {}});
  Vocabulary vocabulary(word_table());
  Matcher matcher(lexicon, vocabulary);
  const SlowMatcher slow(lexicon, vocabulary);

  const auto chosen =
      *rc::gen::resize(14, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)));
  SlowSentence sentence;
  SentenceWords view;
  for (const std::string& word : chosen) {
    sentence.words.push_back(vocabulary.id_of(word));
    sentence.break_before.push_back(*rc::gen::weightedElement<bool>({{6, false}, {1, true}}));
    view.tokens.push_back(static_cast<std::uint32_t>(view.tokens.size()));
    view.classes.push_back(matcher.classes().of_word(sentence.words.back()));
    view.break_before.push_back(sentence.break_before.back());
  }
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

}  // namespace
}  // namespace pipeline
