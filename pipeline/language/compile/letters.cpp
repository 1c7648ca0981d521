#include "pipeline/language/compile/letters.h"

namespace pipeline {

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

namespace {

bool is_consonant(char letter) {
  return letter >= 'a' && letter <= 'z' && !is_vowel(letter);
}

}  // namespace

bool ends_in_vowel_consonant(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 2 || !is_consonant(word[n - 1]) || word[n - 1] == 'w' || word[n - 1] == 'x' ||
      word[n - 1] == 'j')
    return false;
  if (std::string_view("aeiou").find(word[n - 2]) == std::string_view::npos) return false;
  return n < 3 || !is_vowel(word[n - 3]) || (n > 3 && word[n - 3] == 'u' && word[n - 4] == 'q');
}

bool ends_in_long_vowel_consonant(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 3 && is_consonant(word[n - 1]) && word[n - 2] == word[n - 3] &&
         std::string_view("aeou").find(word[n - 2]) != std::string_view::npos;
}

std::string opened(std::string_view word) {
  std::string open(word);
  if (ends_in_long_vowel_consonant(word)) open.erase(open.size() - 2, 1);
  return open;
}

std::string closed(std::string_view word) {
  std::string close(word);
  if (ends_in_vowel_consonant(word) && word[word.size() - 2] != 'i')
    close.insert(close.size() - 1, 1, close[close.size() - 2]);
  return close;
}

std::string doubled(std::string_view word) {
  return std::string(word) + word.back();
}

std::string voiced(std::string_view word) {
  std::string soft(word);
  if (!soft.empty() && soft.back() == 'f') soft.back() = 'v';
  if (!soft.empty() && soft.back() == 's') soft.back() = 'z';
  return soft;
}

std::string devoiced(std::string_view word) {
  std::string hard(word);
  if (!hard.empty() && hard.back() == 'v') hard.back() = 'f';
  if (!hard.empty() && hard.back() == 'z') hard.back() = 's';
  return hard;
}

std::vector<std::string> before_e(std::string_view word) {
  std::vector<std::string> stems;
  const auto add = [&](std::string stem) {
    if (voiced(stem) != stem) stems.push_back(voiced(stem));
    stems.push_back(std::move(stem));
  };
  if (ends_in_vowel_consonant(word)) return {doubled(word), std::string(word)};
  if (ends_in_long_vowel_consonant(word)) add(opened(word));
  add(std::string(word));
  return stems;
}

}  // namespace pipeline
