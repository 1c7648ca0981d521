#include "pipeline/language/compound.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "pipeline/language/table_format.h"

namespace pipeline {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t shortest_part = 3;

// Nouns and adjectives that are also suffixes; at the end of a word they are taken for suffixes.
constexpr std::array<std::string_view, 59> suffix_like{
    "aal",  "aan",   "aar",  "aat",    "abel", "aire",  "ant",    "aten",     "baar",   "bare",
    "bele", "che",   "dom",  "eel",    "eerd", "eling", "en",     "end",      "ende",   "ens",
    "ent",  "enten", "er",   "heid",   "ie",   "iek",   "iel",    "ier",      "ing",    "ingen",
    "isme", "king",  "laar", "laars",  "lijk", "lijke", "lijken", "ling",     "lingen", "loos",
    "loze", "maal",  "nis",  "nissen", "pij",  "raar",  "schap",  "schappen", "ster",   "sters",
    "tal",  "tale",  "teit", "tie",    "tij",  "ting",  "tuur",   "zaam",     "zame"};

bool is_suffix_like(std::string_view head) {
  return std::find(suffix_like.begin(), suffix_like.end(), head) != suffix_like.end();
}

double length_cost(std::string_view part, std::uint8_t roles) {
  // Parts of even length are likelier than a long and a short one ("zestien+jarig").
  const double balance = 0.1 / static_cast<double>(part.size());
  if (part.size() <= 3) return (roles & short_part_role) != 0 ? balance + 0.3 : impossible;
  return balance + (part.size() == 4 ? 0.12 : 0);
}

double modifier_cost(std::string_view piece, const PartLookup& lookup) {
  const auto as_is = [&](std::string_view form) {
    const std::uint8_t roles = lookup(form).roles;
    if ((roles & modifier_role) != 0) return 1 + length_cost(form, roles);
    if ((roles & prefix_role) != 0) return 1.2 + 0.1 / static_cast<double>(form.size());
    if ((roles & weak_modifier_role) != 0 && form.size() > 3) return 1.4 + length_cost(form, roles);
    return impossible;
  };
  double best = as_is(piece);
  if (piece.size() > 3 && piece.back() == 's') {
    const std::string_view form = piece.substr(0, piece.size() - 1);
    const std::uint8_t roles = lookup(form).roles;
    const double with_s = (roles & modifier_s_role) != 0 ? 1.05
                          : (roles & modifier_role) != 0 ? 1.45
                                                         : impossible;
    best = std::min(best, with_s + length_cost(form, roles));
  }
  // The spelling before 1996 and 2005: "pannekoek" beside "pannen".
  if (piece.size() > 4 && piece.back() == 'e' && best == impossible)
    best = as_is(std::string(piece) += 'n') + 0.3;
  return best;
}

struct Step {
  double cost = impossible;
  std::size_t from = 0;
};

double head_cost(std::string_view head, const PartFacts& facts) {
  constexpr unsigned doubtful = by_rule_role;
  if ((facts.roles & head_role) == 0 || is_suffix_like(head)) return impossible;
  if ((facts.roles & doubtful) != 0 && head.size() < 6) return impossible;
  return 1 + length_cost(head, facts.roles);
}

// "voorstelling" is made of "voorstellen", not of "voor" and "stelling"; so are "voorstel" and
// "overwinnaar".
bool is_of_particle_verb(std::string_view particle, std::string_view head,
                         const PartLookup& lookup) {
  const std::string joined = std::string(particle) += head;
  if (lookup(joined).is_of_verb) return true;
  for (const std::string_view ending :
       {"ingen", "ing", "ers", "er", "sters", "ster", "sel", "naars", "naar"})
    if (head.size() > ending.size() + 2 && head.ends_with(ending)) {
      const std::string stem = joined.substr(0, joined.size() - ending.size());
      if (lookup(stem + "en").is_of_verb || lookup(stem).is_of_verb) return true;
    }
  return false;
}

// "verbazing" is made of "verbazen", whatever "zing" may be.
bool is_deed(std::string_view word, const PartLookup& lookup) {
  for (const std::string_view ending : {"ing", "ingen"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending))
      return lookup(std::string(word.substr(0, word.size() - ending.size())) += "en").is_of_verb;
  return false;
}

// Splits a stretch without hyphens.
std::vector<std::size_t> split_letters(std::string_view word, const PartLookup& lookup) {
  std::vector<std::size_t> ends;
  const std::size_t n = word.size();
  if (n < 5 || n > longest_compound || is_deed(word, lookup)) return ends;
  std::vector<Step> steps(n + 1);
  steps[0].cost = 0;
  Step best;
  for (std::size_t begin = 0; begin + shortest_part <= n; ++begin) {
    if (steps[begin].cost == impossible) continue;
    if (begin > 0) {
      const PartFacts facts = lookup(word.substr(begin));
      double cost = steps[begin].cost + head_cost(word.substr(begin), facts);
      const std::size_t before = steps[begin].from;
      const std::string_view modifier = word.substr(before, begin - before);
      if ((lookup(modifier).roles & prefix_role) != 0 &&
          is_of_particle_verb(modifier, word.substr(begin), lookup))
        cost = impossible;
      // "architectuur": -tuur, not "uur".
      if (word.substr(begin) == "uur" && word[begin - 1] == 't') cost = impossible;
      // "drukkerij": -erij, not "rij".
      if (word.substr(begin).starts_with("rij") && word[begin - 1] == 'e') cost = impossible;
      if (cost < best.cost) best = {cost, begin};
    }
    for (std::size_t end = begin + shortest_part; end + shortest_part <= n; ++end) {
      const double cost =
          steps[begin].cost + modifier_cost(word.substr(begin, end - begin), lookup);
      if (cost < steps[end].cost) steps[end] = {cost, begin};
    }
  }
  if (best.cost == impossible) return ends;
  ends.push_back(n);
  for (std::size_t at = best.from; at > 0; at = steps[at].from) ends.push_back(at);
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace

namespace {

// Splits the parts again where they are long enough to be compounds themselves:
// "wereld+recordhouder" -> wereld + record + houder.
std::vector<std::size_t> split_deep(std::string_view word, const PartLookup& lookup) {
  constexpr std::size_t shortest_inner = 8;
  std::vector<std::size_t> ends;
  std::size_t begin = 0;
  for (const std::size_t end : split_letters(word, lookup)) {
    const std::string_view piece = word.substr(begin, end - begin);
    // A linking s belongs to the whole piece.
    const bool is_head = end == word.size();
    const std::string_view form = is_head ? piece : without_link(piece, lookup);
    const bool is_block = (lookup(form).roles & simplex_role) != 0;
    if (form.size() >= shortest_inner && !is_block)
      for (const std::size_t inner : split_letters(form, lookup))
        if (inner < form.size()) ends.push_back(begin + inner);
    ends.push_back(end);
    begin = end;
  }
  return ends;
}

}  // namespace

std::vector<std::size_t> split_compound(std::string_view folded, const PartLookup& lookup) {
  std::vector<std::size_t> ends;
  if (folded.size() > longest_compound) return ends;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t hyphen = folded.find('-', begin);
    const std::size_t end = std::min(hyphen, folded.size());
    const std::string_view stretch = folded.substr(begin, end - begin);
    const bool is_whole = begin == 0 && end == folded.size();
    if (is_whole || (lookup(stretch).roles & (modifier_role | head_role)) == 0)
      for (const std::size_t at : split_deep(stretch, lookup))
        if (at < stretch.size()) ends.push_back(begin + at);
    begin = hyphen == std::string_view::npos ? folded.size() : hyphen + 1;
    if (!is_whole && begin > end && begin < folded.size()) ends.push_back(begin);
  }
  if (!ends.empty()) ends.push_back(folded.size());
  return ends;
}

std::string_view without_link(std::string_view piece, const PartLookup& lookup) {
  constexpr unsigned modifiers = modifier_role | prefix_role | weak_modifier_role | head_role;
  while (!piece.empty() && piece.back() == '-') piece.remove_suffix(1);
  if ((lookup(piece).roles & modifiers) != 0 || piece.size() < 3) return piece;
  return piece.back() == 's' ? piece.substr(0, piece.size() - 1) : piece;
}

}  // namespace pipeline
