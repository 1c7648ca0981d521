#include "pipeline/publish/report_quotes.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/publish/passage_line.h"
#include "pipeline/publish/quotation.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/html.h"
#include "pipeline/report/number.h"

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
    source += " \u00b7 " + word_of(it.coding.coding.modality);
  source += " \u00b7 " + to_string(it.coding.id);
  return "<blockquote><p>" + html_escaped(it.before) + "<b>" + html_escaped(it.sentence) + "</b>" +
         html_escaped(it.after) + "</p><footer>" + html_escaped(source) +
         "</footer></blockquote>\n";
}

// "3 van 12" where not all are shown.
std::string shown_of(const ReportCell& cell) {
  if (cell.quoted.size() == cell.codings.size()) return number(cell.quoted.size());
  return tr("{} van {}", number(cell.quoted.size()), number(cell.codings.size()));
}

void add_cell(std::string& html, const Store& store, const ReportFacts& from, std::size_t factor,
              Valence valence, std::size_t column) {
  const ReportCell& cell = from.cell(factor, valence, column);
  if (cell.codings.empty()) return;
  const bool has_columns = !from.column.values.empty();
  if (has_columns) {
    const std::string& key = from.column.values[column].key;
    html +=
        fmt::format("<h4 id=\"{}\">{} ({})</h4>\n", anchor(factor, valence, column),
                    html_escaped(key == no_value ? translated("(geen)") : std::string_view(key)),
                    shown_of(cell));
  }
  for_each_quotation(store, cell.quoted, around,
                     [&](const Quotation& quotation) { html += html_of(quotation); });
}

void add_factor(std::string& html, const Store& store, const ReportFacts& from,
                std::size_t factor) {
  std::string numbers;
  for (const Valence valence : valences)
    if (const std::uint64_t count = from.count(factor, valence); count > 0)
      numbers += fmt::format(" \u00b7 {} {}", number(count), word_of(valence));
  html += fmt::format("<details id=\"{}\"><summary><b>{}</b>{}</summary>\n", anchor(factor),
                      html_escaped(from.factor.values[factor].label), numbers);
  for (const Valence valence : valences) {
    const std::uint64_t count = from.count(factor, valence);
    if (count == 0) continue;
    const std::string of_all =
        from.column.values.empty() ? shown_of(from.cell(factor, valence, 0)) : number(count);
    html += fmt::format("<h3 id=\"{}\" class=\"{}\">{}: {} ({})</h3>\n", anchor(factor, valence),
                        class_of(valence), html_escaped(from.factor.values[factor].label),
                        word_of(valence), of_all);
    for (std::size_t column = 0; column < from.columns(); ++column)
      add_cell(html, store, from, factor, valence, column);
  }
  html += "</details>\n";
}

std::string how_many(const ReportFacts& from) {
  const std::string all = counted(from.all, "citaat", "citaten");
  if (from.quoted == 0) return tr("Dit rapport is zonder citaten gemaakt.");
  if (from.quoted == from.all) return tr("Alle {} staan hieronder.", all);
  return tr(
      "Van de {} staan er {} hieronder: van elke cel hoogstens {}, gelijk verdeeld over wat er is, "
      "in de volgorde van de documenten.",
      all, number(from.quoted), from.most_in_cell);
}

// "Vertrouwen: 5 succes, 2 faal", each a link.
std::string guide_line(const ReportFacts& from, std::size_t column, std::size_t factor) {
  std::string line;
  for (const Valence valence : valences) {
    const std::size_t count = from.cell(factor, valence, column).codings.size();
    if (count == 0) continue;
    line += fmt::format("{}<a href=\"#{}\">{} {}</a>", line.empty() ? "" : ", ",
                        anchor(factor, valence, column), number(count), word_of(valence));
  }
  if (line.empty()) return {};
  return fmt::format("<li id=\"{}\">{}: {}</li>\n", column_anchor(column, factor),
                     html_escaped(from.factor.values[factor].label), line);
}

}  // namespace

std::string quotes_section(const Store& store, const ReportFacts& from) {
  std::string html = fmt::format(
      "<h2 id=\"citaten\">{}</h2>\n<p>{} {}</p>\n", translated("Citaten"), how_many(from),
      from.quoted > 0
          ? translated("Vet is wat gecodeerd is; eromheen staat wat in dezelfde passage is gezegd.")
          : std::string_view());
  if (from.quoted > 0)
    html += fmt::format("<p><button type=\"button\" id=\"open\">{}</button></p>\n",
                        translated("Alles openen of sluiten"));
  for (std::size_t factor = 0; factor < from.factor.values.size(); ++factor)
    add_factor(html, store, from, factor);
  return html;
}

std::string guide_section(const ReportFacts& from) {
  if (from.column.values.empty()) return {};
  std::string html =
      fmt::format("<h2 id=\"wegwijzer\">{}</h2>\n", tr("Wegwijzer per {}", from.column.noun));
  for (std::size_t column = 0; column < from.columns(); ++column) {
    const std::string& key = from.column.values[column].key;
    html +=
        fmt::format("<details id=\"{}\"><summary>{}</summary>\n<ul>\n", column_anchor(column),
                    html_escaped(key == no_value ? translated("(geen)") : std::string_view(key)));
    for (std::size_t factor = 0; factor < from.factor.values.size(); ++factor)
      html += guide_line(from, column, factor);
    html += "</ul>\n</details>\n";
  }
  return html;
}

}  // namespace pipeline
