#include "pipeline/read/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <set>

#include "pipeline/read/ascii.h"
#include "pipeline/read/csv.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/iso_date.h"

namespace pipeline {
namespace {

constexpr std::string_view file_column = "bestand";
constexpr std::string_view speaker_column = "spreker";
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
                                      Errors& errors) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const std::string& cell : header.cells) {
    names.push_back(lower_ascii(trimmed_cell(cell)));
    if (!names.back().empty() && !seen.insert(names.back()).second)
      errors.push_back(
          {fmt::format("de kolom \u201C{}\u201D staat er tweemaal; geef een van beide een "
                       "andere naam",
                       names.back()),
           name, header.line, 0});
  }
  if (!seen.contains(std::string(file_column)))
    errors.push_back(
        {"de kolom \u201Cbestand\u201D ontbreekt; zet in de eerste regel boven de "
         "bestandsnamen \u201Cbestand\u201D",
         name, header.line, 0});
  return names;
}

// One row on its way into Cases.
struct Fields {
  std::string file, speaker;
  Attributes attributes;
};

class CaseBuilder {
 public:
  CaseBuilder(std::vector<std::string> names, std::string where)
      : names_(std::move(names)), where_(std::move(where)) {
    for (const std::string& column : names_)
      if (!column.empty() && column != file_column && column != speaker_column)
        cases_.columns.push_back(column);
  }

  void add(const CsvRecord& record) {
    const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
                                   [](const std::string& cell) { return trimmed_cell(cell).empty(); });
    if (blank) return;
    auto fields = fields_of(record);
    if (!fields) {
      warn(fields.error(), record.line);
      return;
    }
    CaseRow& row = cases_.files[fields->file];
    if (row.line == 0) row.line = record.line;
    if (fields->speaker.empty())
      place(row.attributes, rows_of_files_[fields->file], *fields, record.line);
    else
      place(row.speakers[fields->speaker], rows_of_speakers_[{fields->file, fields->speaker}],
            *fields, record.line);
  }

  Cases take() { return std::move(cases_); }

 private:
  tl::expected<Fields, std::string> fields_of(const CsvRecord& record) const {
    Fields fields;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      const std::string value = trimmed_cell(record.cells[i]);
      if (value.empty()) continue;
      if (i >= names_.size())
        return tl::unexpected(
            fmt::format("deze regel heeft {} cellen en de kop {}; zet een cel met het "
                        "scheidingsteken erin tussen "
                        "aanhalingstekens",
                        record.cells.size(), names_.size()));
      if (names_[i].empty())
        return tl::unexpected(
            fmt::format("kolom {} heeft geen naam in de eerste regel; geef hem er een", i + 1));
      if (names_[i] == file_column)
        fields.file = path_of(value);
      else if (names_[i] == speaker_column)
        fields.speaker = value;
      else
        fields.attributes[names_[i]] = value;
    }
    if (fields.file.empty())
      return tl::unexpected(
          std::string("in deze regel is \u201Cbestand\u201D leeg; vul de bestandsnaam in"));
    if (auto why = checked(fields); !why.empty()) return tl::unexpected(std::move(why));
    return fields;
  }

  // Brings date and yes-or-no into one form; says what is wrong where they have none.
  static std::string checked(Fields& fields) {
    if (const auto it = fields.attributes.find(std::string(date_column));
        it != fields.attributes.end()) {
      const auto date = iso_date(it->second);
      if (!date)
        return fmt::format("\u201C{}\u201D is geen datum; schrijf jaar-maand-dag, zoals 2026-03-12",
                           it->second);
      it->second = *date;
    }
    if (const auto it = fields.attributes.find(std::string(interviewer_column));
        it != fields.attributes.end()) {
      const auto answer = yes_or_no(it->second);
      if (!answer)
        return fmt::format("bij \u201Cinterviewer\u201D staat \u201C{}\u201D; schrijf ja of nee",
                           it->second);
      if (fields.speaker.empty())
        return "\u201Cinterviewer\u201D hoort bij een spreker; vul ook \u201Cspreker\u201D in";
      it->second = *answer;
    }
    return {};
  }

  static std::string path_of(std::string value) {
    std::replace(value.begin(), value.end(), '\\', '/');
    while (value.starts_with("./")) value.erase(0, 2);
    return value;
  }

  // `line` is where the same file (and speaker) was described before; 0: nowhere.
  void place(Attributes& attributes, unsigned& line, Fields& fields, unsigned at) {
    if (line != 0 && attributes != fields.attributes) {
      warn(fmt::format(
               "{} staat ook in regel {}, met andere waarden; die van regel {} gelden",
               fields.speaker.empty() ? fields.file : fields.file + ", spreker " + fields.speaker,
               line, line),
           at);
      return;
    }
    if (line == 0) line = at;
    attributes = std::move(fields.attributes);
  }

  void warn(std::string message, unsigned line) {
    cases_.warnings.push_back({std::move(message), where_, line, 0});
  }

  std::vector<std::string> names_;
  std::string where_;
  std::map<std::string, unsigned> rows_of_files_;
  std::map<std::pair<std::string, std::string>, unsigned> rows_of_speakers_;
  Cases cases_;
};

}  // namespace

Checked<Cases> read_cases(std::string_view csv, const std::string& name) {
  const auto decoded = decode(csv, name);
  if (!decoded) return tl::unexpected(Errors{decoded.error()});
  const auto read = csv_records(decoded->text, name);
  if (!read) return tl::unexpected(Errors{read.error()});
  const std::vector<CsvRecord>& records = *read;
  if (records.empty())
    return tl::unexpected(
        Errors{{"het bestand is leeg; zet in de eerste regel de kolommen, met \u201Cbestand\u201D "
                "als eerste",
                name, 0, 0}});
  Errors errors;
  CaseBuilder builder(column_names(records.front(), name, errors), name);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  for (std::size_t i = 1; i < records.size(); ++i) builder.add(records[i]);
  return builder.take();
}

Checked<Cases> read_cases_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file)
    return tl::unexpected(
        Errors{{"het bestand is niet te lezen; kijk pad en rechten na", path.string(), 0, 0}});
  if (size > most_bytes)
    return tl::unexpected(
        Errors{{"het bestand is te groot voor een tabel met kenmerken (grens: 64 MB)",
                path.string(), 0, 0}});
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return read_cases(bytes, path.string());
}

}  // namespace pipeline
