#include "pipeline/read/repeats.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "pipeline/model/counted.h"

namespace pipeline {
namespace {

// People say "ja" six times on end; a sentence they say twice.
bool is_run(std::string_view words, std::size_t times) {
  constexpr std::ptrdiff_t spaces_of_a_sentence = 2;
  constexpr std::size_t fewest = 3, fewest_of_a_word = 8;
  const bool is_sentence = std::count(words.begin(), words.end(), ' ') >= spaces_of_a_sentence;
  return times >= (is_sentence ? fewest : fewest_of_a_word);
}

bool is_credit(std::string_view words) {
  constexpr std::array<std::string_view, 5> credits{"Ondertiteld door", "Ondertiteling door",
                                                    "Ondertitels door",
                                                    "Ondertiteling:", "TV GELDERLAND"};
  return std::any_of(credits.begin(), credits.end(),
                     [&](std::string_view credit) { return words.starts_with(credit); });
}

// Captions are counted as a reader finds them: each is a line.
struct Found {
  std::size_t count = 0, first = 0;

  void add(std::size_t captions, std::size_t at) {
    if (count == 0) first = at + 1;
    count += captions;
  }
};

}  // namespace

void warn_of_repeats(Document& document) {
  Found repeated, credits;
  const auto words_of = [&](std::size_t at) {
    return slice(document.source, document.captions[at].span);
  };
  for (std::size_t at = 0; at < document.captions.size();) {
    const std::size_t first = at++;
    const std::string_view words = words_of(first);
    while (at < document.captions.size() && words_of(at) == words) ++at;
    if (is_run(words, at - first)) repeated.add(at - first, first);
    if (is_credit(words)) credits.add(at - first, first);
  }
  if (repeated.count > 0)
    document.warnings.push_back(said_plural(
        repeated.count,
        "{} ondertitel zegt hetzelfde als hun buren, de eerste op regel {}; misschien heeft de "
        "spraakherkenner ze verzonnen: luister ze na",
        "{} ondertitels zeggen hetzelfde als hun buren, de eerste op regel {}; misschien heeft de "
        "spraakherkenner ze verzonnen: luister ze na",
        said_number(repeated.count), repeated.first));
  if (credits.count > 0)
    document.warnings.push_back(said_plural(
        credits.count,
        "{} ondertitel noemt een ondertitelaar, de eerste op regel {}; spraakherkenners verzinnen "
        "dat bij stilte: haal weg wat niemand zei",
        "{} ondertitels noemen een ondertitelaar, de eerste op regel {}; spraakherkenners "
        "verzinnen dat bij stilte: haal weg wat niemand zei",
        said_number(credits.count), credits.first));
}

}  // namespace pipeline
