#include "pipeline/pseudonymise/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/model/tr.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/identifiers.h"
#include "pipeline/pseudonymise/name_forms.h"
#include "pipeline/pseudonymise/name_like.h"
#include "pipeline/read/csv.h"

namespace pipeline {
namespace {

// A few words on both sides, on one line.
std::string words_around(std::string_view text, Span span) {
  constexpr std::size_t reach = 30;
  std::size_t begin = span.begin > reach ? span.begin - reach : 0;
  std::size_t end = std::min<std::size_t>(span.end + reach, text.size());
  if (begin > 0)
    while (begin < span.begin && text[begin] != ' ' && text[begin] != '\n') ++begin;
  if (end < text.size())
    while (end > span.end && text[end] != ' ' && text[end] != '\n') --end;
  std::string words(text.substr(begin, end - begin));
  std::ranges::replace(words, '\n', ' ');
  std::ranges::replace(words, '\t', ' ');
  return trimmed_cell(words);
}

template <typename Map>
auto most_frequent(const Map& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& row) { return row.second; })->first;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

// The kind that most of its occurrences show; where none shows any, it stays open.
NameKind kind_of(std::map<NameKind, std::uint64_t> kinds) {
  if (kinds.size() > 1) kinds.erase(NameKind::other);
  return kinds.empty() ? NameKind::other : most_frequent(kinds);
}

bool is_role(std::string_view speaker) {
  constexpr auto roles = std::to_array<std::string_view>({"i",
                                                          "r",
                                                          "v",
                                                          "a",
                                                          "p",
                                                          "m",
                                                          "q",
                                                          "s",
                                                          "b",
                                                          "int",
                                                          "interviewer",
                                                          "interviewster",
                                                          "resp",
                                                          "respondent",
                                                          "respondente",
                                                          "deelnemer",
                                                          "deelneemster",
                                                          "spreker",
                                                          "speaker",
                                                          "stem",
                                                          "moderator",
                                                          "vraag",
                                                          "antwoord",
                                                          "onderzoeker",
                                                          "panellid",
                                                          "participant"});
  const std::vector<std::string> words = folded_words(speaker);
  return words.empty() || std::ranges::find(roles, words.front()) != roles.end();
}

}  // namespace

void CandidateCollector::Seen::add(const Seen& other) {
  for (const auto& [spelling, times] : other.spellings) spellings[spelling] += times;
  for (const auto& [kind, times] : other.kinds) kinds[kind] += times;
  count += other.count;
  documents.insert(other.documents.begin(), other.documents.end());
  if (example.empty()) example = other.example;
}

void CandidateCollector::note(Seen& seen, const std::string& path, std::string spelling,
                              std::string example) {
  ++seen.spellings[std::move(spelling)];
  ++seen.count;
  seen.documents.insert(path);
  if (seen.example.empty()) seen.example = std::move(example);
}

void CandidateCollector::add_text(const std::string& path, std::string_view source) {
  const std::string clean = Normaliser{}(source).text;
  const std::vector<Identifier> identifiers = find_identifiers(clean);
  for (const Identifier& it : identifiers)
    note(identifiers_[{static_cast<std::size_t>(it.kind), std::string(slice(clean, it.span))}],
         path, std::string(slice(clean, it.span)), words_around(clean, it.span));
  auto other = identifiers.begin();
  for (const NameLike& name : find_name_like(clean, words_)) {
    while (other != identifiers.end() && other->span.end <= name.span.begin) ++other;
    if (other != identifiers.end() && overlap(other->span, name.span)) continue;
    const std::string spelling(slice(clean, name.span));
    Seen& seen = names_[joined(folded_words(spelling))];
    note(seen, path, spelling, words_around(clean, name.span));
    ++seen.kinds[name.kind];
  }
}

void CandidateCollector::add(const std::string& path, const Document& document,
                             const std::vector<std::string>& speakers) {
  add_text(path, document.source);
  for (const std::string& speaker : speakers) {
    if (is_role(speaker)) continue;
    Seen& seen = names_[joined(folded_words(speaker))];
    note(seen, path, speaker, speaker + ":");
    ++seen.kinds[NameKind::person];
  }
  for (const auto& [name, value] : document.attributes) {
    add_text(path, value);
    if (name != "auteur") continue;
    Seen& seen = names_[joined(folded_words(value))];
    note(seen, path, value, tr("auteur: {}", value));
    ++seen.kinds[NameKind::person];
  }
}

// "Jans" is Jan's, where there is a Jan; "Kadewijkse" is of Kadewijk.
void CandidateCollector::join_inflections(Names& names) {
  const auto base_of = [&](const std::string& key) {
    for (const std::string_view ending : {"s", "se"})
      if (key.ends_with(ending))
        if (const auto base = names.find(key.substr(0, key.size() - ending.size()));
            base != names.end())
          return base;
    return names.end();
  };
  for (auto it = names.begin(); it != names.end();) {
    const auto base = base_of(it->first);
    if (base == names.end()) {
      ++it;
      continue;
    }
    Seen inflected = std::move(it->second);
    inflected.spellings.clear();
    base->second.add(inflected);
    it = names.erase(it);
  }
}

// A surname by itself is of the person who bears it, and found with the whole name; a first name
// that one person has becomes a variant of that name.
void CandidateCollector::join_persons(Names& names) {
  std::map<std::string, std::vector<std::string>> by_first, by_surname;  // keys of whole names
  for (const auto& [key, seen] : names) {
    if (kind_of(seen.kinds) != NameKind::person) continue;
    const PersonName person = person_name(most_frequent(seen.spellings));
    if (person.first.empty()) continue;
    if (person.first.front().size() > 1) by_first[person.first.front()].push_back(key);
    by_surname[joined(person.core)].push_back(key);
    std::vector<std::string> whole = person.particles;
    whole.insert(whole.end(), person.core.begin(), person.core.end());
    if (!person.particles.empty()) by_surname[joined(whole)].push_back(key);
  }
  const auto move_into = [&](const std::string& key, const std::string& whole) {
    const auto it = names.find(key);
    if (it == names.end() || key == whole) return std::string();
    std::string spelling = most_frequent(it->second.spellings);
    Seen from = std::move(it->second);
    from.spellings.clear();
    from.kinds.clear();
    names[whole].add(from);
    names.erase(it);
    return spelling;
  };
  for (const auto& [surname, wholes] : by_surname)
    if (names.contains(wholes.front())) move_into(surname, wholes.front());
  for (const auto& [first, wholes] : by_first) {
    if (wholes.size() != 1 || !names.contains(wholes.front())) continue;
    std::string variant = move_into(first, wholes.front());
    std::string genitive = move_into(first + "s", wholes.front());
    if (!genitive.empty()) genitive.pop_back();
    if (variant.empty()) variant = genitive;
    if (!variant.empty()) names[wholes.front()].variants.insert(variant);
  }
}

std::vector<Candidate> CandidateCollector::candidates() const {
  Names names = names_;
  names.erase("");
  join_inflections(names);
  join_persons(names);
  std::vector<Candidate> candidates;
  for (const auto& [key, seen] : names) {
    if (seen.spellings.empty()) continue;
    const bool is_word = key.find(' ') == std::string::npos;
    candidates.push_back({most_frequent(seen.spellings),
                          std::string(row_of(kind_of(seen.kinds)).name),
                          {seen.variants.begin(), seen.variants.end()},
                          seen.count,
                          seen.documents,
                          seen.example,
                          is_word && is_ordinary(key, words_),
                          false});
  }
  for (const auto& [key, seen] : identifiers_) {
    const IdentifierRow& row = identifier_rows[key.first];
    candidates.push_back({key.second,
                          std::string(row.name),
                          {},
                          seen.count,
                          seen.documents,
                          seen.example,
                          false,
                          row.is_replaced});
  }
  const auto place_of = [](const Candidate& it) {
    const auto kind = std::ranges::find(name_kinds, it.kind, &NameKindRow::name);
    return kind - name_kinds.begin();
  };
  std::ranges::stable_sort(candidates, [&](const Candidate& a, const Candidate& b) {
    if (place_of(a) != place_of(b)) return place_of(a) < place_of(b);
    return a.kind != b.kind ? a.kind < b.kind : a.count > b.count;
  });
  return candidates;
}

Table names_table(const std::vector<Candidate>& candidates) {
  Table table{tr("Namen"),
              {{"naam", tr("naam")},
               {"soort", tr("soort")},
               {"pseudoniem", tr("pseudoniem")},
               {"varianten", tr("varianten")},
               {"aantal", tr("aantal")},
               {"documenten", tr("documenten")},
               {"gewoon_woord", tr("ook een gewoon woord")}},
              {},
              {}};
  std::map<std::string, unsigned> counts;
  for (const Candidate& it : candidates) {
    const bool is_account = it.kind == row_of(IdentifierKind::account).name;
    const auto kind =
        std::ranges::find(name_kinds, is_account ? "overig" : it.kind, &NameKindRow::name);
    if (kind == name_kinds.end()) continue;
    const std::string tag(kind->tag);
    table.rows.push_back(
        {{it.name, std::string(kind->name), fmt::format("[{}-{}]", tag, ++counts[tag]),
          fmt::format("{}", fmt::join(it.variants, "|")), static_cast<std::int64_t>(it.count),
          static_cast<std::int64_t>(it.documents.size()),
          std::string(it.is_ordinary ? "ja" : "")}});
  }
  return table;
}

Table candidates_table(const std::vector<Candidate>& candidates) {
  Table table{tr("Wat een naam kan zijn"),
              {{"naam", tr("naam")},
               {"soort", tr("soort")},
               {"varianten", tr("ook")},
               {"aantal", tr("aantal")},
               {"documenten", tr("documenten")},
               {"opmerking", tr("opmerking")},
               {"voorbeeld", tr("voorbeeld")}},
              {},
              {}};
  for (const Candidate& it : candidates)
    table.rows.push_back(
        {{it.name, tr(it.kind), fmt::format("{}", fmt::join(it.variants, ", ")),
          static_cast<std::int64_t>(it.count), static_cast<std::int64_t>(it.documents.size()),
          std::string(it.is_replaced   ? tr("wordt zonder lijst vervangen")
                      : it.is_ordinary ? tr("ook een gewoon woord")
                                       : ""),
          it.example}});
  return table;
}

}  // namespace pipeline
