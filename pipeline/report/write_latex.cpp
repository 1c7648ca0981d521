#include "pipeline/report/printable.h"
#include "pipeline/report/readable.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\\':
        result += "\\textbackslash{}";
        break;
      case '~':
        result += "\\textasciitilde{}";
        break;
      case '^':
        result += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        result += '\\';
        [[fallthrough]];
      default:
        result += c;
    }
  }
  return result;
}

// The groups over the titles, each with a line under it.
std::string group_rows(const Table& table, const std::vector<std::size_t>& columns) {
  std::string names, lines;
  bool has_any = false;
  for (std::size_t i = 0; i < columns.size();) {
    std::size_t end = i + 1;
    const std::string& group = table.columns[columns[i]].group;
    while (end < columns.size() && table.columns[columns[end]].group == group) ++end;
    if (i > 0) names += " & ";
    names += "\\multicolumn{" + std::to_string(end - i) + "}{c}{" + escaped(group) + "}";
    if (!group.empty()) {
      has_any = true;
      lines += "\\cmidrule(lr){" + std::to_string(i + 1) + "-" + std::to_string(end) + "}";
    }
    i = end;
  }
  return has_any ? names + " \\\\\n" + lines + "\n" : "";
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : " & ") + cells[i];
  return row + " \\\\\n";
}

}  // namespace

std::string write_latex(const Table& given, const WriteOptions&) {
  const Table table = printable(given);
  const std::vector<std::size_t> columns = readable_columns(table);
  std::string layout;
  std::vector<std::string> titles;
  for (const std::size_t i : columns) {
    layout += is_number_column(table, i) ? 'r' : 'l';
    titles.push_back(escaped(table.columns[i].title));
  }
  std::string text = "% \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{" +
                     escaped(table.title) + "}\n\\begin{tabular}{" + layout + "}\n\\toprule\n";
  text += group_rows(table, columns) + row_of(titles) + "\\midrule\n";
  bool is_above_total = true;
  for (const Row& row : table.rows) {
    if (row.is_total && is_above_total) text += "\\midrule\n";
    is_above_total = !row.is_total;
    std::vector<std::string> cells;
    for (const std::size_t i : columns) cells.push_back(escaped(readable(row, i, table)));
    text += row_of(cells);
  }
  text += "\\bottomrule\n\\end{tabular}\n";
  if (!table.notes.empty()) text += "\n\\par\\footnotesize\n";
  for (const std::string& note : table.notes) text += escaped(note) + "\n";
  return text + "\\end{table}\n";
}

}  // namespace pipeline
