#include "pipeline/tag/word_classes.h"

#include <algorithm>

namespace pipeline {

std::size_t WordClasses::HashOfSet::operator()(const std::vector<std::uint32_t>& set) const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = set.size();
  for (const std::uint32_t number : set) hash = ((hash ^ (hash >> 32)) + number + 1) * odd;
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

std::vector<std::uint32_t> WordClasses::numbers_of(const std::vector<WordTest>& tests) {
  std::vector<std::uint32_t> numbers;
  for (const WordTest& test : tests) numbers.push_back(tests_.add(test));
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::uint32_t WordClasses::weight_of(const WordTest& test) {
  constexpr std::uint32_t content = 1, within = 3, expression = 20, function = 300;
  switch (test.kind) {
    case WordTest::Kind::prefix:
    case WordTest::Kind::suffix:
    case WordTest::Kind::infix:
      return within;
    case WordTest::Kind::expression:
      return expression;
    default:
      break;
  }
  switch (vocabulary_[vocabulary_.id_of(test.text)].readings.front().word_class) {
    case WordClass::noun:
    case WordClass::proper_noun:
    case WordClass::verb:
    case WordClass::adjective:
      return content;
    default:
      return function;
  }
}

ClassId WordClasses::add(const std::vector<std::uint32_t>& numbers,
                         const std::vector<WordTest>& tests) {
  with_test_.resize(tests_.size());
  for (const std::uint32_t number : numbers) with_test_[number].push_back(count_);
  std::uint32_t weight = 0;
  for (const WordTest& test : tests) weight += weight_of(test);
  weights_.push_back(weight);
  return count_++;
}

ClassId WordClasses::of(const std::vector<WordTest>& tests) {
  std::vector<std::uint32_t> numbers = numbers_of(tests);
  if (const auto known = sets_.find(numbers); known != sets_.end()) return known->second;
  const ClassId id = add(numbers, tests);
  sets_.emplace(std::move(numbers), id);
  return id;
}

ClassId WordClasses::named(const std::string& name, const std::vector<WordTest>& tests) {
  return names_[name] = add(numbers_of(tests), tests);
}

void WordClasses::make_room(std::size_t index) {
  known_.resize(std::max({index + 1, vocabulary_.size(), known_.size() * 2}), Known{unknown, 0});
}

WordClasses::Known WordClasses::find(WordId word) {
  const Word& it = vocabulary_[word];
  const std::vector<std::uint32_t> always = tests_.holding_of(it);
  std::vector<std::vector<std::uint32_t>> as_read;
  bool is_read = false;
  for (const Reading& reading : it.readings) {
    as_read.push_back(tests_.holding_of(reading));
    is_read = is_read || !as_read.back().empty();
  }
  const auto kind_with = [&](const std::vector<std::uint32_t>& more) {
    std::vector<ClassId> classes;
    for (const auto* tests : {&always, &more})
      for (const std::uint32_t test : *tests)
        classes.insert(classes.end(), with_test_[test].begin(), with_test_[test].end());
    return kind_of(std::move(classes));
  };
  if (!is_read) return {kind_with({}), 0};
  const Known known{0, static_cast<std::uint32_t>(reading_kinds_.size())};
  for (const auto& tests : as_read) reading_kinds_.push_back(kind_with(tests));
  return known;
}

KindId WordClasses::of_both(WordId word, std::uint8_t reading, WordId also) {
  const auto [known, is_new] = both_.try_emplace({word, reading, also});
  if (!is_new) return known->second;
  const auto& readings = vocabulary_[also].readings;
  const auto verb = std::find_if(readings.begin(), readings.end(), [](const Reading& it) {
    return is_of(it.word_class, PartOfSpeech::verb);
  });
  const auto as_verb =
      static_cast<std::uint8_t>(verb == readings.end() ? 0 : verb - readings.begin());
  std::vector<ClassId> either;
  for (const KindId kind : {of_word(word, reading), of_word(also, as_verb)})
    either.insert(either.end(), classes(kind).begin(), classes(kind).end());
  return known->second = kind_of(std::move(either));
}

KindId WordClasses::kind_of(std::vector<ClassId> classes) {
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  const auto [known, is_new] =
      kind_ids_.try_emplace(std::move(classes), static_cast<KindId>(kinds_.size()));
  if (is_new) kinds_.push_back(&known->first);
  return known->second;
}

}  // namespace pipeline
