#include "pipeline/lexicon/theme_reader.h"

#include <array>
#include <optional>
#include <utility>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/model/near.h"

namespace pipeline {
namespace {

constexpr std::array<std::pair<std::string_view, Valence>, 3> pattern_keys{
    {{"succes", Valence::success}, {"faal", Valence::failure}, {"neutraal", Valence::neutral}}};
constexpr std::string_view none_key = "geen";  // examples that do not speak of the factor

// The others shape clauses and other cues.
bool acts_on_matches(CueClass c) {
  return c != CueClass::pseudo_negation && c != CueClass::contrast && c != CueClass::terminator;
}

std::vector<std::string> words_that_act() {
  std::vector<std::string> words = cue_class_words();
  std::erase_if(words,
                [](const std::string& word) { return !acts_on_matches(*cue_class_of(word)); });
  return words;
}

}  // namespace

struct ThemeReader::Place {
  TomlForm& form;
  const std::string& file;
  const std::string& path;

  Source source(TomlPlace at) const { return {file, at.line, at.column}; }
};

void ThemeReader::read(TomlForm& form, const TomlValue& toml, const std::string& file,
                       const std::string& path) {
  form.check_keys(toml, {"thema", "factor"});
  const std::string theme = form.required(toml, "thema", {1, 1});
  if (toml.find("factor") == nullptr)
    form.note({1, 1},
              tr("dit thema heeft geen [[factor]]; voeg er een toe of haal het bestand weg"));
  for (const TomlValue* table : form.tables(toml, "factor"))
    read_factor({form, file, path}, *table, theme);
}

void ThemeReader::read_factor(const Place& place, const TomlValue& table,
                              const std::string& theme) {
  TomlForm& form = place.form;
  form.check_keys(table, {"id", "label", "label_en", "definitie", "wel", "niet", "succes", "faal",
                          "neutraal", "behalve", "cues_uit", "voorbeelden"});
  Factor factor;
  factor.id = form.identifier(table, "id", table.place);
  factor.theme = theme;
  factor.label_nl = form.required(table, "label", table.place);
  factor.label_en = form.optional(table, "label_en");
  if (factor.label_en.empty()) factor.label_en = factor.label_nl;
  factor.definition = form.required(table, "definitie", table.place);
  factor.include = form.strings(table, "wel");
  factor.exclude = form.strings(table, "niet");
  if (const auto [known, is_new] = factor_places_.try_emplace(
          factor.id, place.path + ":" + std::to_string(table.place.line));
      !is_new && !factor.id.empty())
    form.note(table.find("id")->value.place,
              tr("factor '{}' bestaat al ({}); geef deze een ander id", factor.id, known->second));
  lexicon_.factors.push_back(std::move(factor));
  read_patterns(place, table);
  read_false_friends(place, table, "behalve", std::nullopt);
  read_cues_off(place, table);
  read_examples(place, table);
}

void ThemeReader::read_patterns(const Place& place, const TomlValue& table) {
  pattern_lines_.clear();
  bool has_any = false;
  for (const auto& [key, base] : pattern_keys) {
    const TomlEntry* entry = table.find(key);
    if (entry == nullptr) continue;
    has_any = has_any || !entry->value.items.empty();
    if (entry->value.kind != TomlValue::Kind::array)
      place.form.note(entry->value.place,
                      tr("'{}' is een lijst van patronen; schrijf ['…', '…']", key));
    for (const TomlValue& item : entry->value.items) {
      const std::size_t pattern = lexicon_.patterns.size();
      if (read_pattern(place, item, base) && item.kind == TomlValue::Kind::table)
        read_false_friends(place, item, "niet", pattern);
    }
  }
  if (!has_any)
    place.form.note(
        table.place,
        tr("factor '{}' heeft geen patronen; voeg er toe onder succes, faal of neutraal",
           lexicon_.factors.back().id));
}

// 'vertrouwen', or { p = 'vertrouwen', niet = ['in vertrouwen'], sterkte = "zwak" }.
bool ThemeReader::read_pattern(const Place& place, const TomlValue& item, Valence base) {
  const TomlValue* string = &item;
  if (item.kind == TomlValue::Kind::table) {
    place.form.check_keys(item, {"p", "niet", "sterkte"});
    const TomlEntry* entry = item.find("p");
    if (entry == nullptr) {
      place.form.note(item.place, tr("'p' ontbreekt; schrijf { p = 'patroon', niet = ['…'] }"));
      return false;
    }
    string = &entry->value;
  }
  std::optional<PatternNode> tree = place.form.pattern(*string);
  if (!tree) return false;
  const auto [known, is_new] = pattern_lines_.try_emplace(string->text, string->place.line);
  if (!is_new) {
    place.form.note(string->place,
                    tr("patroon '{}' staat al op regel {} bij deze factor; haal er een weg",
                       string->text, known->second));
    return false;
  }
  lexicon_.patterns.push_back({string->text, std::move(*tree), lexicon_.factors.size() - 1, base,
                               place.source(string->place), read_strength(place, item)});
  return true;
}

Strength ThemeReader::read_strength(const Place& place, const TomlValue& table) {
  const std::string word = place.form.optional(table, "sterkte");
  if (table.find("sterkte") == nullptr || word.empty()) return Strength::normal;
  const auto known = strength_of(word);
  if (!known)
    place.form.note(table.find("sterkte")->value.place,
                    tr("onbekende sterkte '{}'; er is: sterk, gewoon, zwak", word));
  return known.value_or(Strength::normal);
}

void ThemeReader::read_false_friends(const Place& place, const TomlValue& table,
                                     std::string_view key, std::optional<std::size_t> pattern) {
  const TomlEntry* entry = table.find(key);
  if (entry == nullptr) return;
  place.form.patterns(entry->value, key, [&](const TomlValue& string, PatternNode tree) {
    if (spans_passage(tree))
      return place.form.note(
          string.place, tr("~beurt kan niet in '{}'; schrijf ~zin, of een patroon zonder ~", key));
    lexicon_.false_friends.push_back({string.text, std::move(tree), lexicon_.factors.size() - 1,
                                      pattern, place.source(string.place)});
  });
}

void ThemeReader::read_cues_off(const Place& place, const TomlValue& table) {
  for (const TomlValue* word : place.form.texts(table, "cues_uit")) {
    const auto known = cue_class_of(word->text);
    if (known && acts_on_matches(*known)) {
      lexicon_.cues_off[lexicon_.factors.size() - 1].add(*known);
      continue;
    }
    place.form.note(
        word->place,
        known ? tr("'{}' geldt voor een hele zin en kan niet uit voor een factor", word->text)
              : tr("onbekende klasse '{}'{}", word->text, suggest(word->text, words_that_act())));
  }
}

void ThemeReader::read_examples(const Place& place, const TomlValue& table) {
  const TomlEntry* entry = table.find("voorbeelden");
  if (entry == nullptr) return;
  if (entry->value.kind != TomlValue::Kind::table)
    return place.form.note(entry->place,
                           tr("schrijf [factor.voorbeelden], met daaronder succes = [\"…\"]"));
  place.form.check_keys(entry->value, {"succes", "faal", "neutraal", none_key});
  const auto read = [&](std::string_view key, std::optional<Valence> valence) {
    for (const TomlValue* text : place.form.texts(entry->value, key)) {
      if (text->text.find_first_not_of(" \t\n\r") == std::string::npos)
        place.form.note(text->place, tr("een voorbeeld is een zin; deze is leeg"));
      lexicon_.examples.push_back(
          {text->text, lexicon_.factors.size() - 1, valence, place.source(text->place)});
    }
  };
  for (const auto& [key, valence] : pattern_keys) read(key, valence);
  read(none_key, std::nullopt);
}

}  // namespace pipeline
