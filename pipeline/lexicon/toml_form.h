// Reading one TOML file by its form: keys that must or may be there, of one kind, with the mistakes
// noted where they stand.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/pattern.h"
#include "pipeline/lexicon/toml.h"

namespace pipeline {

// A place where a group is named: checked when all groups are known.
struct GroupReference {
  std::string group;
  Error error;  // what to say if there is none of that name
};

class TomlForm {
 public:
  // `name` stands in the errors; both must outlive the form.
  TomlForm(const std::string& name, std::string_view toml, Errors& errors)
      : name_(name), toml_(toml), lines_(line_starts(toml)), errors_(errors) {}

  void note(TomlPlace place, std::string message);
  void check_keys(const TomlValue& table, std::initializer_list<std::string_view> known);
  // A string that is not empty; an error where the key is absent or of another kind.
  std::string required(const TomlValue& table, std::string_view key, TomlPlace place);
  std::string optional(const TomlValue& table, std::string_view key);
  // Like `required`, for what serves as a name: lower case, digits, hyphens.
  std::string identifier(const TomlValue& table, std::string_view key, TomlPlace place);
  // The strings of a list, and nothing else.
  std::vector<const TomlValue*> texts(const TomlValue& table, std::string_view key);
  std::vector<std::string> strings(const TomlValue& table, std::string_view key);
  // The tables under [[key]]; an error if it is anything else.
  std::vector<const TomlValue*> tables(const TomlValue& table, std::string_view key);

  using PatternTaker = std::function<void(const TomlValue& string, PatternNode tree)>;
  // A string as a pattern, if it is well formed.
  std::optional<PatternNode> pattern(const TomlValue& string);
  // Hands on each pattern of a list that is well formed.
  void patterns(const TomlValue& list, std::string_view key, const PatternTaker& take);
  const std::vector<GroupReference>& references() const { return references_; }

 private:
  void note_references(const TomlValue& string, const PatternNode& tree);
  const TomlValue* string_at(const TomlValue& table, std::string_view key);

  const std::string& name_;
  std::string_view toml_;
  std::vector<std::size_t> lines_;
  Errors& errors_;
  std::vector<GroupReference> references_;
};

bool is_identifier(std::string_view text);

}  // namespace pipeline
