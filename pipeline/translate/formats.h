// The dictionary files of other programs, one file of code each. Text in, dictionary out, and back;
// what a format cannot hold is told.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/translate/dictionary.h"

namespace pipeline {

using ReadDictionary = Result<Translated<Dictionary>>;

// `name` stands in errors. Any valid UTF-8 with LF line ends.
ReadDictionary read_liwc(std::string_view text, const std::string& name);
ReadDictionary read_yaml(std::string_view text, const std::string& name);
ReadDictionary read_wordstat(std::string_view text, const std::string& name);
ReadDictionary read_lexicoder(std::string_view text, const std::string& name);
ReadDictionary read_yoshikoder(std::string_view text, const std::string& name);
ReadDictionary read_csv(std::string_view text, const std::string& name);

std::string write_liwc(const Dictionary& dictionary);
std::string write_yaml(const Dictionary& dictionary);
std::string write_wordstat(const Dictionary& dictionary);
std::string write_lexicoder(const Dictionary& dictionary);
std::string write_yoshikoder(const Dictionary& dictionary);
std::string write_csv(const Dictionary& dictionary);

struct DictionaryFormat {
  std::string_view name, extensions, description;  // extensions: ".yml .yaml"; the
                                                   // description is to be translated
  ReadDictionary (*read)(std::string_view, const std::string&);
  std::string (*write)(const Dictionary&);
  bool holds_patterns = false;  // this program's own, whole
  bool only_prefixes = false;   // `*` stands at the end of a word only
  bool is_folded = true;        // capitals do not count
};

std::span<const DictionaryFormat> dictionary_formats();
// By name; the error names all.
Result<DictionaryFormat> dictionary_format(std::string_view name);
// By what the file holds, where that is plain, else by its ending.
Result<DictionaryFormat> dictionary_format_of(const std::string& file, std::string_view text);

// Lines of a text, without line ends.
std::vector<std::string_view> dictionary_lines(std::string_view text);
std::string_view trimmed(std::string_view text);
std::string line_name(std::size_t line);  // "regel 12"

}  // namespace pipeline
