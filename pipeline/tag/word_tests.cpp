#include "pipeline/tag/word_tests.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

std::string reversed(std::string_view text) {
  return {text.rbegin(), text.rend()};
}

std::vector<std::string> folded_lemmas(const Word& word, PartOfSpeech part = PartOfSpeech::any) {
  std::vector<std::string> lemmas;
  for (const Reading& reading : word.readings) {
    if (!is_of(reading.word_class, part)) continue;
    std::string lemma = fold(reading.lemma);
    if (std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end())
      lemmas.push_back(std::move(lemma));
  }
  return lemmas;
}

}  // namespace

// One set for all expressions; it is compiled again when one was added since.
struct WordTests::Expressions {
  std::vector<std::unique_ptr<re2::RE2>> single;
  std::vector<std::uint32_t> numbers;
  std::unique_ptr<re2::RE2::Set> all;

  void hold(const std::string& folded, std::vector<std::uint32_t>& found) {
    if (single.empty()) return;
    if (!all) {
      all = std::make_unique<re2::RE2::Set>(quiet(), re2::RE2::UNANCHORED);
      for (const auto& expression : single) all->Add(expression->pattern(), nullptr);
      all->Compile();
    }
    std::vector<int> matching;
    re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
    if (all->Match(folded, &matching, &error))
      for (const int i : matching) found.push_back(numbers[static_cast<std::size_t>(i)]);
    if (error.kind == re2::RE2::Set::kNoError) return;
    // The set as a whole ran out of memory; one by one they do not.
    for (std::size_t i = 0; i < single.size(); ++i)
      if (re2::RE2::PartialMatch(folded, *single[i])) found.push_back(numbers[i]);
  }
};

bool is_of(WordClass word_class, PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::any:
      return true;
    case PartOfSpeech::noun:
      return word_class == WordClass::noun || word_class == WordClass::proper_noun;
    case PartOfSpeech::verb:
      return word_class == WordClass::verb || word_class == WordClass::auxiliary;
    case PartOfSpeech::adjective:
      return word_class == WordClass::adjective;
    case PartOfSpeech::adverb:
      return word_class == WordClass::adverb;
  }
  return false;
}

std::vector<std::string> lemmas_meant(const Word& word, PartOfSpeech part) {
  std::vector<std::string> lemmas = folded_lemmas(word, part);
  if (std::find(lemmas.begin(), lemmas.end(), word.folded) != lemmas.end()) return {word.folded};
  lemmas.push_back(word.folded);
  return lemmas;
}

WordTests::WordTests(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), expressions_(std::make_unique<Expressions>()) {}
WordTests::~WordTests() = default;

std::uint32_t WordTests::add(const WordTest& test) {
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  std::string key{static_cast<char>(test.kind), static_cast<char>(test.part)};
  const auto [known, is_new] = numbers_.try_emplace(std::move(key += test.text), number);
  if (!is_new) return known->second;
  switch (test.kind) {
    case WordTest::Kind::lemma:
      for (std::string& lemma : lemmas_meant(vocabulary_[vocabulary_.id_of(test.text)], test.part))
        (test.part == PartOfSpeech::any ? lemmas_ : lemmas_as_[test.part])
            .emplace(std::move(lemma), number);
      break;
    case WordTest::Kind::exact:
      exact_.emplace(test.text, number);
      break;
    case WordTest::Kind::cased:
      cased_.emplace(test.text, number);
      break;
    case WordTest::Kind::prefix:
      prefixes_.insert(test.text, number);
      break;
    case WordTest::Kind::suffix:
      suffixes_.insert(reversed(test.text), number);
      break;
    case WordTest::Kind::infix:
      infixes_.insert(test.text, number);
      break;
    case WordTest::Kind::expression:
      expressions_->single.push_back(std::make_unique<re2::RE2>(piece(test.text), quiet()));
      expressions_->numbers.push_back(number);
      expressions_->all.reset();
      break;
    case WordTest::Kind::any:
      break;  // holds of every word; the sequences know
  }
  return number;
}

std::vector<std::uint32_t> WordTests::holding_of(const Word& word) const {
  std::vector<std::uint32_t> found;
  const auto take = [&](const auto& table, const std::string& key) {
    const auto [first, last] = table.equal_range(key);
    for (auto it = first; it != last; ++it) found.push_back(it->second);
  };
  if (!cased_.empty()) take(cased_, word.surface);
  take(exact_, word.folded);
  take(lemmas_, word.folded);
  hold_within(word.folded, found);
  for (const std::string& lemma : folded_lemmas(word)) {
    if (lemma == word.folded) continue;
    take(lemmas_, lemma);
    hold_within(lemma, found);
  }
  for (const WordPart& part : word.parts) {
    const std::string_view form =
        std::string_view(word.folded).substr(part.begin, part.end - part.begin);
    hold_within(form, found);
    if (part.lemma != form) hold_within(part.lemma, found);
  }
  expressions_->hold(word.folded, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint32_t> WordTests::holding_of(const Reading& reading) const {
  std::vector<std::uint32_t> found;
  for (const auto& [part, lemmas] : lemmas_as_) {
    if (!is_of(reading.word_class, part)) continue;
    const auto [first, last] = lemmas.equal_range(fold(reading.lemma));
    for (auto it = first; it != last; ++it) found.push_back(it->second);
  }
  std::sort(found.begin(), found.end());
  return found;
}

void WordTests::hold_within(std::string_view folded, std::vector<std::uint32_t>& found) const {
  const auto take = [&](std::uint32_t number, std::size_t) { found.push_back(number); };
  prefixes_.prefixes(folded, take);
  if (!suffixes_.empty()) suffixes_.prefixes(reversed(folded), take);
  if (!infixes_.empty())
    for (std::size_t i = 0; i < folded.size(); ++i) infixes_.prefixes(folded.substr(i), take);
}

}  // namespace pipeline
