#include "pipeline/language/compile/sources.h"

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// The lists write the ligature and a typographic apostrophe; lemmas are spelled as people type.
std::string typed(std::string word) {
  replace_all(word, "ĳ", "ij");
  replace_all(word, "Ĳ", "IJ");
  replace_all(word, "’", "'");
  return word;
}

// Rows of tab-separated cells; lines that begin with '#' are comments.
std::vector<std::vector<std::string>> rows_of(const fs::path& path, std::size_t cells) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text_of(path));
  unsigned number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> row;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '\t');) row.push_back(cell);
    if (row.size() != cells)
      throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " +
                               std::to_string(cells) + " cells wanted, separated by tabs");
    rows.push_back(std::move(row));
  }
  return rows;
}

WordClass class_of(const std::string& name, const fs::path& path) {
  for (int i = 0; i <= static_cast<int>(WordClass::other); ++i)
    if (to_string(static_cast<WordClass>(i)) == name) return static_cast<WordClass>(i);
  throw std::runtime_error(path.string() + ": no such word class: " + name);
}

void read_dictionary(Sources& sources, const fs::path& path) {
  std::istringstream lines(text_of(path));
  std::string line;
  std::getline(lines, line);  // the number of entries
  while (std::getline(lines, line)) {
    line = typed(line.substr(0, line.find_first_of(" \t\r")));
    const std::size_t slash = line.find('/');
    ListedWord entry{line.substr(0, slash),
                     slash == std::string::npos ? "" : line.substr(slash + 1)};
    bool is_refused = entry.word.empty();
    for (const std::string& flag : flags_of(entry.flags))
      is_refused |= flag == "Fw" || flag == "Cx";  // forbidden; only within compounds
    if (is_refused) continue;
    sources.attested.insert(fold(entry.word));
    const bool is_stem = entry.flags.find("V3") != std::string::npos;
    if (is_stem) sources.stems.insert(fold(entry.word));
    for (const ExpandedForm& form : sources.affixes.expand(entry.word, entry.flags)) {
      sources.attested.insert(fold(form.form));
      if (is_stem && form.flag[0] == 'P') sources.stems.insert(fold(form.form));
    }
    sources.entries.push_back(std::move(entry));
  }
}

// "vólgend" is "volgend" with stress, no word of its own; "café" has no "cafe" beside it.
void leave_out_stress_marks(Sources& sources) {
  std::unordered_set<std::string> unmarked(sources.plain.begin(), sources.plain.end());
  for (const ListedWord& entry : sources.entries) unmarked.insert(entry.word);
  const auto is_stressed = [&](const std::string& word) {
    static constexpr std::array<std::string_view, 5> acutes{"á", "é", "í", "ó", "ú"};
    std::string plain = word;
    for (const std::string_view acute : acutes) replace_all(plain, acute, fold(acute));
    return plain != word && unmarked.contains(plain);
  };
  std::erase_if(sources.entries, [&](const ListedWord& entry) { return is_stressed(entry.word); });
  std::erase_if(sources.plain, is_stressed);
}

void read_own_tables(Sources& sources, const fs::path& folder) {
  const fs::path closed = folder / "closed_class.tsv";
  for (const auto& row : rows_of(closed, 3))
    sources.closed_class.push_back({fold(row[0]), row[1], class_of(row[2], closed)});
  const fs::path forms = folder / "irregular_forms.tsv";
  for (const auto& row : rows_of(forms, 4)) {
    const auto inflection = inflection_of(row[3]);
    if (!inflection) throw std::runtime_error(forms.string() + ": no such inflection: " + row[3]);
    sources.irregular_forms.push_back({fold(row[0]), row[1], class_of(row[2], forms), *inflection});
  }
  const fs::path preferred = folder / "preferred.tsv";
  for (const auto& row : rows_of(preferred, 3))
    sources.preferred.push_back({fold(row[0]), row[1], class_of(row[2], preferred)});
  for (const auto& row : rows_of(folder / "strong_verbs.tsv", 4))
    sources.strong_verbs.push_back(
        {row[0], fold(row[1]), fold(row[2]), row[3] == "-" ? "" : fold(row[3])});
  for (const auto& row : rows_of(folder / "irregular_plurals.tsv", 2))
    sources.irregular_plurals[row[0]].push_back(fold(row[1]));
  for (const auto& row : rows_of(folder / "particles.tsv", 1)) sources.particles.push_back(row[0]);
  for (const auto& row : rows_of(folder / "particle_pairs.tsv", 2))
    sources.particle_pairs.emplace_back(row[0], row[1]);
  for (const auto& row : rows_of(folder / "fixed_phrases.tsv", 2))
    sources.fixed_phrases.emplace_back(fold(row[0]), row[1]);
  for (const auto& row : rows_of(folder / "spelling_variants.tsv", 2))
    sources.variants.emplace_back(fold(row[0]), fold(row[1]));
  for (const auto& row : rows_of(folder / "simplex.tsv", 1)) sources.simplex.push_back(row[0]);
  for (const auto& row : rows_of(folder / "compound_heads.tsv", 1))
    sources.compound_heads.push_back(row[0]);
  for (const auto& row : rows_of(folder / "compound_prefixes.tsv", 1))
    sources.compound_prefixes.push_back(row[0]);
}

}  // namespace

Sources read_sources(const SourcePaths& paths) {
  Sources sources;
  sources.affixes = Affixes(typed(text_of(paths.affixes)));
  std::istringstream lines(text_of(paths.word_list));
  for (std::string line; std::getline(lines, line);) sources.plain.push_back(typed(line));
  read_dictionary(sources, paths.dictionary);
  leave_out_stress_marks(sources);
  for (const std::string& word : sources.plain) sources.attested.insert(fold(word));
  read_own_tables(sources, paths.data);
  return sources;
}

}  // namespace pipeline
