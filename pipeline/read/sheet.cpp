#include "pipeline/read/sheet.h"

#include "pipeline/read/csv.h"
#include "pipeline/read/decode.h"

namespace pipeline {

Error too_many_cells(const std::string& name) {
  return {said("het rekenblad heeft meer dan vier miljoen cellen; deel het in stukken, of wis lege "
               "rijen en kolommen aan het einde"),
          name, 0, 0};
}

Error sheet_too_large(const std::string& name) {
  return {
      said("een blad is uitgepakt groter dan {} MB; deel het in stukken, of sla het op als .csv",
           most_sheet_xml >> 20),
      name, 0, 0};
}

Said hidden_rows(std::size_t count) {
  return said_counted(
      count, "verborgen rij is niet gelezen; maak die zichtbaar als die mee moet doen",
      "verborgen rijen zijn niet gelezen; maak ze zichtbaar als ze mee moeten doen");
}

Said hidden_sheet(const std::string& title) {
  return said(
      "het verborgen blad \u201C{}\u201D is niet gelezen; maak het zichtbaar als het mee moet doen",
      title);
}

bool put_cell(SheetRow& row, std::size_t column, std::string text, CellBudget& budget) {
  if (text.empty()) return true;
  if (column >= row.cells.size()) {
    if (!budget.take(column + 1 - row.cells.size())) return false;
    row.cells.resize(column + 1);
  }
  row.cells[column].text = std::move(text);
  return true;
}

namespace {

// "sep=;" in front says what parts cells, to one program only; the reader sees it by itself.
std::string_view without_separator_line(std::string_view text) {
  if (!text.starts_with("sep=")) return text;
  const std::size_t end = text.find('\n');
  return end <= 5 ? text.substr(end + 1) : text;
}

}  // namespace

Result<std::vector<Sheet>> read_csv_sheet(std::string_view bytes, const std::string& name,
                                          const ReadLimits& /*limits*/) {
  const auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(decoded.error());
  const std::string_view table = without_separator_line(decoded->text);
  const auto records = csv_records(table, name);
  if (!records) return tl::unexpected(records.error());
  Sheet sheet;
  sheet.warnings = decoded->warnings;
  const unsigned skipped = table.size() < decoded->text.size() ? 1 : 0;
  CellBudget budget;
  for (const CsvRecord& record : *records) {
    SheetRow row{record.row + skipped, {}};
    for (std::size_t i = 0; i < record.cells.size(); ++i)
      if (!put_cell(row, i, trimmed_cell(record.cells[i]), budget))
        return tl::unexpected(too_many_cells(name));
    if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
  }
  return std::vector<Sheet>{std::move(sheet)};
}

}  // namespace pipeline
