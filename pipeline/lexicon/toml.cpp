#include "pipeline/lexicon/toml.h"

#include <toml++/toml.h>

#include <algorithm>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

TomlPlace place_of(const toml::source_region& source) {
  return {static_cast<unsigned>(source.begin.line), static_cast<unsigned>(source.begin.column)};
}

TomlValue value_of(const toml::node& node);

TomlValue table_of(const toml::table& table) {
  TomlValue value;
  value.kind = TomlValue::Kind::table;
  for (const auto& [key, child] : table)
    value.entries.push_back({std::string(key.str()), place_of(key.source()), value_of(child)});
  std::sort(value.entries.begin(), value.entries.end(),
            [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; });
  return value;
}

TomlValue value_of(const toml::node& node) {
  TomlValue value;
  if (const toml::table* table = node.as_table()) {
    value = table_of(*table);
  } else if (const toml::array* array = node.as_array()) {
    value.kind = TomlValue::Kind::array;
    for (const toml::node& item : *array) value.items.push_back(value_of(item));
  } else if (const auto* text = node.as_string()) {
    value.kind = TomlValue::Kind::string;
    value.text = text->get();
  } else if (const auto* number = node.as_integer()) {
    value.kind = TomlValue::Kind::integer;
    value.number = number->get();
  }
  value.place = place_of(node.source());
  return value;
}

std::size_t next_code_point(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && !begins_code_point(text[at]));
  return at;
}

// Walks over file text, counting lines and columns.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;
  TomlPlace place{1, 1};

  bool at_end() const { return at >= text.size(); }
  void step() {
    if (text[at] == '\n')
      place = {place.line + 1, 1};
    else
      ++place.column;
    at = next_code_point(text, at);
  }
  void skip(std::size_t code_points) {
    for (; code_points > 0 && !at_end(); --code_points) step();
  }
  bool sees(std::string_view what) const { return text.substr(at, what.size()) == what; }
};

// Over one character of a basic string, which may be written as an escape.
void skip_character(Cursor& cursor) {
  if (!cursor.sees("\\")) return cursor.skip(1);
  cursor.skip(1);
  const std::size_t digits = cursor.sees("u") ? 4 : cursor.sees("U") ? 8 : 0;
  cursor.skip(1 + digits);
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  const auto it = std::find_if(entries.begin(), entries.end(),
                               [&](const TomlEntry& entry) { return entry.key == key; });
  return it == entries.end() ? nullptr : &*it;
}

Result<TomlValue> parse_toml(std::string_view toml, const std::string& name) {
  try {
    return table_of(toml::parse(toml, name));
  } catch (const toml::parse_error& error) {
    const TomlPlace place = place_of(error.source());
    return failure(
        tr("geen geldige TOML; zijn alle aanhalingstekens en haken gesloten en staat er een komma "
           "tussen de patronen? ({})",
           error.description()),
        name, place.line, place.column);
  }
}

std::vector<std::size_t> line_starts(std::string_view toml) {
  std::vector<std::size_t> lines{0};
  for (std::size_t end = toml.find('\n'); end != std::string_view::npos;
       end = toml.find('\n', end + 1))
    lines.push_back(end + 1);
  return lines;
}

TomlPlace place_in_string(std::string_view toml, const std::vector<std::size_t>& lines,
                          TomlPlace string, unsigned column) {
  const std::size_t line = std::min<std::size_t>(std::max(string.line, 1U), lines.size());
  Cursor cursor{toml, lines[line - 1], {static_cast<unsigned>(line), 1}};
  while (!cursor.at_end() && cursor.place < string) cursor.step();
  const bool is_basic = cursor.sees("\"");
  const bool is_multiline = cursor.sees("'''") || cursor.sees("\"\"\"");
  cursor.skip(is_multiline ? 3 : 1);
  if (is_multiline && cursor.sees("\n")) cursor.skip(1);
  for (unsigned i = 1; i < column && !cursor.at_end(); ++i)
    if (is_basic)
      skip_character(cursor);
    else
      cursor.skip(1);
  return cursor.place;
}

}  // namespace pipeline
