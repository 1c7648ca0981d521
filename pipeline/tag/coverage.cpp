#include "pipeline/tag/coverage.h"

#include <algorithm>

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

using Kind = WordTest::Kind;

bool is_wildcard(Kind kind) {
  return kind == Kind::prefix || kind == Kind::suffix || kind == Kind::infix;
}
bool is_word(Kind kind) {
  return kind == Kind::lemma || kind == Kind::exact || kind == Kind::cased;
}

bool is_caught(const WordTest& wildcard, const std::string& folded) {
  if (wildcard.kind == Kind::prefix) return folded.starts_with(wildcard.text);
  if (wildcard.kind == Kind::suffix) return folded.ends_with(wildcard.text);
  return folded.find(wildcard.text) != std::string::npos;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& text) {
    return std::find(b.begin(), b.end(), text) != b.end();
  });
}

}  // namespace

std::uint32_t Coverage::number(const WordTest& test) {
  const std::uint32_t number = tests_.add(test);
  if (number == facts_.size()) facts_.push_back({test, false, {}, {}});
  return number;
}

std::optional<std::vector<Steps>> Coverage::ways(const PatternNode& tree, const Lexicon& lexicon) {
  return ways_of(tree, lexicon, [&](const WordTest& test) { return number(test); });
}

const Coverage::Facts& Coverage::facts(std::uint32_t number) {
  Facts& it = facts_[number];
  if (it.is_known) return it;
  it.is_known = true;
  if (!is_word(it.test.kind)) return it;
  const Word& word = vocabulary_[vocabulary_.id_of(it.test.text)];
  it.held = tests_.holding_of(word);
  if (it.test.kind == Kind::lemma) {
    it.lemmas = lemmas_meant(word, it.test.part);
  } else {
    it.lemmas = {word.folded};
    for (const Reading& reading : word.readings) it.lemmas.push_back(fold(reading.lemma));
  }
  return it;
}

bool Coverage::covers(std::uint32_t wide, std::uint32_t narrow) {
  if (wide == narrow || facts_[wide].test.kind == Kind::any) return true;
  const WordTest& more = facts_[wide].test;
  const WordTest& less = facts_[narrow].test;
  switch (less.kind) {
    case Kind::exact:
    case Kind::cased: {
      const auto& held = facts(narrow).held;
      return more.kind != Kind::cased && std::binary_search(held.begin(), held.end(), wide);
    }
    case Kind::lemma: {
      const auto& lemmas = facts(narrow).lemmas;
      if (is_wildcard(more.kind))
        return std::all_of(lemmas.begin(), lemmas.end(),
                           [&](const std::string& lemma) { return is_caught(more, lemma); });
      if (more.kind != Kind::lemma) return false;
      if (more.part != PartOfSpeech::any && more.part != less.part) return false;
      const auto& others = facts(wide).lemmas;
      return std::all_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
        return std::find(others.begin(), others.end(), lemma) != others.end();
      });
    }
    case Kind::prefix:
    case Kind::suffix:
    case Kind::infix:
      return (more.kind == less.kind || more.kind == Kind::infix) && is_caught(more, less.text);
    case Kind::expression:
    case Kind::any:
      break;
  }
  return false;
}

bool Coverage::covers(const Step& wide, const Step& narrow) {
  if (wide.gap > 0 || narrow.gap > 0) return false;
  if (!narrow.group.empty()) return wide.group == narrow.group;
  return std::all_of(narrow.tests.begin(), narrow.tests.end(), [&](std::uint32_t test) {
    return std::any_of(wide.tests.begin(), wide.tests.end(),
                       [&](std::uint32_t other) { return covers(other, test); });
  });
}

struct Coverage::Pair {
  const Steps& wide;
  const Steps& narrow;
  std::vector<bool> failed;  // by step of `wide` and of `narrow`
};

std::optional<std::size_t> Coverage::finds(Pair& pair, std::size_t i, std::size_t j) {
  if (i == pair.wide.size()) return j;
  const std::size_t place = i * (pair.narrow.size() + 1) + j;
  if (pair.failed[place]) return std::nullopt;
  const Step& step = pair.wide[i];
  std::optional<std::size_t> end;
  if (step.gap == 0) {
    if (j < pair.narrow.size() && covers(step, pair.narrow[j])) end = finds(pair, i + 1, j + 1);
  } else {
    for (std::uint32_t left = step.gap;; ++j) {
      end = finds(pair, i + 1, j);
      if (end || j == pair.narrow.size() || !pair.narrow[j].group.empty()) break;
      const std::uint32_t words = std::max(pair.narrow[j].gap, 1U);
      if (words > left) break;
      left -= words;
    }
  }
  pair.failed[place] = !end;
  return end;
}

std::pair<std::size_t, std::size_t> Coverage::stretch(const Steps& wide, const Steps& narrow) {
  Pair pair{wide, narrow, std::vector<bool>((wide.size() + 1) * (narrow.size() + 1))};
  for (std::size_t j = 0; j < narrow.size(); ++j)
    if (const auto end = finds(pair, 0, j)) return {j, *end};
  return {0, 0};
}

bool Coverage::may_be_caught(const Facts& word, std::uint32_t test) const {
  if (std::binary_search(word.held.begin(), word.held.end(), test)) return true;
  const WordTest& wildcard = facts_[test].test;
  return is_wildcard(wildcard.kind) &&
         std::any_of(word.lemmas.begin(), word.lemmas.end(),
                     [&](const std::string& lemma) { return is_caught(wildcard, lemma); });
}

bool Coverage::may_meet(std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  const Facts &one = facts(a), &other = facts(b);
  if (is_word(one.test.kind) && is_word(other.test.kind)) return share(one.lemmas, other.lemmas);
  if (is_word(one.test.kind)) return may_be_caught(one, b);
  if (is_word(other.test.kind)) return may_be_caught(other, a);
  return true;  // two wildcards or expressions: who knows
}

}  // namespace pipeline
