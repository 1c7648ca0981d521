#include "pipeline/segment/remarks.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/segment/labels.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/marks.h"

namespace pipeline {
namespace {

// What is noted; one of these stands in every remark of words.
constexpr std::array<std::string_view, 65> acts{
    "lacht",          "lachen",         "lachend",    "gelach",     "gelachen",     "lach",
    "lachje",         "grinnikt",       "grinniken",  "grinnikend", "gegrinnik",    "giechelt",
    "giechelen",      "gegiechel",      "glimlacht",  "zucht",      "zuchten",      "zuchtend",
    "kucht",          "kuchen",         "gekuch",     "hoest",      "hoesten",      "gehoest",
    "snikt",          "snikken",        "huilt",      "huilen",     "snift",        "snuift",
    "fluistert",      "fluisterend",    "stilte",     "stil",       "pauze",        "pause",
    "onverstaanbaar", "onduidelijk",    "onhoorbaar", "verstaan",   "verstaanbaar", "hoorbaar",
    "inaudible",      "unintelligible", "crosstalk",  "overlap",    "ruis",         "muziek",
    "applaus",        "geroezemoes",    "laughter",   "laughs",     "laughing",     "music",
    "silence",        "applause",       "knikt",      "knikken",    "knikkend",     "zwijgt",
    "gebaart",        "rinkelt",        "geklop",     "gepiep",     "geluid"};
// What may stand beside: who does it, how, where and for how long.
constexpr std::array<std::string_view, 67> besides{
    "beiden",      "beide",      "allebei",     "allen",     "iedereen",   "samen",    "er",
    "wordt",       "respondent", "interviewer", "deelnemer", "deelnemers", "hij",      "zij",
    "ze",          "men",        "kort",        "korte",     "lang",       "lange",    "even",
    "hard",        "harde",      "zacht",       "zachtjes",  "luid",       "heel",     "te",
    "niet",        "slecht",     "moeilijk",    "deels",     "gedeelte",   "stukje",   "door",
    "op",          "de",         "het",         "een",       "met",        "in",       "van",
    "achtergrond", "woord",      "woorden",     "naam",      "zin",        "telefoon", "gaat",
    "bel",         "deur",       "elkaar",      "praten",    "praat",      "spreken",  "opname",
    "sec",         "sec.",       "s",           "seconde",   "seconden",   "seconds",  "second",
    "minuten",     "min",        "ja",          "hoofd"};
constexpr std::array<std::string_view, 9> seconds{
    "s", "sec", "sec.", "seconde", "seconden", "second", "seconds", "secs", "tel"};

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::ranges::find(words, word) != words.end();
}

std::string lower(std::string_view word) {
  std::string result(word);
  std::ranges::transform(result, result.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return result;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos &&
         word.front() >= '0' && word.front() <= '9';
}
bool is_time(std::string_view word) {
  const auto mark = loose_time_mark_at(word, 0);
  return mark && mark->end == word.size();
}

// Cuts at spaces and the signs that part words.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t,;?!", at), text.size());
    if (end > at) use(text.substr(at, end - at));
    at = end + 1;
  }
}

// "lacht", "Fenna lacht hard", "onverstaanbaar, 00:12:03", "3 seconden stilte", "2 sec".
bool is_noted(std::string_view content) {
  bool has_act = content.ends_with("door elkaar"), is_all = true, is_first = true,
       after_number = false;
  for_each_word(content, [&](std::string_view part) {
    const std::string word = lower(part);
    const bool is_span = after_number && is_among(word, seconds);
    const bool is_name = is_first && character_at(part, 0).kind == CharacterKind::upper;
    has_act |= is_among(word, acts) || is_span;
    is_all &= is_name || is_number(word) || is_time(word) || is_among(word, acts) ||
              is_among(word, besides) || is_span;
    after_number = is_number(word);
    is_first = false;
  });
  return has_act && is_all;
}

// "..", "-", "?", "0.5", "3s", "01:02:03".
bool is_sign(std::string_view content) {
  if (content.find_first_not_of(".") == std::string_view::npos || content == "…" ||
      content == "-" || content == "–" || content == "?" || content == "??")
    return true;
  if (is_number(content)) return content.find_first_of(".,") != std::string_view::npos;
  if (is_time(content)) return std::ranges::count(content, ':') == 2;
  return content.size() > 1 && content.back() == 's' &&
         is_number(content.substr(0, content.size() - 1));
}

// "I: ja", "S00: hm hm": somebody else who lets hear that they listen.
bool is_signal(std::string_view content) {
  constexpr std::ptrdiff_t most_words = 3;
  const std::size_t colon = content.find(':');
  if (colon == std::string_view::npos || !is_usual_label(content.substr(0, colon))) return false;
  std::ptrdiff_t words = 0;
  for_each_word(content.substr(colon + 1), [&](std::string_view) { ++words; });
  return words <= most_words;
}

std::string_view closer_of(std::string_view open) {
  if (open.starts_with("((")) return "))";
  if (open.starts_with("//")) return "//";
  switch (open.empty() ? ' ' : open.front()) {
    case '(':
      return ")";
    case '[':
      return "]";
    case '<':
      return ">";
    case '*':
      return "*";
    default:
      return {};
  }
}

}  // namespace

std::optional<std::uint32_t> remark_at(std::string_view text, std::uint32_t at) {
  constexpr std::size_t longest = 60;
  const std::string_view rest = text.substr(at, longest);
  const std::string_view close = closer_of(rest);
  if (close.empty()) return std::nullopt;
  const std::size_t end = rest.find(close, close.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view within = rest.substr(close.size(), end - close.size());
  if (within.find('\n') != std::string_view::npos) return std::nullopt;
  const std::string_view content =
      slice(within, trimmed(within, {0, static_cast<std::uint32_t>(within.size())}));
  const bool is_remark =
      !content.empty() &&
      (close == "//"  ? is_signal(content)
       : close == "*" ? is_noted(content)
                      : is_noted(content) || is_sign(content) || is_signal(content));
  if (!is_remark) return std::nullopt;
  return at + static_cast<std::uint32_t>(end + close.size());
}

std::optional<std::uint32_t> note_number_at(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t most_digits = 3;
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  std::uint32_t end = at + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  const std::uint32_t digits = end - at - 1;
  if (digits == 0 || digits > most_digits || end == text.size() || text[end] != ']')
    return std::nullopt;
  return end + 1;
}

// Vowels, if any, that are no word's, an h and an m drawn out: e(u)h(m), uh(m), hm(m), mm, mhm.
bool is_hesitation(std::string_view word) {
  constexpr std::size_t longest = 8;
  constexpr std::string_view begins = "eEuUhHmM";
  if (word.size() < 2 || word.size() > longest || begins.find(word.front()) == begins.npos)
    return false;
  const std::string form = lower(word);
  std::string once;  // with letters that are drawn out once
  for (const char letter : form)
    if (once.empty() || once.back() != letter) once += letter;
  constexpr std::array<std::string_view, 10> forms{"eh",   "ehm", "uh",  "uhm", "euh",
                                                   "euhm", "hm",  "mhm", "uhu", "mh"};
  return is_among(once, forms) || form.find_first_not_of('m') == std::string::npos;
}

}  // namespace pipeline
