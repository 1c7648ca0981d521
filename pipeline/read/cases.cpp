#include "pipeline/read/cases.h"

#include <utility>

#include "pipeline/read/attribute_table.h"

namespace pipeline {
namespace {

constexpr KeyColumn file_column{"bestand", tr_later("bestandsnaam"), tr_later("bestandsnamen")};
constexpr const char* speaker_column = "spreker";
constexpr const char* interviewer_column = "interviewer";

class CaseBuilder {
 public:
  CaseBuilder(AttributeTable table, std::string where) : where_(std::move(where)) {
    for (std::string& column : table.columns)
      if (column != file_column.name && column != speaker_column)
        cases_.columns.push_back(std::move(column));
    cases_.warnings = std::move(table.warnings);
    for (AttributeRow& row : table.rows) add(row.cells, row.line);
  }

  Cases take() { return std::move(cases_); }

 private:
  void add(Attributes& cells, unsigned line) {
    const std::string file = path_in_table(cells.extract(std::string(file_column.name)).mapped());
    if (file.empty())
      return warn(
          said("in deze regel noemt \u201Cbestand\u201D een map; vul de naam van een bestand in"),
          line);
    const auto speaker = cells.extract(speaker_column);
    if (speaker.empty() && cells.contains(interviewer_column))
      return warn(
          said("\u201Cinterviewer\u201D hoort bij een spreker; vul ook \u201Cspreker\u201D in"),
          line);
    CaseRow& row = cases_.files[file];
    if (row.line == 0) row.line = line;
    if (speaker.empty())
      return place(row.attributes, rows_of_files_[file], std::move(cells), line, file);
    const std::string& name = speaker.mapped();
    place(row.speakers[name], rows_of_speakers_[{file, name}], std::move(cells), line,
          said("{}, spreker {}", file, name));
  }

  // `known` is the line where the same file (and speaker) was described before; 0: nowhere.
  void place(Attributes& attributes, unsigned& known, Attributes cells, unsigned line,
             const Said& what) {
    if (known != 0 && attributes != cells)
      return warn(said("{} staat ook in regel {}, met andere waarden; die van regel {} "
                       "gelden",
                       what, known, known),
                  line);
    if (known == 0) known = line;
    attributes = std::move(cells);
  }

  void warn(Said message, unsigned line) {
    cases_.warnings.push_back({std::move(message), where_, line, 0});
  }

  std::string where_;
  std::map<std::string, unsigned> rows_of_files_;
  std::map<std::pair<std::string, std::string>, unsigned> rows_of_speakers_;
  Cases cases_;
};

}  // namespace

Checked<Cases> read_cases(std::string_view csv, const std::string& name) {
  auto table = read_attribute_table(csv, name, file_column);
  if (!table) return tl::unexpected(std::move(table.error()));
  return CaseBuilder(std::move(*table), name).take();
}

Checked<Cases> read_cases_file(const std::filesystem::path& path) {
  const auto bytes = bytes_of_table(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return read_cases(*bytes, path.string());
}

}  // namespace pipeline
