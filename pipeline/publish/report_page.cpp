#include "pipeline/publish/report_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/model/tr.h"
#include "pipeline/publish/report_charts.h"
#include "pipeline/publish/report_method.h"
#include "pipeline/publish/report_quotes.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/html.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::string_view style = R"(
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .8rem; border-bottom: 1px solid #ccc; padding-bottom: .3rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
h4 { font-size: .95rem; margin: 1rem 0 .3rem; color: #444; }
p, li { max-width: 46rem; }
a { color: #00507a; }
td a, svg a { color: inherit; text-decoration: none; }
td a:hover, td a:focus { text-decoration: underline; }
svg a:hover text, svg a:focus text { text-decoration: underline; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
figure { margin: 1.2rem 0 2rem; overflow-x: auto; }
figcaption { font-size: .9rem; color: #333; max-width: 46rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; }
dt { color: #444; } dd { margin: 0; }
table { font-size: .82rem; } th, td { padding: .2rem .38rem; }
td:first-child, thead tr:last-child th:first-child { position: sticky; left: 0; background: #fff; white-space: nowrap; }
tbody tr:nth-child(even) td:first-child { background: #f6f6f6; }
details { border-bottom: 1px solid #ddd; padding: .35rem 0; }
summary { cursor: pointer; }
blockquote { margin: .5rem 0 .8rem; padding-left: .9rem; border-left: 3px solid #ccc; max-width: 46rem; color: #444; }
blockquote p { margin: 0; } blockquote b { color: #111; font-weight: 600; }
blockquote footer { font-size: .8rem; color: #595959; }
:target { background: #fff6d6; }
pre { background: #f6f6f6; padding: .8rem; overflow-x: auto; }
.kenmerk { font-size: .75rem; color: #595959; overflow-wrap: anywhere; }
@media print { nav, button { display: none; } h2 { break-after: avoid; } figure { break-inside: avoid; } figure svg { max-width: 100%; height: auto; } }
)";

// What a link leads to may lie in a closed part.
constexpr std::string_view script = R"(
function show() {
  var it = location.hash && document.getElementById(location.hash.slice(1));
  for (var at = it; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  if (it) it.scrollIntoView();
}
addEventListener("hashchange", show);
addEventListener("click", function (event) {
  var link = event.target.closest && event.target.closest("a");
  if (link && link.getAttribute("href") === location.hash) show();
});
show();
var button = document.getElementById("open");
if (button) button.onclick = function () {
  var all = document.querySelectorAll("details");
  var open = !all[all.length - 1].open;
  for (var i = 0; i < all.length; i++) all[i].open = open;
};
)";

struct Page {
  const Store& store;
  const ReportFacts& from;
  const std::optional<ReportRatings>& ratings;
  const ReportRecipe& recipe;
  const Font& font;
  std::string contents = {}, body = {};

  void heading(const std::string& id, std::string_view text) {
    contents += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, html_escaped(text));
    body += fmt::format("<h2 id=\"{}\">{}</h2>\n", id, html_escaped(text));
  }
  std::string chart(ReportChart kind) const {
    return recipe.has(kind) ? chart_figure(kind, from, recipe, font) : std::string();
  }
};

struct Named {
  std::size_t factor = 0;
  std::uint64_t success = 0, failure = 0, all = 0;
  double balance() const {
    const auto plus = static_cast<double>(success), minus = static_cast<double>(failure);
    return plus + minus == 0 ? 0 : (plus - minus) / (plus + minus);
  }
};

std::vector<Named> named_factors(const ReportFacts& from) {
  std::vector<Named> all;
  for (std::size_t i = 0; i < from.factor.values.size(); ++i) {
    const std::uint64_t success = from.count(i, Valence::success);
    const std::uint64_t failure = from.count(i, Valence::failure);
    all.push_back({i, success, failure, success + failure + from.count(i, Valence::neutral)});
  }
  return all;
}

std::string factor_link(const ReportFacts& from, std::size_t factor, const std::string& numbers) {
  return fmt::format("<a href=\"#{}\">{}</a> ({})", anchor(factor),
                     html_escaped(from.factor.values[factor].label), numbers);
}

constexpr std::size_t most_listed = 3;

std::string most_named(const Page& page) {
  std::vector<Named> all = named_factors(page.from);
  std::ranges::stable_sort(all, std::ranges::greater{}, &Named::all);
  std::string list;
  for (const Named& it : std::span(all).first(std::min(all.size(), most_listed)))
    list += (list.empty() ? "" : ", ") + factor_link(page.from, it.factor, number(it.all));
  return list;
}

// The highest balances, or the lowest.
std::string most_of(const Page& page, Valence valence) {
  std::vector<Named> all = named_factors(page.from);
  constexpr std::uint64_t enough = 10;
  std::erase_if(all, [](const Named& it) { return it.success + it.failure < enough; });
  const double sign = valence == Valence::success ? -1 : 1;
  std::ranges::stable_sort(all, {}, [&](const Named& it) { return sign * it.balance(); });
  std::string list;
  for (const Named& it : std::span(all).first(std::min(all.size(), most_listed))) {
    const std::uint64_t part = valence == Valence::success ? it.success : it.failure;
    list += (list.empty() ? "" : ", ") +
            factor_link(page.from, it.factor,
                        tr("{} van de {}", number(part), number(it.success + it.failure)));
  }
  return list;
}

std::uint64_t speakers_of(const ReportFacts& from) {
  const auto speakers = dimension("spreker", from.facts, from.factors);
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i < from.facts.passages.size(); ++i)
    if (from.selection.passages[i] && speakers->values[speakers->of[i]].key != no_value)
      seen.insert(speakers->of[i]);
  return seen.size();
}

void add_summary(Page& page) {
  const Selection& it = page.from.selection;
  page.heading("samenvatting", translated("Samenvatting"));
  const std::string read = counted(it.documents, "document", "documenten") + ", " +
                           counted(speakers_of(page.from), "spreker", "sprekers") + ", " +
                           counted(it.passage_count, "passage", "passages") + ", " +
                           counted(it.words, "woord", "woorden");
  std::string coded = counted(page.from.all, "codering", "coderingen");
  for (const Valence valence : {Valence::success, Valence::failure, Valence::neutral})
    coded += fmt::format("{}{} {}", valence == Valence::success ? ": " : ", ",
                         number(page.from.count(valence)), word_of(valence));
  const auto row = [&](std::string_view name, const std::string& html) {
    if (!html.empty()) page.body += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
  };
  page.body += "<dl>\n";
  row(translated("Gelezen"), read);
  row(translated("Gecodeerd"), coded);
  row(translated("Het vaakst genoemd"), most_named(page));
  const std::string note = fmt::format(
      ", {}", translated("van de factoren met minstens tien coderingen als succes of faal"));
  if (const std::string best = most_of(page, Valence::success); !best.empty()) {
    row(translated("Het meest als succes"), best + note);
    row(translated("Het meest als faal"), most_of(page, Valence::failure) + note);
  }
  page.body += "</dl>\n";
}

// Where a cell of a frequency table leads to; its rows and groups are those of the report.
struct TableLinks {
  const ReportFacts& from;
  const Table& table;
  std::vector<std::optional<std::size_t>> column_of;  // of each column of the table; none: margin

  TableLinks(const ReportFacts& facts, const Table& of) : from(facts), table(of) {
    std::optional<std::size_t> at;
    constexpr std::size_t margin = 4;  // succes, faal, neutraal, aantal; the last of the table
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool is_margin = table.columns[i].group.empty() || i + margin >= table.columns.size();
      if (!is_margin && table.columns[i].role == ColumnRole::success) at = at ? *at + 1 : 0;
      column_of.push_back(is_margin ? std::nullopt : at);
    }
  }

  std::optional<Valence> valence_of_column(std::size_t column) const {
    const std::string& name = table.columns[column].name;
    return valence_of(std::string_view(name).substr(name.rfind(':') + 1));
  }

  std::string operator()(std::size_t row, std::size_t column) const {
    const auto* count = std::get_if<std::int64_t>(&table.rows[row].cells[column]);
    const ColumnRole role = table.columns[column].role;
    if (role == ColumnRole::label && !table.rows[row].is_total) return "#" + anchor(row);
    if (count == nullptr || *count == 0) return {};
    const auto valence = valence_of_column(column);
    const auto& at = column_of[column];
    if (table.rows[row].is_total) return at ? "#" + column_anchor(*at) : "#citaten";
    if (!valence) return "#" + anchor(row);
    return "#" + (at ? anchor(row, *valence, *at) : anchor(row, *valence));
  }
};

void add_table(Page& page, FrequencySpec spec) {
  auto made = frequency(page.from.facts, page.from.factors, spec, page.from.run);
  if (!made) return;
  made->notes.clear();
  Table shown = printable(std::move(*made));
  const TableLinks links(page.from, shown);
  page.body += html_table(shown, links);
}

void add_findings(Page& page) {
  page.heading("factoren", translated("Factoren"));
  page.body += page.chart(ReportChart::bars);
  FrequencySpec spec = page.from.spec;
  spec.columns.clear();
  add_table(page, spec);
  if (!page.from.column.values.empty()) {
    page.heading("kolommen", tr("Factoren per {}", page.from.column.noun));
    page.body += page.chart(ReportChart::counts);
    page.body += page.chart(ReportChart::balance);
    add_table(page, page.from.spec);
  }
  if (page.recipe.ratings) {
    page.heading("oordelen",
                 page.ratings ? tr("Oordelen per {}", page.from.column.noun) : tr("Oordelen"));
    page.body += ratings_section(page.store, page.from, page.ratings, page.recipe, page.font);
  }
  const auto section = [&](const std::string& id, std::string_view title, ReportChart kind) {
    const std::string figure = page.chart(kind);
    if (figure.empty()) return;
    page.heading(id, title);
    page.body += figure;
  };
  section("samen", translated("Wat samen wordt genoemd"), ReportChart::network);
  section("plaatsen", translated("Waar in de documenten"), ReportChart::strips);
  section("tijd", translated("Door de tijd"), ReportChart::timeline);
}

void add_method(Page& page) {
  page.heading("methode", translated("Methode"));
  page.body += "<p>" + html_escaped(printable(method_paragraph(page.from))) + "</p>\n";
}

void add_recipe(Page& page) {
  page.heading("recept", translated("Recept van dit rapport"));
  page.body +=
      fmt::format("<p>{}</p>\n<pre>{}</pre>\n",
                  html_escaped(translated("Bewaar dit als bestand en geef het aan samenspel report "
                                          "--recipe: van dezelfde studie komt hetzelfde rapport.")),
                  html_escaped(to_toml(page.recipe)));
}

}  // namespace

std::string report_page(const Store& store, const ReportFacts& from,
                        const std::optional<ReportRatings>& ratings, const ReportRecipe& recipe,
                        const std::string& title, const Font& font) {
  Page page{store, from, ratings, recipe, font};
  add_summary(page);
  add_method(page);
  add_findings(page);
  if (!from.column.values.empty())
    page.contents += fmt::format("<li><a href=\"#wegwijzer\">{}</a></li>\n",
                                 tr("Wegwijzer per {}", from.column.noun));
  page.body += guide_section(from);
  page.contents += fmt::format("<li><a href=\"#citaten\">{}</a></li>\n", translated("Citaten"));
  page.body += quotes_section(store, from);
  add_recipe(page);
  const std::string shown_title = printable(title);
  return html_page(
      shown_title,
      fmt::format("<header><h1>{}</h1>\n<nav aria-label=\"{}\"><ul>\n{}</ul></nav>"
                  "</header>\n<main>\n{}</main>\n",
                  html_escaped(shown_title), translated("Inhoud"), page.contents, page.body),
      {code_of(spoken()), style, script});
}

}  // namespace pipeline
