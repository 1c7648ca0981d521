#include "pipeline/lexicon/toml_form.h"

#include <algorithm>
#include <set>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/model/near.h"
#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

constexpr std::size_t max_shown = 80;  // bytes of a pattern in a message

std::string shown(std::string_view text) {
  if (text.size() <= max_shown) return std::string(text);
  std::size_t end = max_shown;
  while (end > 0 && !begins_code_point(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

void TomlForm::note(TomlPlace place, std::string message) {
  errors_.push_back({std::move(message), name_, place.line, place.column});
}

void TomlForm::check_keys(const TomlValue& table, std::initializer_list<std::string_view> known) {
  const std::vector<std::string> words(known.begin(), known.end());
  for (const TomlEntry& entry : table.entries)
    if (std::find(words.begin(), words.end(), entry.key) == words.end())
      note(entry.place,
           tr("onbekende sleutel '{}'{}", shown(entry.key), suggest(entry.key, words)));
}

const TomlValue* TomlForm::string_at(const TomlValue& table, std::string_view key) {
  const TomlEntry* entry = table.find(key);
  if (entry == nullptr) return nullptr;
  if (entry->value.kind == TomlValue::Kind::string) return &entry->value;
  note(entry->value.place, tr("'{}' is een tekst tussen aanhalingstekens", key));
  return nullptr;
}

std::string TomlForm::optional(const TomlValue& table, std::string_view key) {
  const TomlValue* value = string_at(table, key);
  return value == nullptr ? std::string() : value->text;
}

std::string TomlForm::required(const TomlValue& table, std::string_view key, TomlPlace place) {
  const std::string name(key);
  if (table.find(key) == nullptr) {
    note(place, tr("'{}' ontbreekt; voeg toe: {} = \"…\"", name, name));
    return {};
  }
  const TomlValue* value = string_at(table, key);
  if (value == nullptr) return {};
  if (value->text.find_first_not_of(" \t\n\r") == std::string::npos)
    note(value->place, tr("'{}' is leeg; vul het in", name));
  return value->text;
}

std::string TomlForm::identifier(const TomlValue& table, std::string_view key, TomlPlace place) {
  const std::size_t before = errors_.size();
  std::string text = required(table, key, place);
  if (errors_.size() == before && !is_identifier(text))
    note(
        table.find(key)->value.place,
        tr("'{}' bestaat uit kleine letters, cijfers en streepjes, zoals \"gedeelde-visie\"", key));
  return text;
}

std::vector<std::string> TomlForm::strings(const TomlValue& table, std::string_view key) {
  std::vector<std::string> found;
  for (const TomlValue* text : texts(table, key)) found.push_back(text->text);
  return found;
}

std::vector<const TomlValue*> TomlForm::texts(const TomlValue& table, std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlEntry* entry = table.find(key);
  if (entry == nullptr) return found;
  if (entry->value.kind != TomlValue::Kind::array)
    note(entry->value.place, tr("'{}' is een lijst; schrijf [\"…\", \"…\"]", key));
  for (const TomlValue& item : entry->value.items) {
    if (item.kind == TomlValue::Kind::string)
      found.push_back(&item);
    else
      note(item.place, tr("in '{}' staan alleen teksten tussen aanhalingstekens", key));
  }
  return found;
}

std::vector<const TomlValue*> TomlForm::tables(const TomlValue& table, std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlEntry* entry = table.find(key);
  if (entry == nullptr) return found;
  const auto& items = entry->value.items;
  if (entry->value.kind != TomlValue::Kind::array ||
      std::any_of(items.begin(), items.end(),
                  [](const TomlValue& item) { return item.kind != TomlValue::Kind::table; })) {
    note(entry->place, tr("schrijf [[{}]] met dubbele haken", key));
    return found;
  }
  for (const TomlValue& item : items) found.push_back(&item);
  return found;
}

void TomlForm::patterns(const TomlValue& list, std::string_view key, const PatternTaker& take) {
  if (list.kind != TomlValue::Kind::array)
    return note(list.place, tr("'{}' is een lijst van patronen; schrijf ['…', '…']", key));
  for (const TomlValue& item : list.items)
    if (std::optional<PatternNode> tree = pattern(item)) take(item, std::move(*tree));
}

std::optional<PatternNode> TomlForm::pattern(const TomlValue& string) {
  if (string.kind != TomlValue::Kind::string) {
    note(string.place,
         tr("een patroon is een tekst tussen aanhalingstekens, zoals 'gedeelde visie'"));
    return std::nullopt;
  }
  Result<PatternNode> tree = parse_pattern(string.text);
  if (!tree) {
    note(place_in_string(toml_, lines_, string.place, tree.error().column),
         tr("patroon '{}': {}", shown(string.text), tree.error().message));
    return std::nullopt;
  }
  note_references(string, *tree);
  return std::move(*tree);
}

void TomlForm::note_references(const TomlValue& string, const PatternNode& tree) {
  const std::vector<std::string> named = groups_in(tree);
  for (const std::string& group : std::set<std::string>(named.begin(), named.end())) {
    const std::size_t at = std::min(string.text.find("<" + group + ">"), string.text.size());
    const TomlPlace place = place_in_string(
        toml_, lines_, string.place,
        static_cast<unsigned>(count_code_points(std::string_view(string.text).substr(0, at))) + 1);
    references_.push_back(
        {group, Error{tr("patroon '{}': woordgroep <{}> bestaat niet", shown(string.text), group),
                      name_, place.line, place.column}});
  }
}

}  // namespace pipeline
