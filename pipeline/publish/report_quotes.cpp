#include "pipeline/publish/report_quotes.h"

#include <fmt/format.h>

#include "pipeline/publish/passage_line.h"
#include "pipeline/publish/quotation.h"
#include "pipeline/report/html.h"

namespace pipeline {
namespace {

constexpr Valence valences[] = {Valence::success, Valence::failure, Valence::neutral};
constexpr std::size_t around = 220;  // bytes of context on either side

std::string_view class_of(Valence valence) {
  return valence == Valence::success ? "succes" : valence == Valence::failure ? "faal" : "neutraal";
}

std::string html_of(const Quotation& it) {
  const ShownPassage& passage = it.coding.passage;
  std::string source = heading(passage);
  if (const std::string line = attributes_line(passage.attributes); !line.empty())
    source += " \u00b7 " + line;
  if (it.coding.coding.modality != Modality::fact)
    source += " \u00b7 " + std::string(to_string(it.coding.coding.modality));
  source += " \u00b7 " + to_string(it.coding.id);
  return "<blockquote><p>" + html_escaped(it.before) + "<b>" + html_escaped(it.sentence) + "</b>" +
         html_escaped(it.after) + "</p><footer>" + html_escaped(source) +
         "</footer></blockquote>\n";
}

// "3 van 12" where not all are shown.
std::string shown_of(const ReportCell& cell, const ReportWords& words) {
  if (cell.quoted.size() == cell.codings.size()) return shown_number(cell.quoted.size(), words);
  return fmt::format(fmt::runtime(words.shown_of), shown_number(cell.quoted.size(), words),
                     shown_number(cell.codings.size(), words));
}

void add_cell(std::string& html, const Store& store, const ReportFacts& from,
              const ReportWords& words, std::size_t factor, Valence valence, std::size_t column) {
  const ReportCell& cell = from.cell(factor, valence, column);
  if (cell.codings.empty()) return;
  const bool has_columns = !from.column.values.empty();
  if (has_columns) {
    const std::string& key = from.column.values[column].key;
    html += fmt::format("<h4 id=\"{}\">{} ({})</h4>\n", anchor(factor, valence, column),
                        html_escaped(key == no_value ? words.none : std::string_view(key)),
                        shown_of(cell, words));
  }
  for_each_quotation(store, cell.quoted, around,
                     [&](const Quotation& quotation) { html += html_of(quotation); });
}

void add_factor(std::string& html, const Store& store, const ReportFacts& from,
                const ReportWords& words, std::size_t factor) {
  std::string numbers;
  for (const Valence valence : valences)
    if (const std::uint64_t count = from.count(factor, valence); count > 0)
      numbers +=
          fmt::format(" \u00b7 {} {}", shown_number(count, words), shown_valence(valence, words));
  html += fmt::format("<details id=\"{}\"><summary><b>{}</b>{}</summary>\n", anchor(factor),
                      html_escaped(from.factor.values[factor].label), numbers);
  for (const Valence valence : valences) {
    const std::uint64_t count = from.count(factor, valence);
    if (count == 0) continue;
    const std::string of_all = from.column.values.empty()
                                   ? shown_of(from.cell(factor, valence, 0), words)
                                   : shown_number(count, words);
    html += fmt::format("<h3 id=\"{}\" class=\"{}\">{}: {} ({})</h3>\n", anchor(factor, valence),
                        class_of(valence), html_escaped(from.factor.values[factor].label),
                        shown_valence(valence, words), of_all);
    for (std::size_t column = 0; column < from.columns(); ++column)
      add_cell(html, store, from, words, factor, valence, column);
  }
  html += "</details>\n";
}

std::string how_many(const ReportFacts& from, const ReportWords& words) {
  const std::string all = shown_count(from.all, words.quotation, words.quotes, words);
  if (from.quoted == 0) return std::string(words.none_shown);
  if (from.quoted == from.all) return fmt::format(fmt::runtime(words.all_shown), all);
  return fmt::format(fmt::runtime(words.some_shown), all, shown_number(from.quoted, words),
                     from.most_in_cell);
}

// "Vertrouwen: 5 succes, 2 faal", each a link.
std::string guide_line(const ReportFacts& from, const ReportWords& words, std::size_t column,
                       std::size_t factor) {
  std::string line;
  for (const Valence valence : valences) {
    const std::size_t count = from.cell(factor, valence, column).codings.size();
    if (count == 0) continue;
    line += fmt::format("{}<a href=\"#{}\">{} {}</a>", line.empty() ? "" : ", ",
                        anchor(factor, valence, column), shown_number(count, words),
                        shown_valence(valence, words));
  }
  if (line.empty()) return {};
  return fmt::format("<li id=\"{}\">{}: {}</li>\n", column_anchor(column, factor),
                     html_escaped(from.factor.values[factor].label), line);
}

}  // namespace

std::string quotes_section(const Store& store, const ReportFacts& from, const ReportWords& words) {
  std::string html =
      fmt::format("<h2 id=\"citaten\">{}</h2>\n<p>{} {}</p>\n", words.quotations,
                  how_many(from, words), from.quoted > 0 ? words.how_to_read : std::string_view());
  if (from.quoted > 0)
    html += fmt::format("<p><button type=\"button\" id=\"open\">{}</button></p>\n", words.open_all);
  for (std::size_t factor = 0; factor < from.factor.values.size(); ++factor)
    add_factor(html, store, from, words, factor);
  return html;
}

std::string guide_section(const ReportFacts& from, const ReportWords& words) {
  if (from.column.values.empty()) return {};
  std::string html = fmt::format("<h2 id=\"wegwijzer\">{}</h2>\n",
                                 fmt::format(fmt::runtime(words.guide), from.column.name));
  for (std::size_t column = 0; column < from.columns(); ++column) {
    const std::string& key = from.column.values[column].key;
    html += fmt::format("<details id=\"{}\"><summary>{}</summary>\n<ul>\n", column_anchor(column),
                        html_escaped(key == no_value ? words.none : std::string_view(key)));
    for (std::size_t factor = 0; factor < from.factor.values.size(); ++factor)
      html += guide_line(from, words, column, factor);
    html += "</ul>\n</details>\n";
  }
  return html;
}

}  // namespace pipeline
