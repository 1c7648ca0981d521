// One theme's file of a lexicon: its factors, each with its patterns, their false friends and its
// examples.
//   thema = "relatie"
//   [[factor]]
//   id = "vertrouwen"
//   succes = ['vertrouwen']
#pragma once

#include <map>
#include <string>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/lexicon/toml_form.h"

namespace pipeline {

class ThemeReader {
 public:
  // Adds to `lexicon`, which must outlive it.
  explicit ThemeReader(Lexicon& lexicon) : lexicon_(lexicon) {}

  // `file` stands in sources, `path` in messages about other places. Mistakes are noted in `form`.
  void read(TomlForm& form, const TomlValue& toml, const std::string& file,
            const std::string& path);

 private:
  struct Place;

  void read_factor(const Place& place, const TomlValue& table, const std::string& theme);
  void read_patterns(const Place& place, const TomlValue& table);
  bool read_pattern(const Place& place, const TomlValue& item, Valence base);
  void read_false_friends(const Place& place, const TomlValue& table, std::string_view key,
                          std::optional<std::size_t> pattern);
  Strength read_strength(const Place& place, const TomlValue& table);
  void read_cues_off(const Place& place, const TomlValue& table);
  void read_examples(const Place& place, const TomlValue& table);

  Lexicon& lexicon_;
  std::map<std::string, std::string> factor_places_;
  std::map<std::string, unsigned> pattern_lines_;  // of the factor at hand
};

}  // namespace pipeline
