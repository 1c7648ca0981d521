// A table with a row a word. Of this program: thema, factor, definitie, valentie and patroon (a
// whole pattern); of others: a column for the category and one for the word.
#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/normalise/fold.h"
#include "pipeline/translate/formats.h"

namespace pipeline {
namespace {

constexpr std::array<const char*, 5> columns{"thema", "factor", "definitie", "valentie", "patroon"};
const std::map<std::string, std::string> other_names{
    {"categorie", "factor"}, {"category", "factor"}, {"label", "factor"}, {"key", "factor"},
    {"word", "woord"},       {"term", "woord"},      {"theme", "thema"},  {"pattern", "patroon"},
    {"valence", "valentie"}, {"value", "woord"},     {"woorden", "woord"}};

struct CsvRow {
  unsigned line = 0;
  std::vector<std::string> cells;
};

class CsvRows {
 public:
  // None: a quotation that does not end.
  static std::optional<std::vector<CsvRow>> read(std::string_view text, char delimiter) {
    CsvRows rows;
    csv_parser parser{};
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    bool is_well = true;
    for (const std::string_view line : dictionary_lines(text)) {
      ++rows.line_;
      const std::string whole = std::string(line) + '\n';
      is_well = is_well && csv_parse(&parser, whole.data(), whole.size(), on_cell, on_row, &rows) ==
                               whole.size();
    }
    is_well = is_well && csv_fini(&parser, on_cell, on_row, &rows) == 0;
    csv_free(&parser);
    if (!is_well) return std::nullopt;
    return std::move(rows.rows_);
  }

 private:
  static void on_cell(void* bytes, std::size_t size, void* user) {
    const std::string_view cell(static_cast<const char*>(bytes), size);
    static_cast<CsvRows*>(user)->cells_.emplace_back(trimmed(cell));
  }
  static void on_row(int, void* user) {
    auto& self = *static_cast<CsvRows*>(user);
    self.rows_.push_back({self.line_, std::move(self.cells_)});
    self.cells_.clear();
  }

  unsigned line_ = 0;
  std::vector<std::string> cells_;
  std::vector<CsvRow> rows_;
};

std::string cell(const CsvRow& row, const std::map<std::string, std::size_t>& places,
                 const char* name) {
  const auto place = places.find(name);
  return place == places.end() || place->second >= row.cells.size() ? std::string()
                                                                    : row.cells[place->second];
}

std::map<std::string, std::size_t> places_of(const CsvRow& header) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = fold(header.cells[i]);
    const auto other = other_names.find(name);
    places.try_emplace(other == other_names.end() ? name : other->second, i);
  }
  return places;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::vector<std::string> path_of(const std::string& theme, const std::string& factor,
                                 const std::string& valence) {
  std::vector<std::string> path;
  if (!theme.empty() && theme != factor) path.push_back(theme);
  path.push_back(factor);
  if (!valence.empty() && valence != "neutraal") path.push_back(valence);
  return path;
}

}  // namespace

ReadDictionary read_csv(std::string_view text, const std::string& name) {
  const std::string_view header = text.substr(0, text.find('\n'));
  const char delimiter = header.find('\t') != std::string_view::npos  ? '\t'
                         : header.find(';') != std::string_view::npos ? ';'
                                                                      : ',';
  const auto rows = CsvRows::read(text, delimiter);
  if (!rows) return failure(tr("een aanhalingsteken staat verkeerd of wordt niet gesloten"), name);
  const auto places =
      rows->empty() ? std::map<std::string, std::size_t>{} : places_of(rows->front());
  const bool has_patterns = places.contains("patroon");
  if (!places.contains("factor") || !(has_patterns || places.contains("woord")))
    return failure(
        tr("de eerste regel noemt de kolommen: factor (of categorie), en patroon of woord"), name,
        1);
  Translated<Dictionary> read;
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    const std::string factor = cell(*row, places, "factor"),
                      word = cell(*row, places, has_patterns ? "patroon" : "woord");
    if (factor.empty() && word.empty()) continue;
    if (factor.empty() || word.empty()) {
      read.left_out.push_back(
          {line_name(row->line), factor + word, tr("factor of patroon is leeg")});
      continue;
    }
    DictionaryCategory& category = read.result.category(
        path_of(cell(*row, places, "thema"), factor, cell(*row, places, "valentie")));
    if (category.definition.empty()) category.definition = cell(*row, places, "definitie");
    category.terms.push_back({word, has_patterns, row->line});
  }
  if (read.result.categories.empty()) return failure(tr("hier staat geen enkel woord"), name);
  return read;
}

// The last name of a path may be a valence, the first is the theme.
std::string write_csv(const Dictionary& dictionary) {
  std::string text;
  for (const char* column : columns) text += (text.empty() ? "" : ",") + std::string(column);
  text += "\r\n";
  for (const DictionaryCategory& category : dictionary.categories) {
    std::vector<std::string> path = category.path;
    std::string valence = "neutraal", theme;
    if (path.size() > 1 &&
        (path.back() == "succes" || path.back() == "faal" || path.back() == valence)) {
      valence = path.back();
      path.pop_back();
    }
    for (std::size_t i = 0; i + 1 < path.size(); ++i) theme += (i > 0 ? " / " : "") + path[i];
    for (const DictionaryTerm& term : category.terms)
      text += quoted(theme) + ',' + quoted(path.back()) + ',' + quoted(category.definition) + ',' +
              valence + ',' + quoted(term.text) + "\r\n";
  }
  return text;
}

}  // namespace pipeline
