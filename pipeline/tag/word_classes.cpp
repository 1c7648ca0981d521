#include "pipeline/tag/word_classes.h"

#include <algorithm>

namespace pipeline {

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
  known_.resize(std::max({index + 1, vocabulary_.size(), known_.size() * 2}),
                Known{{unknown, unknown}, 0});
}

void WordClasses::add_classes(const std::vector<std::uint32_t>& tests) {
  for (const std::uint32_t test : tests)
    pool_.insert(pool_.end(), with_test_[test].begin(), with_test_[test].end());
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
  const auto range_with = [&](const std::vector<std::uint32_t>& tests) {
    const auto begin = static_cast<std::uint32_t>(pool_.size());
    add_classes(always);
    add_classes(tests);
    return finish(begin);
  };
  if (!is_read) return {range_with({}), 0};
  Known known{{}, static_cast<std::uint32_t>(reading_ranges_.size())};
  for (const auto& tests : as_read) reading_ranges_.push_back(range_with(tests));
  return known;
}

WordClasses::Range WordClasses::of_both(WordId word, std::uint8_t reading, WordId also) {
  const auto [known, is_new] = both_.try_emplace({word, reading, also});
  if (!is_new) return known->second;
  const auto& readings = vocabulary_[also].readings;
  const auto verb = std::find_if(readings.begin(), readings.end(), [](const Reading& it) {
    return is_of(it.word_class, PartOfSpeech::verb);
  });
  const auto as_verb =
      static_cast<std::uint8_t>(verb == readings.end() ? 0 : verb - readings.begin());
  const Range first = of_word(word, reading), second = of_word(also, as_verb);
  const auto begin = static_cast<std::uint32_t>(pool_.size());
  for (const Range range : {first, second})
    for (std::uint32_t i = range.begin; i < range.end; ++i) pool_.push_back(ClassId{pool_[i]});
  return known->second = finish(begin);
}

WordClasses::Range WordClasses::finish(std::uint32_t begin) {
  std::sort(pool_.begin() + begin, pool_.end());
  pool_.erase(std::unique(pool_.begin() + begin, pool_.end()), pool_.end());
  return {begin, static_cast<std::uint32_t>(pool_.size())};
}

}  // namespace pipeline
