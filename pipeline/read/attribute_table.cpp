#include "pipeline/read/attribute_table.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/model/iso_date.h"
#include "pipeline/read/ascii.h"
#include "pipeline/read/csv.h"
#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

constexpr std::string_view interviewer_column = "interviewer";
constexpr std::string_view date_column = "datum";
constexpr std::uintmax_t most_bytes = 64U << 20;

std::optional<std::string> yes_or_no(const std::string& text) {
  const std::string word = lower_ascii(text);
  if (word == "ja" || word == "j" || word == "x" || word == "1") return "ja";
  if (word == "nee" || word == "n" || word == "0") return "nee";
  return std::nullopt;
}

// The header row as names; all that is wrong with it goes to `errors`.
std::vector<std::string> column_names(const CsvRecord& header, const std::string& name,
                                      const KeyColumn& key, Errors& errors) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const std::string& cell : header.cells) {
    names.push_back(lower_ascii(trimmed_cell(cell)));
    if (!names.back().empty() && !seen.insert(names.back()).second)
      errors.push_back({said("de kolom \u201C{}\u201D staat er tweemaal; geef een van beide een "
                             "andere naam",
                             names.back()),
                        name, header.line, 0});
  }
  if (!seen.contains(std::string(key.name)))
    errors.push_back({said("de kolom \u201C{}\u201D ontbreekt; zet in de eerste regel boven de {} "
                           "\u201C{}\u201D",
                           key.name, said(key.plural), key.name),
                      name, header.line, 0});
  return names;
}

// Brings date and yes-or-no into one form; says what is wrong where they have none.
Said made_regular(Attributes& cells) {
  if (const auto it = cells.find(std::string(date_column)); it != cells.end()) {
    const auto date = iso_date(it->second);
    if (!date)
      return said("\u201C{}\u201D is geen datum; schrijf jaar-maand-dag, zoals 2026-03-12",
                  it->second);
    it->second = *date;
  }
  if (const auto it = cells.find(std::string(interviewer_column)); it != cells.end()) {
    const auto answer = yes_or_no(it->second);
    if (!answer)
      return said("bij \u201Cinterviewer\u201D staat \u201C{}\u201D; schrijf ja of nee",
                  it->second);
    it->second = *answer;
  }
  return {};
}

class TableBuilder {
 public:
  TableBuilder(std::vector<std::string> names, std::string where, const KeyColumn& key)
      : names_(std::move(names)), where_(std::move(where)), key_(key) {
    for (const std::string& column : names_)
      if (!column.empty()) table_.columns.push_back(column);
  }

  void add(const CsvRecord& record) {
    const bool is_blank = std::ranges::all_of(
        record.cells, [](const auto& cell) { return trimmed_cell(cell).empty(); });
    if (is_blank) return;
    AttributeRow row{{}, record.line};
    Said wrong = take_cells(record, row.cells);
    if (wrong.empty() && !row.cells.contains(std::string(key_.name)))
      wrong = said("in deze regel is \u201C{}\u201D leeg; vul de {} in", key_.name,
                   said(key_.singular));
    if (wrong.empty()) wrong = made_regular(row.cells);
    if (wrong.empty())
      table_.rows.push_back(std::move(row));
    else
      table_.warnings.push_back({std::move(wrong), where_, record.line, 0});
  }

  AttributeTable take() { return std::move(table_); }

 private:
  Said take_cells(const CsvRecord& record, Attributes& cells) const {
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      std::string value = trimmed_cell(record.cells[i]);
      if (value.empty()) continue;
      if (i >= names_.size())
        return said(
            "deze regel heeft {} cellen en de kop {}; zet een cel met het scheidingsteken erin "
            "tussen aanhalingstekens",
            record.cells.size(), names_.size());
      if (names_[i].empty())
        return said("kolom {} heeft geen naam in de eerste regel; geef hem er een", i + 1);
      cells[names_[i]] = std::move(value);
    }
    return {};
  }

  std::vector<std::string> names_;
  std::string where_;
  const KeyColumn& key_;
  AttributeTable table_;
};

}  // namespace

Checked<AttributeTable> read_attribute_table(std::string_view csv, const std::string& name,
                                             const KeyColumn& key) {
  const auto decoded = decode(csv, name);
  if (!decoded) return tl::unexpected(Errors{decoded.error()});
  const auto read = csv_records(decoded->text, name);
  if (!read) return tl::unexpected(Errors{read.error()});
  const std::vector<CsvRecord>& records = *read;
  if (records.empty())
    return tl::unexpected(Errors{{said("het bestand is leeg; zet in de eerste regel de "
                                       "kolommen, met \u201C{}\u201D als eerste",
                                       key.name),
                                  name, 0, 0}});
  Errors errors;
  TableBuilder builder(column_names(records.front(), name, key, errors), name, key);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  for (std::size_t i = 1; i < records.size(); ++i) builder.add(records[i]);
  return builder.take();
}

Checked<std::string> bytes_of_table(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file)
    return tl::unexpected(Errors{
        {said("het bestand is niet te lezen; kijk pad en rechten na"), path.string(), 0, 0}});
  if (size > most_bytes)
    return tl::unexpected(
        Errors{{said("het bestand is te groot voor een tabel met kenmerken (grens: 64 MB)"),
                path.string(), 0, 0}});
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

std::string path_in_table(std::string value) {
  std::replace(value.begin(), value.end(), '\\', '/');
  while (value.starts_with("./")) value.erase(0, 2);
  return value;
}

}  // namespace pipeline
