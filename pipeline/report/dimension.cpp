#include "pipeline/report/dimension.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/natural_order.h"
#include "pipeline/report/period.h"

namespace pipeline {
namespace {

using Factors = std::span<const Factor>;

// Fills values and `of` from one key an element; values come in natural order, "(geen)" last.
void number(Dimension& dimension, const std::vector<std::string_view>& keys) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (const std::string_view key : keys) numbers.try_emplace(key, 0);
  std::vector<std::string_view> sorted;
  for (const auto& [key, unused] : numbers) sorted.push_back(key);
  std::ranges::sort(sorted, [](std::string_view a, std::string_view b) {
    if ((a == no_value) != (b == no_value)) return b == no_value;
    return natural_less(a, b);
  });
  for (const std::string_view key : sorted) {
    numbers[key] = static_cast<std::uint32_t>(dimension.values.size());
    dimension.values.push_back(
        {std::string(key), key == no_value ? tr(no_value) : std::string(key)});
  }
  dimension.of.reserve(keys.size());
  for (const std::string_view key : keys) dimension.of.push_back(numbers[key]);
}

void by_factor(Dimension& dimension, const CorpusFacts& facts, Factors factors) {
  dimension.empty_values = EmptyValues::on_request;
  dimension.has_labels = true;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto add = [&](const std::string& key, const std::string& label) {
    if (numbers.try_emplace(key, static_cast<std::uint32_t>(dimension.values.size())).second)
      dimension.values.push_back({key, label});
  };
  for (const Factor& factor : factors) add(factor.id, label_of(factor));
  std::vector<std::string> others;
  for (const FactorId& factor : facts.factors)
    if (!numbers.contains(factor)) others.push_back(factor);
  std::ranges::sort(others, natural_less);
  for (const std::string& factor : others) add(factor, factor);

  std::vector<std::uint32_t> value_of;
  for (const FactorId& factor : facts.factors) value_of.push_back(numbers[factor]);
  for (const auto& coding : facts.codings) dimension.of.push_back(value_of[coding.factor]);
}

void by_theme(Dimension& dimension, const CorpusFacts& facts, Factors factors) {
  dimension.empty_values = EmptyValues::on_request;
  std::unordered_map<std::string_view, std::uint32_t> numbers, theme_of;
  for (const Factor& factor : factors) {
    const auto next = static_cast<std::uint32_t>(dimension.values.size());
    const auto [it, is_new] = numbers.try_emplace(factor.theme, next);
    if (is_new) dimension.values.push_back({factor.theme, factor.theme});
    theme_of[factor.id] = it->second;
  }
  const auto none = static_cast<std::uint32_t>(dimension.values.size());
  std::vector<std::uint32_t> value_of;
  for (const FactorId& factor : facts.factors) {
    const auto it = theme_of.find(factor);
    value_of.push_back(it == theme_of.end() ? none : it->second);
  }
  if (std::ranges::count(value_of, none) > 0)
    dimension.values.push_back({std::string(no_value), tr(no_value)});
  for (const auto& coding : facts.codings) dimension.of.push_back(value_of[coding.factor]);
}

void by_valence(Dimension& dimension, const CorpusFacts& facts, Factors) {
  dimension.empty_values = EmptyValues::kept;
  for (const Valence valence : {Valence::success, Valence::failure, Valence::neutral})
    dimension.values.push_back({std::string(to_string(valence)), word_of(valence)});
  for (const auto& coding : facts.codings)
    dimension.of.push_back(static_cast<std::uint32_t>(coding.valence));
}

void by_modality(Dimension& dimension, const CorpusFacts& facts, Factors) {
  dimension.empty_values = EmptyValues::kept;
  for (const Modality modality :
       {Modality::fact, Modality::wish, Modality::condition, Modality::question, Modality::hedge})
    dimension.values.push_back({std::string(to_string(modality)), word_of(modality)});
  for (const auto& coding : facts.codings)
    dimension.of.push_back(static_cast<std::uint32_t>(coding.modality));
}

void by_coder(Dimension& dimension, const CorpusFacts& facts, Factors) {
  std::vector<std::string_view> keys;
  for (const auto& coding : facts.codings) keys.push_back(facts.coders[coding.coder]);
  number(dimension, keys);
}

// By which lexicon it was coded; what people coded or what was learned, by none.
void by_lexicon(Dimension& dimension, const CorpusFacts& facts, Factors) {
  constexpr std::string_view prefix = "lexicon ";
  std::vector<std::string_view> keys;
  for (const auto& coding : facts.codings) {
    const std::string_view coder = facts.coders[coding.coder];
    keys.push_back(coder.starts_with(prefix) ? coder.substr(prefix.size()) : no_value);
  }
  number(dimension, keys);
}

void by_document(Dimension& dimension, const CorpusFacts& facts, Factors) {
  std::vector<std::string_view> keys;
  for (const auto& passage : facts.passages) keys.push_back(facts.documents[passage.document].path);
  number(dimension, keys);
}

// A name that stands in one document names the speaker; "R" of two interviews is two speakers:
// "R (a.txt)" and "R (b.txt)". A person of whom a table says who they are is one, and has that
// name.
void by_speaker(Dimension& dimension, const CorpusFacts& facts, Factors) {
  std::map<std::string_view, int> documents;
  for (const auto& speaker : facts.speakers) ++documents[speaker.name];
  std::set<std::string_view> persons;
  for (const auto& speaker : facts.speakers) persons.insert(speaker.person);
  std::vector<std::string> names;
  for (const auto& speaker : facts.speakers) {
    const bool is_told = documents[speaker.name] == 1 && !persons.contains(speaker.name);
    names.push_back(!speaker.person.empty() ? speaker.person
                    : is_told               ? speaker.name
                              : speaker.name + " (" + facts.documents[speaker.document].path + ")");
  }
  std::vector<std::string_view> keys;
  for (const auto& passage : facts.passages)
    keys.push_back(passage.speaker ? std::string_view(names[*passage.speaker]) : no_value);
  number(dimension, keys);
}

std::string_view attribute_of(const Attributes& attributes, const std::string& name) {
  const auto it = attributes.find(name);
  return it == attributes.end() || it->second.empty() ? no_value : std::string_view(it->second);
}

// The attribute of each passage: the speaker's own, else the document's.
std::vector<std::string_view> attribute_of_passages(const CorpusFacts& facts,
                                                    const std::string& name) {
  std::vector<std::string_view> of_document, of_speaker, keys;
  for (const auto& document : facts.documents)
    of_document.push_back(attribute_of(document.attributes, name));
  for (const auto& speaker : facts.speakers)
    of_speaker.push_back(attribute_of(speaker.attributes, name));
  for (const auto& passage : facts.passages)
    keys.push_back(passage.speaker ? of_speaker[*passage.speaker] : of_document[passage.document]);
  return keys;
}

// False: not one value is a date.
bool by_period(Dimension& dimension, const CorpusFacts& facts, const PeriodOf& of) {
  const auto dates = attribute_of_passages(facts, of.attribute);
  bool has_date = false;
  std::unordered_map<std::string_view, std::string> periods;
  for (const std::string_view date : dates)
    if (!periods.contains(date)) {
      const auto period = in_period(date, of.period);
      has_date |= period.has_value();
      periods[date] = period.value_or(std::string(no_value));
    }
  std::vector<std::string_view> keys;
  keys.reserve(dates.size());
  for (const std::string_view date : dates) keys.push_back(periods[date]);
  number(dimension, keys);
  return has_date;
}

void by_thirds(Dimension& dimension, const CorpusFacts& facts, Factors) {
  for (const std::string_view name : {tr_later("begin"), tr_later("midden"), tr_later("einde")})
    dimension.values.push_back({std::string(name), tr(name)});
  dimension.of = course(facts, 3);
}

void by_tenths(Dimension& dimension, const CorpusFacts& facts, Factors) {
  for (int part = 1; part <= 10; ++part)
    dimension.values.push_back({std::to_string(part), std::to_string(part)});
  dimension.of = course(facts, 10);
}

struct FixedDimension {
  std::string_view name, english;
  std::string_view noun;
  bool of_passages;
  void (*fill)(Dimension&, const CorpusFacts&, Factors);
};
constexpr std::array fixed_dimensions{
    FixedDimension{"factor", "factor", tr_later("factor"), false, by_factor},
    FixedDimension{"thema", "theme", tr_later("thema"), false, by_theme},
    FixedDimension{"valentie", "valence", tr_later("valentie"), false, by_valence},
    FixedDimension{"modaliteit", "modality", tr_later("modaliteit"), false, by_modality},
    FixedDimension{"document", "document", tr_later("document"), true, by_document},
    FixedDimension{"spreker", "speaker", tr_later("spreker"), true, by_speaker},
    FixedDimension{"codeur", "coder", tr_later("codeur"), false, by_coder},
    FixedDimension{"lexicon", "lexicon", tr_later("lexicon"), false, by_lexicon},
    FixedDimension{"verloop:derden", "course:thirds", tr_later("derde van het document"), true,
                   by_thirds},
    FixedDimension{"verloop:tienden", "course:tenths", tr_later("tiende van het document"), true,
                   by_tenths},
};

// "jaar"; "jaar van begin" where the attribute does not go without saying.
std::string noun_of(const PeriodOf& it) {
  const std::string unit = it.period == Period::year      ? tr("jaar")
                           : it.period == Period::quarter ? tr("kwartaal")
                                                          : tr("maand");
  return it.attribute == "datum" ? unit : tr("{} van {}", unit, it.attribute);
}

std::string capitalised(std::string_view name) {
  std::string title(name);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace

std::set<std::string> attribute_names(const CorpusFacts& facts) {
  std::set<std::string> names;
  for (const auto& document : facts.documents)
    for (const auto& [name, value] : document.attributes) names.insert(name);
  for (const auto& speaker : facts.speakers)
    for (const auto& [name, value] : speaker.attributes) names.insert(name);
  return names;
}

std::vector<std::string> dimension_names(const CorpusFacts& facts) {
  std::vector<std::string> names;
  for (const auto& fixed : fixed_dimensions) names.emplace_back(fixed.name);
  for (const std::string& name : attribute_names(facts))
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  return names;
}

std::size_t place_of(const Dimension& dimension, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(dimension.values, key, &DimensionValue::key) -
                                  dimension.values.begin());
}

Result<Dimension> dimension(std::string_view name, const CorpusFacts& facts,
                            std::span<const Factor> factors) {
  Dimension dimension;
  for (const auto& fixed : fixed_dimensions)
    if (name == fixed.name || name == fixed.english) {
      dimension.name = fixed.name;
      dimension.noun = tr(fixed.noun);
      dimension.title = capitalised(dimension.noun);
      dimension.of_passages = fixed.of_passages;
      fixed.fill(dimension, facts, factors);
      return dimension;
    }
  dimension.name = dimension.noun = name;
  dimension.title = capitalised(name);
  dimension.of_passages = true;
  const std::set<std::string> attributes = attribute_names(facts);
  if (attributes.contains(dimension.name)) {
    number(dimension, attribute_of_passages(facts, dimension.name));
    return dimension;
  }
  if (const auto period = period_of(name)) {
    if (!attributes.contains(period->attribute))
      return failure(tr("'{}' is geen kenmerk, dus '{}' is geen periode", period->attribute, name) +
                     suggest(period->attribute,
                             std::vector<std::string>(attributes.begin(), attributes.end())));
    dimension.noun = noun_of(*period);
    dimension.title = capitalised(dimension.noun);
    if (by_period(dimension, facts, *period)) return dimension;
    return failure(
        tr("geen enkele waarde van '{}' is een datum waarvan '{}' te bepalen is; schrijf datums "
           "als 2026-03-12",
           period->attribute, name.substr(name.rfind(':') + 1)));
  }
  return failure(tr("'{}' is geen kenmerk om op te tellen", name) +
                 suggest(name, dimension_names(facts)));
}

void keep_used(Dimension& dimension, const std::vector<bool>& used) {
  std::vector<std::uint32_t> numbers(dimension.values.size());
  std::vector<DimensionValue> kept;
  for (std::size_t i = 0; i < dimension.values.size(); ++i) {
    numbers[i] = static_cast<std::uint32_t>(kept.size());  // of an unused one: never looked at
    if (used[i]) kept.push_back(std::move(dimension.values[i]));
  }
  dimension.values = std::move(kept);
  for (std::uint32_t& value : dimension.of) value = numbers[value];
}

}  // namespace pipeline
