#include "pipeline/search/field_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "pipeline/index/fields.h"
#include "pipeline/index/terms.h"
#include "pipeline/model/near.h"
#include "pipeline/model/part.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/search/dates.h"

namespace pipeline {
namespace {

// Values that are held against each other to suggest one.
constexpr std::size_t most_values = 100'000;

MatchNode node_of(MatchNode::Kind kind, std::vector<std::string> terms) {
  MatchNode node;
  node.kind = kind;
  std::sort(terms.begin(), terms.end());
  node.terms = std::move(terms);
  return node;
}

// "onbekende factor 'vertrouwn'; bedoelt u 'vertrouwen'?"
tl::unexpected<std::string> unknown(std::string_view what, std::string_view value,
                                    std::span<const std::string> known) {
  return tl::unexpected<std::string>(fmt::format("{} '{}'{}", what, value, suggest(value, known)));
}

bool holds(const std::vector<std::string>& sorted, const std::string& value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

std::optional<std::uint32_t> page_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = wrong == std::errc() && end == text.data() + text.size() && number > 0;
  return is_number ? std::optional(number) : std::nullopt;
}

const std::vector<std::string> valences = {"succes", "faal", "neutraal"};
const std::vector<std::string> modalities = {"feit", "wens", "voorwaarde", "vraag", "twijfel"};
const std::vector<std::string> speaker_kinds = {"interviewer", "respondent", "onbekend"};

}  // namespace

FieldValues::FieldValues(const Index& index, std::span<const Factor> factors)
    : index_(index),
      factors_(index.values(prefix::factor)),  // people may code what the lexicon does not have
      attributes_(index.attribute_names()),
      fields_{{"factor", &FieldValues::factor},      {"thema", &FieldValues::theme},
              {"valentie", &FieldValues::valence},   {"modaliteit", &FieldValues::modality},
              {"coder", &FieldValues::coder},        {"spreker", &FieldValues::speaker},
              {"soort", &FieldValues::speaker_kind}, {"document", &FieldValues::document},
              {"taal", &FieldValues::language},      {"datum", &FieldValues::dates},
              {"deel", &FieldValues::part},          {"bladzijde", &FieldValues::pages}} {
  for (const Factor& known : factors) {
    factors_.push_back(known.id);
    themes_.push_back(known.theme);
    factors_of_[known.theme].push_back(term_of(prefix::factor, known.id));
  }
  sort_unique(factors_);
  sort_unique(themes_);
}

Result<MatchNode> FieldValues::resolve(const QueryNode& field, std::string_view text) const {
  const auto rule = fields_.find(field.name);
  const std::string name = folded_value(field.name);
  if (rule == fields_.end() && !holds(attributes_, name)) {
    std::vector<std::string> names = attributes_;
    for (const auto& [known, resolver] : fields_) names.push_back(known);
    sort_unique(names);
    return query_failure(text, field.span.begin,
                         tr("onbekend veld '{}'{}", field.name, suggest(field.name, names)));
  }
  Resolved resolved =
      rule != fields_.end() ? (this->*rule->second)(field.text) : attribute(name, field.text);
  if (resolved) return std::move(*resolved);
  const auto value = static_cast<std::uint32_t>(field.span.begin + field.name.size() + 1);
  return query_failure(text, value, std::move(resolved.error()));
}

FieldValues::Resolved FieldValues::factor(const std::string& value) const {
  const std::string folded = folded_value(value);
  const std::size_t slash = folded.find('/');
  const std::string id = folded.substr(0, slash);
  if (!holds(factors_, id)) return unknown(tr("onbekende factor"), id, factors_);
  if (slash == std::string::npos)
    return node_of(MatchNode::Kind::coding, {term_of(prefix::factor, id)});
  const std::string word = folded.substr(slash + 1);
  const auto known = valence_of(word);
  if (!known) return unknown(tr("onbekende valentie"), word, valences);
  return node_of(MatchNode::Kind::coding, {factor_valence_term(id, *known)});
}

FieldValues::Resolved FieldValues::theme(const std::string& value) const {
  const auto found = factors_of_.find(folded_value(value));
  if (found == factors_of_.end()) return unknown(tr("onbekend thema"), value, themes_);
  return node_of(MatchNode::Kind::coding, found->second);
}

FieldValues::Resolved FieldValues::valence(const std::string& value) const {
  const std::string word = folded_value(value);
  if (!valence_of(word)) return unknown(tr("onbekende valentie"), value, valences);
  return node_of(MatchNode::Kind::coding, {term_of(prefix::valence, word)});
}

FieldValues::Resolved FieldValues::modality(const std::string& value) const {
  const std::string word = folded_value(value);
  if (!modality_of(word)) return unknown(tr("onbekende modaliteit"), value, modalities);
  return node_of(MatchNode::Kind::coding, {term_of(prefix::modality, word)});
}

FieldValues::Resolved FieldValues::coder(const std::string& value) const {
  // Any version of any lexicon, anything learned: their names are long.
  const std::string word = folded_value(value);
  const std::string wanted = word == "lexicon"                         ? "lexicon *"
                             : word == "learned" || word == "combined" ? word + "@*"
                                                                       : value;
  Resolved found = among(prefix::coder, "", wanted, tr_later("onbekende coder"));
  if (found) found->kind = MatchNode::Kind::coding;
  return found;
}

FieldValues::Resolved FieldValues::speaker(const std::string& value) const {
  return among(prefix::speaker, "", value, tr_later("onbekende spreker"));
}

FieldValues::Resolved FieldValues::speaker_kind(const std::string& value) const {
  const std::string word = folded_value(value);
  if (std::find(speaker_kinds.begin(), speaker_kinds.end(), word) == speaker_kinds.end())
    return unknown(tr("onbekende soort spreker"), value, speaker_kinds);
  return node_of(MatchNode::Kind::attribute, {term_of(prefix::speaker_kind, word)});
}

FieldValues::Resolved FieldValues::language(const std::string& value) const {
  // A study may have a column of this name, with words of its own ("Turks").
  Resolved found = among(prefix::language, "", value, tr_later("geen passage is in de taal"));
  return found || !holds(attributes_, "taal") ? std::move(found) : attribute("taal", value);
}

FieldValues::Resolved FieldValues::part(const std::string& value) const {
  const std::string word = folded_value(value);
  if (!part_named(word)) return unknown(tr("onbekend deel"), value, part_names());
  return node_of(MatchNode::Kind::attribute, {term_of(prefix::part, word)});
}

// "12" or "12..15"
FieldValues::Resolved FieldValues::pages(const std::string& value) const {
  const std::size_t dots = value.find("..");
  const auto first = page_number(value.substr(0, dots));
  const auto last = dots == std::string::npos ? first : page_number(value.substr(dots + 2));
  if (!first || !last || *first > *last)
    return tl::unexpected<std::string>(tr("'{}' is geen bladzijde; schrijf 12 of 12..15", value));
  std::vector<std::string> terms;
  for (const std::string& page : index_.values(prefix::page, {}, most_values))
    if (const auto number = page_number(page); number && *first <= *number && *number <= *last)
      terms.push_back(term_of(prefix::page, page));
  if (terms.empty()) terms.push_back(term_of(prefix::page, std::to_string(*first)));
  return node_of(MatchNode::Kind::attribute, std::move(terms));
}

FieldValues::Resolved FieldValues::document(const std::string& value) const {
  std::vector<std::string> paths = index_.values(prefix::path, {}, most_values);
  std::vector<std::string> found;
  const bool is_open = value.ends_with('*');
  const std::string sought = fold(is_open ? value.substr(0, value.size() - 1) : value);
  for (const std::string& path : paths) {
    const std::string folded = fold(path);
    const bool fits =
        is_open ? folded.starts_with(sought) : folded == sought || folded.ends_with('/' + sought);
    if (fits) found.push_back(prefix::path + path);
  }
  if (found.empty()) return unknown(tr("onbekend document"), value, paths);
  return node_of(MatchNode::Kind::attribute, std::move(found));
}

FieldValues::Resolved FieldValues::dates(const std::string& value) const {
  const auto range = parse_dates(value);
  if (!range)
    return tl::unexpected<std::string>(
        tr("'{}' is geen datum of periode; schrijf 2026, 2026-03, 2026-03-12, "
           "2025..2026 of >=2026-01-01",
           value));
  MatchNode node;
  node.kind = MatchNode::Kind::dates;
  node.text = range->from;
  node.until = range->to;
  return node;
}

FieldValues::Resolved FieldValues::attribute(const std::string& name,
                                             const std::string& value) const {
  return among(prefix::attribute, name + '=', value, tr_later("onbekende waarde van {}:"));
}

FieldValues::Resolved FieldValues::among(char prefix, const std::string& start, std::string value,
                                         std::string_view what) const {
  const bool is_open = value.ends_with('*');
  if (is_open) value.pop_back();
  // What was written "lexicon " keeps its space: "lexicon*" is another question.
  const std::string folded = is_open ? fold(value) : folded_value(value);
  const std::string sought = term_of(prefix, start + folded);
  std::vector<std::string> found;
  for (const std::string& term : index_.values(prefix, sought.substr(1), most_values))
    if (is_open || prefix + term == sought) found.push_back(prefix + term);
  if (!found.empty()) return node_of(MatchNode::Kind::attribute, std::move(found));
  std::vector<std::string> known = index_.values(prefix, start, most_values);
  for (std::string& term : known) term.erase(0, start.size());
  return unknown(start.empty() ? tr(what) : tr(what, start.substr(0, start.size() - 1)),
                 is_open ? value + '*' : value, known);
}

}  // namespace pipeline
