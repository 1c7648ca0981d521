#include "pipeline/segment/unpunctuated.h"

#include <algorithm>
#include <array>
#include <string>

namespace pipeline {
namespace {

// In words. A clause of speech has about ten; a sentence of two or three is no loss to a reader,
// one of half a sentence is.
constexpr std::uint32_t shortest_sentence = 12, long_enough = 40, words_per_sign = 50;

enum class Place : std::uint8_t { none, fair, good };

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 15> subjects{"ik",  "je",  "jij",    "u",  "we",
                                                    "wij", "hij", "zij",    "ze", "men",
                                                    "er",  "ie",  "jullie", "'t", "iedereen"};

// Behind "maar" and "dus" they begin a clause of its own, behind "en" only the first half do: "de
// zorg en het onderwijs" is one phrase.
constexpr std::array<std::string_view, 8> times{"toen",   "dan",      "nu",  "daarna",
                                                "daarom", "daardoor", "als", "vervolgens"};
constexpr std::array<std::string_view, 14> others{"die", "dat", "dit",  "het", "de",  "een", "daar",
                                                  "wat", "hoe", "waar", "ja",  "nee", "op",  "in"};

constexpr std::array<std::string_view, 6> pointers{"die", "dat", "daar", "dit", "dus", "ja"};
constexpr std::array<std::string_view, 5> starters{"nou", "kijk", "toen", "daarna", "vervolgens"};

// Before these no sentence ends, whatever comes behind.
constexpr std::array<std::string_view, 21> clinging{
    "de",  "het", "een", "en",  "of",  "te", "om",  "in",   "op",   "van", "met",
    "bij", "aan", "uit", "die", "dat", "we", "als", "voor", "door", "naar"};

class Cutter {
 public:
  Cutter(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
         std::uint32_t end)
      : text_(text), tokens_(tokens), first_(first), end_(end) {}

  bool is_unpunctuated();
  std::vector<std::uint32_t> begins() const;

 private:
  bool is_sign(std::uint32_t at) const { return !tokens_[at].is_word(); }
  std::string word(std::uint32_t at) const;
  bool begins_line(std::uint32_t at) const;
  Place place(std::uint32_t at) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_, end_;
  std::uint32_t words_ = 0;
};

// In lower case as far as ASCII goes, which is all that these lists hold; empty past the end.
std::string Cutter::word(std::uint32_t at) const {
  constexpr std::size_t longest = 16;
  if (at < first_ || at >= end_) return {};
  std::string form(slice(text_, tokens_[at].span).substr(0, longest));
  std::ranges::transform(form, form.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return form;
}

// The sign at the very end is of no account: a recogniser may close a turn with a full stop.
bool Cutter::is_unpunctuated() {
  std::uint32_t signs = 0;
  for (std::uint32_t at = first_; at < end_; ++at) {
    if (!is_sign(at))
      ++words_;
    else if (at + 1 < end_ && tokens_[at].kind == TokenKind::punctuation)
      ++signs;
  }
  return words_ > longest_unbroken && signs * words_per_sign <= words_;
}

bool Cutter::begins_line(std::uint32_t at) const {
  const Span between{tokens_[at - 1].span.end, tokens_[at].span.begin};
  return slice(text_, between).find('\n') != std::string_view::npos;
}

Place Cutter::place(std::uint32_t at) const {
  const std::string here = word(at), next = word(at + 1), before = word(at - 1);
  const bool before_subject = is_among(next, subjects);
  if (here == "en" && (before_subject || is_among(next, times)))
    return is_among(before, subjects) ? Place::none : Place::good;  // "hij en ik"
  if (here == "maar" && before != "alleen" && before != "dan")
    if (before_subject || is_among(next, times) || is_among(next, others)) return Place::good;
  if (here == "dus" && (before_subject || is_among(next, times) || is_among(next, others)))
    return Place::good;
  if (here == "want") return Place::good;
  if (here == "en" && is_among(next, pointers)) return Place::fair;
  if (is_among(here, starters) || begins_line(at)) return Place::fair;
  return Place::none;
}

// At a good place as soon as the sentence is long enough to be one; at the last fair one when it
// gets too long; where there is none, between two words that do not cling together.
std::vector<std::uint32_t> Cutter::begins() const {
  std::vector<std::uint32_t> begins;
  std::uint32_t words = 0, left = words_, fair = 0;
  const auto cut_at = [&](std::uint32_t at) {
    begins.push_back(at);
    words = 0;
    fair = 0;
  };
  for (std::uint32_t at = first_; at < end_ && left >= shortest_sentence; ++at) {
    if (is_sign(at)) continue;
    if (words >= shortest_sentence) {
      const Place found = place(at);
      if (found == Place::good) {
        cut_at(at);
      } else if (found == Place::fair) {
        fair = at;
      }
      if (words >= long_enough && fair > 0) {
        words = at - fair;  // near enough: signs are few
        begins.push_back(fair);
        fair = 0;
      } else if (words >= longest_unbroken && !is_among(word(at - 1), clinging)) {
        cut_at(at);
      }
    }
    ++words;
    --left;
  }
  return begins;
}

}  // namespace

std::vector<std::uint32_t> begins_within(std::string_view text, const std::vector<Token>& tokens,
                                         std::uint32_t first, std::uint32_t end) {
  if (end - first <= longest_unbroken) return {};
  Cutter cutter(text, tokens, first, end);
  return cutter.is_unpunctuated() ? cutter.begins() : std::vector<std::uint32_t>();
}

}  // namespace pipeline
