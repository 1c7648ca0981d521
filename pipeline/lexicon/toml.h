// TOML text -> values that know their place, so that a mistake in one can be shown where it stands:
//   succes = ['vertrouw(']     the string begins at line 1, column 11; its bracket stands at 20
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

struct TomlPlace {  // from 1; columns in code points
  unsigned line = 0, column = 0;

  friend auto operator<=>(const TomlPlace&, const TomlPlace&) = default;
};

struct TomlEntry;

struct TomlValue {
  enum class Kind : std::uint8_t { string, integer, array, table, other };
  Kind kind = Kind::other;
  TomlPlace place;
  std::string text;                // string
  std::int64_t number = 0;         // integer
  std::vector<TomlValue> items;    // array
  std::vector<TomlEntry> entries;  // table, as they stand in the file

  const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  TomlPlace place;  // of the key
  TomlValue value;
};

// The table of a whole file, or what is wrong with its syntax.
Result<TomlValue> parse_toml(std::string_view toml, const std::string& name);

// Where each line of a file begins, in bytes.
std::vector<std::size_t> line_starts(std::string_view toml);

// Where code point `column` (from 1) of the string that begins at `string` stands in the file,
// whose lines begin at `lines`. Costs the length of that line and of the string.
TomlPlace place_in_string(std::string_view toml, const std::vector<std::size_t>& lines,
                          TomlPlace string, unsigned column);

}  // namespace pipeline
