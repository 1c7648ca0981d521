#include "pipeline/report/html.h"

#include <algorithm>

#include "pipeline/report/readable.h"

namespace pipeline {
namespace {

// Okabe and Ito's colours; numbers stand under each other; wide tables scroll by themselves.
constexpr std::string_view style = R"(
:root { color-scheme: light; }
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem;
  padding: 0 1rem; color: #1a1a1a; background: #fff; }
.tabel { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; }
th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid #1a1a1a; }
thead th.groep { text-align: center; border-bottom: 1px solid #999; }
td.getal, th.getal { text-align: right; }
tbody tr:nth-child(even) { background: #f6f6f6; }
tr.totaal td { border-top: 1px solid #1a1a1a; font-weight: 600; }
.succes { color: #00664b; } .faal { color: #a34700; }
.noten { font-size: .875rem; color: #444; margin: .4rem 0 0; padding-left: 1.1rem; }
@media print { body { margin: 0; max-width: none; } .tabel { overflow: visible; } }
)";

std::string class_of(const Table& table, std::size_t column) {
  std::string names = is_number_column(table, column) ? "getal" : "";
  const ColumnRole role = table.columns[column].role;
  if (role == ColumnRole::success) names += " succes";
  if (role == ColumnRole::failure) names += " faal";
  return names.empty() ? "" : " class=\"" + names + "\"";
}

std::string linked(const std::string& words, const std::string& target) {
  return target.empty() ? words : "<a href=\"" + html_escaped(target) + "\">" + words + "</a>";
}

std::string group_row(const Table& table, const std::vector<std::size_t>& columns) {
  const bool has_any =
      std::ranges::any_of(columns, [&](std::size_t i) { return !table.columns[i].group.empty(); });
  if (!has_any) return {};
  std::string row = "<tr>";
  for (std::size_t i = 0; i < columns.size();) {
    std::size_t end = i + 1;
    const std::string& group = table.columns[columns[i]].group;
    while (end < columns.size() && table.columns[columns[end]].group == group) ++end;
    row += "<th class=\"groep\" colspan=\"" + std::to_string(end - i) + "\" scope=\"colgroup\">" +
           html_escaped(group) + "</th>";
    i = end;
  }
  return row + "</tr>\n";
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string html_notes(const std::vector<std::string>& notes) {
  std::string html = "<ul class=\"noten\">\n";
  for (const std::string& note : notes) html += "<li>" + html_escaped(note) + "</li>\n";
  return html + "</ul>\n";
}

std::string html_table(const Table& table, const CellLink& link) {
  const std::vector<std::size_t> columns = readable_columns(table);
  std::string html = "<div class=\"tabel\">\n<table>\n<caption>" + html_escaped(table.title) +
                     "</caption>\n<thead>\n" + group_row(table, columns) + "<tr>";
  for (const std::size_t i : columns)
    html += "<th scope=\"col\"" + class_of(table, i) + ">" + html_escaped(table.columns[i].title) +
            "</th>";
  html += "</tr>\n</thead>\n<tbody>\n";
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const Row& row = table.rows[at];
    html += row.is_total ? "<tr class=\"totaal\">" : "<tr>";
    for (const std::size_t i : columns)
      html += "<td" + class_of(table, i) + ">" +
              linked(html_escaped(readable(row, i, table)), link ? link(at, i) : std::string()) +
              "</td>";
    html += "</tr>\n";
  }
  html += "</tbody>\n</table>\n";
  if (!table.notes.empty()) html += html_notes(table.notes);
  return html + "</div>\n";
}

std::string html_page(std::string_view title, std::string_view body, const PageOptions& options) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"";
  page += options.language;
  page += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
  page += options.script.empty() ? "" : "script-src 'unsafe-inline'; ";
  page += "style-src 'unsafe-inline'\">\n";
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  page += html_escaped(title);
  page += "</title>\n<style>";
  page += style;
  page += options.style;
  page += "</style>\n</head>\n<body>\n";
  page += body;
  if (!options.script.empty()) {
    page += "<script>";
    page += options.script;
    page += "</script>\n";
  }
  return page + "</body>\n</html>\n";
}

}  // namespace pipeline
