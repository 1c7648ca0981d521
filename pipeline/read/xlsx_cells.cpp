#include "pipeline/read/xlsx_cells.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>

#include "pipeline/model/counted.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

constexpr unsigned most_columns = 16'384, most_rows = 1'048'576;  // of a sheet in Excel
constexpr std::size_t most_merged_cells = 200'000;

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_true(std::string_view value) {
  return value == "1" || value == "true";
}

// "_x000D_" stands for a character that XML cannot hold, and for those that look like it.
std::string unescaped(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t at = text.find("_x");
    if (at == std::string_view::npos || at + 7 > text.size()) break;
    unsigned code = 0;
    const char* const digits = text.data() + at + 2;
    const bool is_escape =
        text[at + 6] == '_' && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
    plain += text.substr(0, is_escape ? at : at + 2);
    text.remove_prefix(is_escape ? at + 7 : at + 2);
    if (is_escape && code == '_') plain += '_';
    if (is_escape && code != '_' && code != '\r') plain += ' ';
  }
  plain += text;
  return plain;
}

struct Place {
  unsigned column = 0, row = 0;  // from 0 and from 1
};

// "BC12"; nothing where it is no place in a sheet.
std::optional<Place> place_of(std::string_view reference) {
  Place place;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 3; ++at)
    place.column = place.column * 26 + static_cast<unsigned>(reference[at] - 'A') + 1;
  const auto row = number_of<unsigned>(reference.substr(at));
  if (at == 0 || !row || *row == 0 || *row > most_rows || place.column > most_columns)
    return std::nullopt;
  --place.column;
  place.row = *row;
  return place;
}

class CellsReader {
 public:
  CellsReader(const XlsxShared& shared, CellBudget& budget, const std::string& name)
      : shared_(shared), budget_(budget), name_(name) {}

  Result<Sheet> read(const pugi::xml_node& worksheet) {
    for (const pugi::xml_node& row : child_of(worksheet, "sheetData").children())
      if (local_name(row) == "row" && !add_row(row)) return tl::unexpected(too_many_cells(name_));
    for (const pugi::xml_node& area : child_of(worksheet, "mergeCells").children())
      if (!repeat(value_of(area, "ref"))) return tl::unexpected(too_many_cells(name_));
    if (hidden_ > 0) warn(hidden_rows(hidden_));
    if (errors_ > 0)
      warn(said_counted(errors_, "cel toont een fout van een formule en telt als leeg",
                        "cellen tonen een fout van een formule en tellen als leeg"));
    if (without_value_ > 0)
      warn(said_counted(without_value_,
                        "formule heeft geen bewaarde uitkomst; open het bestand in een "
                        "rekenprogramma en sla het op",
                        "formules hebben geen bewaarde uitkomst; open het bestand in een "
                        "rekenprogramma en sla het op"));
    return std::move(sheet_);
  }

 private:
  void warn(Said what) { sheet_.warnings.push_back(std::move(what)); }

  bool add_row(const pugi::xml_node& node) {
    const auto number = number_of<unsigned>(value_of(node, "r"));
    last_row_ = std::clamp(number.value_or(last_row_ + 1), last_row_ + 1, most_rows + 1);
    if (is_true(value_of(node, "hidden"))) {
      ++hidden_;
      return true;
    }
    SheetRow row{last_row_, {}};
    unsigned next = 0;
    for (const pugi::xml_node& cell : node.children()) {
      if (local_name(cell) != "c") continue;
      if (const auto place = place_of(value_of(cell, "r"))) next = place->column;
      if (next >= most_columns || !put_cell(row, next++, shown(cell), budget_)) return false;
    }
    if (!row.cells.empty()) sheet_.rows.push_back(std::move(row));
    return true;
  }

  std::string shown(const pugi::xml_node& cell) {
    const std::string_view type = value_of(cell, "t");
    if (type == "inlineStr") return xlsx_string(child_of(cell, "is"));
    const pugi::xml_node value = child_of(cell, "v");
    const std::string_view text = value.text().get();
    if (text.empty()) {
      if (child_of(cell, "f") && type != "str") ++without_value_;
      return {};
    }
    if (type == "s") return shared_string(text);
    if (type == "str") return repaired_utf8(unescaped(text));
    if (type == "b") return is_true(text) ? "WAAR" : "ONWAAR";
    if (type == "e") {
      ++errors_;
      return {};
    }
    if (type == "d") return iso(text);
    const auto number = number_of<double>(text);
    return number ? shown_number(*number, format_of(cell), shared_.epoch) : repaired_utf8(text);
  }

  // "2026-03-12T14:05:00.000" -> "2026-03-12 14:05:00"
  static std::string iso(std::string_view text) {
    std::string date = repaired_utf8(text.substr(0, text.find_first_of(".Z")));
    std::replace(date.begin(), date.end(), 'T', ' ');
    return date.ends_with(" 00:00:00") ? date.substr(0, 10) : date;
  }

  std::string shared_string(std::string_view text) const {
    const auto at = number_of<std::size_t>(text);
    return at && *at < shared_.strings.size() ? shared_.strings[*at] : std::string();
  }

  std::string_view format_of(const pugi::xml_node& cell) const {
    const auto style = number_of<std::size_t>(value_of(cell, "s")).value_or(0);
    return style < shared_.formats.size() ? std::string_view(shared_.formats[style]) : "General";
  }

  // What stands in the first cell of an area is shown in all of it.
  bool repeat(std::string_view area) {
    const std::size_t colon = area.find(':');
    if (colon == std::string_view::npos) return true;
    const auto first = place_of(area.substr(0, colon)), last = place_of(area.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return true;
    auto row =
        std::lower_bound(sheet_.rows.begin(), sheet_.rows.end(), first->row,
                         [](const SheetRow& r, unsigned number) { return r.number < number; });
    if (row == sheet_.rows.end() || row->number != first->row || first->column >= row->cells.size())
      return true;
    const std::string text = row->cells[first->column].text;
    for (; !text.empty() && row != sheet_.rows.end() && row->number <= last->row; ++row)
      for (unsigned column = first->column; column <= last->column; ++column) {
        if (row->number == first->row && column == first->column) continue;
        if (++merged_ > most_merged_cells || !put_cell(*row, column, text, budget_)) return false;
        row->cells[column].is_merged = true;
      }
    return true;
  }

  const XlsxShared& shared_;
  CellBudget& budget_;
  const std::string& name_;
  Sheet sheet_;
  unsigned last_row_ = 0;
  std::size_t hidden_ = 0, errors_ = 0, without_value_ = 0, merged_ = 0;
};

}  // namespace

std::string xlsx_string(const pugi::xml_node& string) {
  std::string text;
  for (const pugi::xml_node& child : string.children()) {
    const std::string_view kind = local_name(child);
    if (kind == "t") text += child.text().get();
    if (kind == "r") text += child_of(child, "t").text().get();
  }
  return repaired_utf8(unescaped(text));
}

Result<Sheet> read_xlsx_cells(const pugi::xml_node& worksheet, const XlsxShared& shared,
                              CellBudget& budget, const std::string& name) {
  return CellsReader(shared, budget, name).read(worksheet);
}

}  // namespace pipeline
