#include "pipeline/pseudonymise/name_finder.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/normalise/fold.h"
#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

using Endings = std::vector<NameTrie::Ending>;

// Initials of more than one letter.
constexpr auto long_initials =
    std::to_array<std::string_view>({"th", "chr", "ph", "ij", "joh", "fr", "jac"});

struct Match {
  std::size_t first = 0, end = 0;  // words
  Endings endings;                 // those that are believed, all of one source
};

class Seeker {
 public:
  Seeker(const NameTrie& trie, const std::vector<NameFinder::Person>& persons,
         std::string_view text, WordsOf kind)
      : trie_(trie), persons_(persons), text_(text), kind_(kind), words_(name_words(text, kind)) {
    folded_.reserve(words_.size());
    for (const NameWord& word : words_) folded_.push_back(fold(slice(text, word.span)));
  }

  FoundNames run(const std::unordered_map<std::string, std::uint32_t>& first_names) {
    FoundNames found;
    for (std::size_t at = 0; at < words_.size();) {
      if (auto match = longest_at(at)) {
        found.names.push_back(named(*match));
        free_ = at = std::max(match->end, at + 1);
        continue;
      }
      if (words_[at].is_capital && !words_[at].is_within_tag)
        if (const auto row = first_names.find(folded_[at]); row != first_names.end())
          found.loose.push_back(row->second);
      ++at;
    }
    return found;
  }

 private:
  char sign(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }
  bool joins(std::size_t word) const {  // with the one before it
    return !words_[word].is_within_tag && !words_[word - 1].is_within_tag &&
           may_join(text_, words_[word - 1].span, words_[word].span);
  }
  bool is_initial(std::size_t word) const;
  std::optional<Match> longest_at(std::size_t first) const;
  Endings believed(const Endings& endings, std::size_t first, std::size_t end) const;
  bool has_capital(std::size_t first, std::size_t end) const;
  bool ends_as_label(std::size_t first, std::size_t end) const;
  FoundName named(Match& match) const;
  std::string extend_left(Match& match) const;
  std::optional<std::size_t> extend_right(Match& match, std::string& initials) const;
  std::size_t past_possessive(std::size_t begin, std::size_t end) const;

  const NameTrie& trie_;
  const std::vector<NameFinder::Person>& persons_;
  std::string_view text_;
  WordsOf kind_;
  std::vector<NameWord> words_;
  std::vector<std::string> folded_;
  std::size_t free_ = 0;  // the first word behind the names found so far
};

// "J." or "Th."; a capital by itself, too.
bool Seeker::is_initial(std::size_t word) const {
  const Character first = character_at(text_, words_[word].span.begin);
  if (!first.is_letter() || (!words_[word].is_capital && kind_ == WordsOf::text)) return false;
  if (length(words_[word].span) == first.size) return true;
  return sign(words_[word].span.end) == '.' &&
         std::ranges::find(long_initials, folded_[word]) != long_initials.end();
}

std::optional<Match> Seeker::longest_at(std::size_t first) const {
  if (words_[first].is_within_tag) return std::nullopt;
  std::optional<Match> longest;
  std::uint32_t node = 0;
  for (std::size_t at = first; at < words_.size(); ++at) {
    if (at > first && !joins(at)) break;
    auto next = trie_.step(node, folded_[at]);
    // "Vries, J.A. de": initials stand behind the comma.
    while (!next && at > first && at + 1 < words_.size() && is_initial(at) && joins(at + 1) &&
           (folded_[at - 1] == "," || is_initial(at - 1)))
      next = trie_.step(node, folded_[++at]);
    if (!next) break;
    node = *next;
    Endings endings = believed(trie_.endings(node), first, at + 1);
    if (!endings.empty()) longest = Match{first, at + 1, std::move(endings)};
  }
  return longest;
}

// "De boer" is a farmer at the beginning of a sentence: a capital of the first of several words
// says nothing.
bool Seeker::has_capital(std::size_t first, std::size_t end) const {
  const std::size_t from = end - first > 1 ? first + 1 : first;
  return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(from),
                     words_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const NameWord& word) { return word.is_capital; });
}

// "... volgens Jan\nSnijders: Ja." has two speakers, and no name that runs over a line end.
bool Seeker::ends_as_label(std::size_t first, std::size_t end) const {
  const Span span{words_[first].span.begin, words_[end - 1].span.end};
  return (sign(span.end) == ':' || sign(span.end) == '\t') &&
         slice(text_, span).find('\n') != std::string_view::npos;
}

Endings Seeker::believed(const Endings& endings, std::size_t first, std::size_t end) const {
  if (endings.empty() || ends_as_label(first, end)) return {};
  const bool is_titled = first > 0 && is_title(folded_[first - 1]) && joins(first);
  const bool is_plain = kind_ == WordsOf::file_name || has_capital(first, end);
  Endings result;
  for (const NameTrie::Ending& ending : endings) {
    const bool is_believed = !ending.needs_capital || is_plain ||
                             (is_titled && ending.source == NameForm::Source::surname);
    if (!is_believed) continue;
    if (!result.empty() && result.front().source > ending.source) result.clear();
    if (result.empty() || result.front().source == ending.source) result.push_back(ending);
  }
  return result;
}

// Over initials and a first name before a surname; returns the letters of the initials.
std::string Seeker::extend_left(Match& match) const {
  std::string initials;
  constexpr std::size_t most = 6;
  for (std::size_t count = 0; count < most && match.first > free_ && joins(match.first); ++count) {
    const std::size_t before = match.first - 1;
    const bool is_first_name = std::ranges::any_of(match.endings, [&](const auto& ending) {
      const auto& first = persons_[ending.row].first;
      return std::ranges::find(first, folded_[before]) != first.end();
    });
    if (!is_first_name && !is_initial(before)) break;
    initials.insert(initials.begin(), folded_[before].front());
    --match.first;
  }
  return initials;
}

// Over ", J.A. van den" behind a surname; where that ends, its full stop included.
std::optional<std::size_t> Seeker::extend_right(Match& match, std::string& initials) const {
  std::size_t at = match.end;
  if (at >= words_.size() || folded_[at] != "," || !joins(at)) return std::nullopt;
  std::optional<std::size_t> end;
  for (++at; at < words_.size() && joins(at) && is_initial(at) && sign(words_[at].span.end) == '.';
       ++at) {
    match.end = at + 1;
    end = words_[at].span.end + 1;
    initials += folded_[at].front();
  }
  if (!end) return std::nullopt;
  for (const std::string& particle : persons_[match.endings.front().row].particles) {
    if (at >= words_.size() || folded_[at] != particle || !joins(at)) break;
    match.end = ++at;
    end = words_[at - 1].span.end;
  }
  return end;
}

// Jan's, Snijders'; not the quotation mark behind 'Snijders'.
std::size_t Seeker::past_possessive(std::size_t begin, std::size_t end) const {
  if (sign(end) != '\'') return end;
  if ((sign(end + 1) == 's' || sign(end + 1) == 'S') && !character_at(text_, end + 2).is_word())
    return end + 2;
  const char last = fold(text_.substr(end - 1, 1)).front();
  const bool is_hissing = last == 's' || last == 'x' || last == 'z';
  const bool is_quoted = begin > 0 && text_[begin - 1] == '\'';
  return is_hissing && !is_quoted && !character_at(text_, end + 1).is_word() ? end + 1 : end;
}

FoundName Seeker::named(Match& match) const {
  std::string initials;
  std::optional<std::size_t> right;
  if (match.endings.front().source == NameForm::Source::surname) {
    initials = extend_left(match);
    right = extend_right(match, initials);
  }
  const std::size_t begin = words_[match.first].span.begin;
  std::size_t end = right.value_or(words_[match.end - 1].span.end);
  if (!right) end = past_possessive(begin, end);
  while (match.end < words_.size() && words_[match.end].span.begin < end) ++match.end;
  std::vector<std::uint32_t> rows;
  for (const auto& ending : match.endings)
    if (std::ranges::find(rows, ending.row) == rows.end()) rows.push_back(ending.row);
  std::vector<std::uint32_t> fitting;
  for (const std::uint32_t row : rows)
    if (!initials.empty() && !persons_[row].first.empty() &&
        persons_[row].first.front().front() == initials.front())
      fitting.push_back(row);
  if (fitting.size() == 1) rows = fitting;
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
          rows.front(),
          rows.size() > 1};
}

}  // namespace

NameFinder::NameFinder(const std::vector<NameRow>& rows, const WordTable& words) {
  for (const NameRow& row : rows) {
    const auto number = static_cast<std::uint32_t>(persons_.size());
    for (const NameForm& form : forms_of(row, words)) trie_.add(number, form);
    persons_.emplace_back();
    if (!is_person(row.kind)) continue;
    PersonName person = person_name(row.name);
    persons_.back() = {std::move(person.first), std::move(person.particles)};
    if (const auto& first = persons_.back().first; !first.empty() && first.front().size() > 2)
      first_names_.emplace(first.front(), number);
  }
}

FoundNames NameFinder::operator()(std::string_view clean, WordsOf kind) const {
  return Seeker(trie_, persons_, clean, kind).run(first_names_);
}

}  // namespace pipeline
