
#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <set>

#include "pipeline/read/decode.h"
#include "pipeline/read/odt_text.h"
#include "pipeline/read/package.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/sheet.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

constexpr unsigned most_rows = 1'048'576;
constexpr unsigned most_columns = 16'384;

// How often a row or cell stands there; a sheet ends with one that is empty a million times.
unsigned repeats(const pugi::xml_node& node, std::string_view attribute, unsigned most) {
  const std::string_view text = value_of(node, attribute);
  unsigned times = 1;
  std::from_chars(text.data(), text.data() + text.size(), times);
  return std::clamp(times, 1U, most);
}

class TableReader {
 public:
  TableReader(CellBudget& budget, const std::string& name) : budget_(budget), name_(name) {}

  Result<Sheet> read(const pugi::xml_node& table) {
    sheet_.name = repaired_utf8(value_of(table, "name"));
    if (!add_rows(table)) return tl::unexpected(too_many_cells(name_));
    if (hidden_ > 0) sheet_.warnings.push_back(hidden_rows(hidden_));
    return std::move(sheet_);
  }

 private:
  // Rows stand in groups and behind headings, too.
  bool add_rows(const pugi::xml_node& parent) {
    for (const pugi::xml_node& child : parent.children()) {
      const std::string_view kind = local_name(child);
      const bool is_group =
          kind == "table-rows" || kind == "table-header-rows" || kind == "table-row-group";
      if (is_group && !add_rows(child)) return false;
      if (kind == "table-row" && !add_row(child)) return false;
    }
    return true;
  }

  bool add_row(const pugi::xml_node& node) {
    const unsigned times = repeats(node, "number-rows-repeated", most_rows);
    SheetRow row{next_row_, {}};
    if (!add_cells(node, row)) return false;
    next_row_ += times;
    if (row.cells.empty()) return true;
    if (const std::string_view shown = value_of(node, "visibility");
        shown == "collapse" || shown == "filter") {
      hidden_ += times;
      return true;
    }
    if (times > 1 && !budget_.take(row.cells.size() * (times - 1ULL))) return false;
    for (unsigned i = 0; i < times; ++i) {
      sheet_.rows.push_back(row);
      ++row.number;
    }
    return true;
  }

  bool add_cells(const pugi::xml_node& node, SheetRow& row) {
    std::size_t column = 0;
    for (const pugi::xml_node& cell : node.children()) {
      const std::string_view kind = local_name(cell);
      if (kind != "table-cell" && kind != "covered-table-cell") continue;
      const unsigned times = repeats(cell, "number-columns-repeated", most_columns);
      // What lies under a merged cell is not seen.
      const std::string text = kind == "table-cell" ? shown(cell) : std::string();
      for (unsigned i = 0; i < times && !text.empty(); ++i)
        if (!put_cell(row, column + i, text, budget_)) return false;
      column += times;
      if (column > most_columns) column = most_columns;
    }
    return repeat_merged(node, row);
  }

  // A cell that spans rows shows its text in those below.
  bool repeat_merged(const pugi::xml_node& node, SheetRow& row) {
    std::size_t column = 0;
    for (const pugi::xml_node& cell : node.children()) {
      const std::string_view kind = local_name(cell);
      if (kind != "table-cell" && kind != "covered-table-cell") continue;
      const unsigned times = repeats(cell, "number-columns-repeated", most_columns);
      const unsigned rows = repeats(cell, "number-rows-spanned", most_rows);
      if (kind == "table-cell" && rows > 1 && column < row.cells.size())
        spans_.push_back({column, row.number + rows, row.cells[column].text});
      column = std::min<std::size_t>(column + times, most_columns);
    }
    if (row.cells.empty()) return true;
    std::erase_if(spans_, [&](const MergedColumn& span) { return span.end_row <= row.number; });
    for (const MergedColumn& span : spans_) {
      const bool is_own = span.column < row.cells.size() && !row.cells[span.column].text.empty();
      if (is_own || span.text.empty()) continue;
      if (!put_cell(row, span.column, span.text, budget_)) return false;
      row.cells[span.column].is_merged = true;
    }
    return true;
  }

  // Dates by their value, in the form that can be sorted; all else as it is shown.
  static std::string shown(const pugi::xml_node& cell) {
    if (value_of(cell, "value-type") == "date") {
      std::string date = repaired_utf8(value_of(cell, "date-value"));
      date = date.substr(0, date.find('.'));
      std::replace(date.begin(), date.end(), 'T', ' ');
      return date.ends_with(" 00:00:00") ? date.substr(0, 10) : date;
    }
    // A line of a cell is a paragraph here.
    static const OdtStyles no_styles;
    std::string lines;
    for (const pugi::xml_node& paragraph : cell.children()) {
      if (local_name(paragraph) != "p") continue;
      OdtText text(no_styles, Changes::accepted, [](const pugi::xml_node&, Paragraphs&) {});
      text.add_block(paragraph);
      lines += text.text().take() + '\n';
    }
    while (lines.ends_with('\n')) lines.pop_back();
    return repaired_utf8(lines);
  }

  struct MergedColumn {
    std::size_t column;
    unsigned end_row;
    std::string text;
  };

  CellBudget& budget_;
  const std::string& name_;
  Sheet sheet_;
  std::vector<MergedColumn> spans_;
  unsigned next_row_ = 1;
  std::size_t hidden_ = 0;
};

// The names of the styles below `root` whose tables are not shown.
void add_hidden_tables(const pugi::xml_node& root, std::set<std::string, std::less<>>& hidden) {
  for (const pugi::xml_node& group : root.children())
    for (const pugi::xml_node& style : group.children())
      if (value_of(child_of(style, "table-properties"), "display") == "false")
        hidden.emplace(value_of(style, "name"));
}

}  // namespace

Result<std::vector<Sheet>> read_ods(std::string_view bytes, const std::string& name,
                                    const ReadLimits& limits) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  if (is_encrypted_opendocument(*package)) return failure(encrypted_file(), name);
  const std::string* const content = package->part("content.xml");
  XmlDocument xml;
  if (content != nullptr && content->size() > most_sheet_xml)
    return tl::unexpected(sheet_too_large(name));
  if (content != nullptr) {
    auto parsed = parse_xml(*content, "content.xml", name, limits);
    if (!parsed) return tl::unexpected(parsed.error());
    xml = std::move(*parsed);
  }
  const pugi::xml_node root = xml ? xml->document_element() : pugi::xml_node();
  const pugi::xml_node tables = child_of(child_of(root, "body"), "spreadsheet");
  if (!tables)
    return failure(said("dit is geen rekenblad (.ods) maar een ander soort ZIP-bestand; geef het "
                        "de juiste uitgang of sla het op als .ods of .csv"),
                   name);
  std::set<std::string, std::less<>> hidden;
  add_hidden_tables(root, hidden);
  std::vector<Sheet> sheets;
  std::vector<Said> warnings;
  CellBudget budget;
  for (const pugi::xml_node& table : tables.children()) {
    if (local_name(table) != "table") continue;
    if (hidden.contains(value_of(table, "style-name"))) {
      warnings.push_back(hidden_sheet(repaired_utf8(value_of(table, "name"))));
      continue;
    }
    auto sheet = TableReader(budget, name).read(table);
    if (!sheet) return tl::unexpected(sheet.error());
    sheets.push_back(std::move(*sheet));
  }
  if (!sheets.empty())
    sheets.front().warnings.insert(sheets.front().warnings.end(), warnings.begin(), warnings.end());
  return sheets;
}

}  // namespace pipeline
