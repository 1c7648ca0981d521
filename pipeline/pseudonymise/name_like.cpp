#include "pipeline/pseudonymise/name_like.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "pipeline/language/word_analyser.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/pseudonymise/name_forms.h"
#include "pipeline/pseudonymise/name_words.h"
#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto saying = std::to_array<std::string_view>(
    {"zei",        "zegt",   "zeggen",  "gezegd",   "vertelt",   "vertelde", "vond",    "vindt",
     "denkt",      "dacht",  "belde",   "belt",     "vroeg",     "vraagt",   "mailde",  "mailt",
     "antwoordde", "meldde", "schreef", "schrijft", "riep",      "sprak",    "spreek",  "stelde",
     "wilde",      "wil",    "kwam",    "komt",     "ging",      "heet",     "heette",  "genaamd",
     "volgens",    "met",    "aan",     "door",     "ontmoette", "sprak",    "besloot", "appte"});
constexpr auto places = std::to_array<std::string_view>(
    {"in", "te", "uit", "naar", "vanuit", "nabij", "rond", "buiten", "omgeving", "gemeente", "dorp",
     "stad", "provincie", "wijk", "buurt", "regio"});
constexpr auto bodies = std::to_array<std::string_view>({"stichting",
                                                         "vereniging",
                                                         "cooperatie",
                                                         "zorgcooperatie",
                                                         "bv",
                                                         "nv",
                                                         "vof",
                                                         "zorggroep",
                                                         "woningcorporatie",
                                                         "corporatie",
                                                         "ziekenhuis",
                                                         "huisartsenpraktijk",
                                                         "praktijk",
                                                         "maatschap",
                                                         "zorgverzekeraar",
                                                         "verzekeraar",
                                                         "thuiszorg",
                                                         "ggz",
                                                         "ggd",
                                                         "bank",
                                                         "fonds",
                                                         "school",
                                                         "basisschool",
                                                         "universiteit",
                                                         "hogeschool",
                                                         "verpleeghuis",
                                                         "zorgcentrum",
                                                         "woonzorgcentrum",
                                                         "instituut",
                                                         "bibliotheek",
                                                         "welzijn",
                                                         "zorg"});

class Seeker {
 public:
  Seeker(std::string_view text, const WordTable& table)
      : text_(text), table_(table), analyse_(table), words_(name_words(text)) {
    for (const NameWord& word : words_) folded_.push_back(fold(slice(text, word.span)));
  }

  std::vector<NameLike> run() {
    std::vector<NameLike> found;
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t end = at + 1;
      if (begins(at)) {
        end = sequence_end(at);
        if (const auto it = name_in(at, end)) found.push_back(*it);
      }
      at = end;
    }
    return found;
  }

 private:
  std::string_view word(std::size_t at) const { return slice(text_, words_[at].span); }
  bool is_letters(std::size_t at) const {
    return character_at(text_, words_[at].span.begin).is_letter();
  }
  bool joins(std::size_t at) const {
    return at > 0 && at < words_.size() && !words_[at].is_within_tag &&
           may_join(text_, words_[at - 1].span, words_[at].span);
  }
  bool is_unknown(std::size_t at) const { return table_.readings(folded_[at]).empty(); }
  bool is_proper(std::size_t at) const {
    return std::ranges::any_of(table_.readings(folded_[at]), [](const Reading& reading) {
      return reading.word_class == WordClass::proper_noun;
    });
  }
  // "Casusbeschrijving": no first name.
  bool is_compound(std::size_t at) const {
    constexpr std::size_t shortest = 10;
    return folded_[at].size() >= shortest && analyse_(folded_[at]).word.parts.size() > 1;
  }
  // Turkse, Nederlands: a capital of its own, and names nobody.
  bool is_of_country(std::size_t at) const;
  bool is_initial(std::size_t at) const {
    return words_[at].is_capital &&
           length(words_[at].span) == character_at(text_, words_[at].span.begin).size;
  }
  bool begins(std::size_t at) const;
  bool is_at_start(std::size_t at) const;
  bool is_bridge(std::size_t at) const;
  bool begins_anew(std::size_t at) const;
  std::size_t sequence_end(std::size_t first) const;
  std::optional<NameLike> name_in(std::size_t first, std::size_t end) const;
  NameKind kind_of(std::size_t first, std::size_t end, bool is_titled) const;
  bool is_body(std::size_t at) const { return is_one_of(folded_[at], bodies); }

  std::string_view text_;
  const WordTable& table_;
  WordAnalyser analyse_;
  std::vector<NameWord> words_;
  std::vector<std::string> folded_;
};

bool Seeker::is_of_country(std::size_t at) const {
  if (is_proper(at)) return false;  // Parijs
  if (!folded_[at].ends_with("se") && !folded_[at].ends_with("s")) return false;
  const std::vector<Reading> readings = table_.readings(folded_[at]);
  return std::ranges::any_of(
      readings, [](const Reading& reading) { return reading.word_class == WordClass::adjective; });
}

// A capital; or a word that nobody knows behind a title, typed without one.
bool Seeker::begins(std::size_t at) const {
  if (words_[at].is_within_tag || !is_letters(at)) return false;
  if (words_[at].is_capital) return true;
  return at > 0 && is_title(folded_[at - 1]) && joins(at) && !is_ordinary(folded_[at], table_) &&
         folded_[at].size() > 2;
}

// Behind the beginning of a line or cell, the end of a sentence, a colon, bracket or quotation
// mark.
bool Seeker::is_at_start(std::size_t at) const {
  std::size_t place = words_[at].span.begin;
  while (place > 0 && text_[place - 1] == ' ') --place;
  if (place == 0 || text_[place - 1] == '\t') return true;
  const char before = text_[place - 1];
  if (before == '.' && at > 0) return !is_initial(at - 1) && !is_title(folded_[at - 1]);
  if (std::string_view(text_).substr(0, place).ends_with("…")) return true;
  // A remark may have stood before it: "(lacht) Ik dacht al".
  return std::string_view("\n?!:\"'([)]-*>;#|").find(before) != std::string_view::npos;
}

// Whether the particles from `at` on may stand within a name: "Oldemeule uit Kadewijk" is two,
// "Westerbeek aan de Aa" is one.
bool Seeker::is_bridge(std::size_t at) const {
  constexpr auto prepositions = std::to_array<std::string_view>({"in", "op", "aan"});
  constexpr auto never = std::to_array<std::string_view>({"uit", "tot", "bij"});
  if (folded_[at] == "&") return true;
  if (!is_name_particle(folded_[at]) || is_one_of(folded_[at], never)) return false;
  const bool is_followed = at + 1 < words_.size() && is_name_particle(folded_[at + 1]);
  return !is_one_of(folded_[at], prepositions) || is_followed;
}

// Behind a tab, or where a sentence or line begins: "Wil Kok<tab>Ja. Kijk" is one name.
bool Seeker::begins_anew(std::size_t at) const {
  const std::string_view gap = slice(text_, {words_[at - 1].span.end, words_[at].span.begin});
  if (gap.find('\t') != std::string_view::npos) return true;
  if (gap.find('\n') != std::string_view::npos) return is_at_start(at);
  const std::string& before = folded_[at - 1];
  return gap.find('.') != std::string_view::npos && before.size() > 1 && !is_title(before) &&
         (is_name_particle(before) || is_ordinary(before, table_));
}

// Capitals, and between them particles, initials and "&".
std::size_t Seeker::sequence_end(std::size_t first) const {
  std::size_t end = first + 1;
  for (std::size_t at = end; joins(at); ++at) {
    if (begins_anew(at)) break;
    if (words_[at].is_capital && is_letters(at))
      end = at + 1;
    else if (!is_bridge(at))
      break;
  }
  return end;
}

NameKind Seeker::kind_of(std::size_t first, std::size_t end, bool is_titled) const {
  for (std::size_t at = first; at < end; ++at)
    if (is_body(at) || folded_[at] == "&") return NameKind::organisation;
  if (first > 0 && joins(first) && is_body(first - 1)) return NameKind::organisation;
  if (is_titled || (end - first > 1 && is_initial(first))) return NameKind::person;
  if (first > 0 && joins(first) && is_one_of(folded_[first - 1], places)) return NameKind::place;
  const bool is_said = (first > 0 && is_one_of(folded_[first - 1], saying)) ||
                       (end < words_.size() && is_one_of(folded_[end], saying));
  const bool is_acronym =
      end - first == 1 && length(words_[first].span) > 1 &&
      std::ranges::none_of(word(first), [](char sign) { return sign >= 'a' && sign <= 'z'; });
  if (is_acronym) return NameKind::organisation;
  return is_said || end - first > 1 ? NameKind::person : NameKind::other;
}

std::optional<NameLike> Seeker::name_in(std::size_t first, std::size_t end) const {
  bool is_titled = first > 0 && is_title(folded_[first - 1]) && joins(first);
  bool is_start = is_at_start(first);
  // "Toen Jan", "Mevrouw De Vries": what has its capital from the sentence goes.
  while (first < end && is_title(folded_[first])) ++first, is_titled = true, is_start = false;
  if (first < end && is_start && !is_titled && end - first > 1 && !is_initial(first) &&
      folded_[first + 1] != "&" && !is_body(first) &&
      (is_ordinary(folded_[first], table_) || is_compound(first)) && !is_proper(first)) {
    ++first;
    is_start = false;
  }
  // A particle belongs to the name that follows, but an article does not.
  while (first < end && (folded_[first] == "&" || (!is_titled && is_name_particle(folded_[first]) &&
                                                   !words_[first].is_capital)))
    ++first;
  if (first >= end) return std::nullopt;
  const bool is_single = end - first == 1;
  if (is_single && (is_initial(first) || is_of_country(first))) return std::nullopt;
  if (is_single && is_start && !is_titled && !is_unknown(first) && !is_proper(first))
    return std::nullopt;
  if (is_single && is_name_particle(folded_[first])) return std::nullopt;
  const NameKind kind = kind_of(first, end, is_titled);
  const bool has_initial = !is_single && is_initial(first);
  std::uint32_t begin = words_[first].span.begin;
  if (text_.substr(0, begin).ends_with("'s-")) begin -= 3;  // 's-Heerenzijl
  return NameLike{{begin, words_[end - 1].span.end},
                  kind,
                  is_titled || has_initial || (kind == NameKind::organisation && !is_single),
                  is_start};
}

}  // namespace

std::vector<NameLike> find_name_like(std::string_view clean, const WordTable& words) {
  return Seeker(clean, words).run();
}

}  // namespace pipeline
