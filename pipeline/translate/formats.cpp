#include "pipeline/translate/formats.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace pipeline {
namespace {

constexpr std::array<DictionaryFormat, 6> formats{{
    {"yaml", ".yml .yaml", "quanteda", read_yaml, write_yaml},
    {"liwc", ".dic", "LIWC", read_liwc, write_liwc, false, true},
    {"wordstat", ".cat", "WordStat", read_wordstat, write_wordstat},
    {"lexicoder", ".lc3", "Lexicoder 3", read_lexicoder, write_lexicoder, false, true},
    {"yoshikoder", ".ykd .lcd", tr_later("Yoshikoder en Lexicoder 2"), read_yoshikoder,
     write_yoshikoder},
    {"csv", ".csv .tsv", tr_later("tabel met patronen"), read_csv, write_csv, true},
}};

std::string names() {
  std::string list;
  for (const DictionaryFormat& it : formats)
    list += (list.empty() ? "" : ", ") + std::string(it.name);
  return list;
}

}  // namespace

std::span<const DictionaryFormat> dictionary_formats() {
  return formats;
}

Result<DictionaryFormat> dictionary_format(std::string_view name) {
  const auto it = std::ranges::find(formats, name, &DictionaryFormat::name);
  if (it != formats.end()) return *it;
  return failure(tr("onbekend formaat '{}'; er is: {}", name, names()));
}

// A file called .cat may be one of Yoshikoder.
Result<DictionaryFormat> dictionary_format_of(const std::string& file, std::string_view text) {
  const std::string_view begin = trimmed(text.substr(0, 4096));
  if (begin.starts_with("<?xml") || begin.starts_with("<dictionary"))
    return dictionary_format("yoshikoder");
  std::string ending = std::filesystem::path(file).extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const DictionaryFormat& it : formats)
    if (!ending.empty() &&
        (" " + std::string(it.extensions) + " ").find(" " + ending + " ") != std::string::npos)
      return it;
  return failure(
      tr("van welk programma dit is, is niet te zien; zeg het met --formaat ({})", names()), file);
}

std::vector<std::string_view> dictionary_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string line_name(std::size_t line) {
  return tr("regel {}", line);
}

}  // namespace pipeline
