#include "pipeline/publish/report_ratings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pipeline/chart/of_matrix.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/figure.h"
#include "pipeline/publish/passage_line.h"
#include "pipeline/publish/quotation.h"
#include "pipeline/report/html.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/rating_tables.h"

namespace pipeline {
namespace {

std::string escaped(std::string_view text) {
  return html_escaped(printable(text));
}

std::string paragraph(const std::string& text) {
  return "<p>" + escaped(text) + "</p>\n";
}

std::string folded(const std::string& title, const std::string& html) {
  return "<details><summary>" + escaped(title) + "</summary>\n" + html + "</details>\n";
}

// The strongest codings of one side of a cell, as many as there is room for.
std::span<const CodingId> shown_of(const std::vector<CodingId>& codings, std::size_t each_way) {
  return std::span(codings).first(std::min(codings.size(), each_way));
}

// The matrix with the places that its factors and cases have in the tables of the report.
class RatingsPage {
 public:
  RatingsPage(const Store& store, const ReportFacts& from, const ReportRatings& ratings,
              const ReportRecipe& recipe, const Font& font)
      : store_(store),
        from_(from),
        ratings_(ratings),
        matrix_(ratings.matrix),
        recipe_(recipe),
        font_(font) {
    // A factor of which nothing is left but a person's rating stands behind those of the report.
    std::size_t behind = from.factor.values.size();
    for (const DimensionValue& value : matrix_.factors.values) {
      const std::size_t place = place_of(from.factor, value.key);
      factors_.push_back(place < from.factor.values.size() ? place : behind++);
    }
    for (const DimensionValue& value : matrix_.columns.values)
      columns_.push_back(place_of(from.column, value.key));
  }

  std::string html() const {
    const std::string picture = chart();
    std::string html = picture + html_notes(notes());
    html += picture.empty() ? table() : folded(tr("Als tabel"), table());
    html += comparison();
    return html + cells();
  }

 private:
  std::string anchor_of(std::size_t row) const { return fmt::format("o{}", factors_[row] + 1); }
  std::string anchor_of(std::size_t row, std::size_t column) const {
    return fmt::format("{}-c{}", anchor_of(row), columns_[column] + 1);
  }
  std::string link_of(std::size_t row, std::size_t column) const {
    return matrix_.at(row, column).has_anything() ? "#" + anchor_of(row, column) : std::string();
  }

  std::vector<std::string> notes() const {
    std::vector<std::string> all = rule_notes(ratings_.rule);
    const bool has_confirmed = std::ranges::any_of(
        matrix_.cells, [](const RatedCell& cell) { return cell.confirmed.has_value(); });
    if (!has_confirmed)
      all.push_back(
          tr("Geen van deze oordelen is door een mens vastgesteld: het zijn voorstellen "
             "van de regel."));
    for (std::string& note : confirmed_notes(matrix_, CellMarks::signs))
      all.push_back(std::move(note));
    for (std::string& note : all) note = printable(note);
    return all;
  }

  std::string chart() const {
    if (!recipe_.has(ReportChart::ratings)) return {};
    const GridOrder order = grid_order(matrix_, ratings_.outcomes, FactorOrder::table);
    RatingGrid grid = grid_of(matrix_, ratings_.outcomes, order);
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
      for (std::size_t c = 0; c < grid.columns.size(); ++c)
        grid.rows[r].cells[c].link = link_of(order.factors[r], order.columns[c]);
    std::string caption = tr("Oordeel per factor en {}. Elk oordeel leidt naar waar het op rust.",
                             matrix_.columns.noun);
    if (ratings_.outcomes) caption += " " + tr("Geordend naar {}.", ratings_.outcomes->attribute);
    return figure(std::move(grid), font_, caption);
  }

  std::string table() const {
    const Table made = printable(rating_table(matrix_));
    constexpr std::size_t before = 2;  // key and label of the factor
    const std::size_t width = matrix_.columns.values.size();
    return html_table(made, [&](std::size_t row, std::size_t column) {
      if (column < before) return "#" + anchor_of(row);
      return column < before + width ? link_of(row, column - before) : std::string();
    });
  }

  std::string comparison() const {
    std::string html = "<h3 id=\"verschillen\">";
    if (!ratings_.outcomes)
      return html + escaped(tr("Verschillen tussen uitkomsten")) + "</h3>\n" +
             paragraph(tr("Niet vergeleken: geef met --outcome een kenmerk met minstens twee "
                          "waarden, zoals de kolom uitkomst in cases.csv."));
    html += escaped(tr("Verschillen naar {}", ratings_.outcomes->attribute)) + "</h3>\n";
    const Table compared = outcome_table(matrix_, *ratings_.outcomes);
    html += paragraph(verdict_of(compared));
    const Table made = printable(compared);
    const std::vector<std::size_t> rows = factors_as_in(matrix_, made);
    return html + html_table(made, [&](std::size_t row, std::size_t column) {
             return column < 2 ? "#" + anchor_of(rows[row]) : std::string();
           });
  }

  std::string cells() const {
    std::string html = fmt::format("<h3>{}</h3>\n", tr("Waar elk oordeel op rust"));
    html += paragraph(how_quoted());
    for (std::size_t row = 0; row < factors_.size(); ++row) html += factor(row);
    return html;
  }

  std::string how_quoted() const {
    if (ratings_.each_way == 0)
      return tr("Zonder citaten; de aantallen leiden naar alle passages.");
    return tr(
        "Per kant hoogstens {}; feiten gaan voor, dan wat een mens aannam, dan wat de "
        "meeste patronen zeggen. De aantallen leiden naar alle passages.",
        counted(ratings_.each_way, "citaat", "citaten"));
  }

  std::string factor(std::size_t row) const {
    std::string body, missing;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (matrix_.at(row, column).has_anything())
        body += cell_html(row, column);
      else
        missing += (missing.empty() ? "" : ", ") + matrix_.columns.values[column].label;
    }
    if (!missing.empty()) body += paragraph(tr("Ontbreekt: {}.", missing));
    return fmt::format("<details id=\"{}\"><summary><b>{}</b>{}</summary>\n{}</details>\n",
                       anchor_of(row), escaped(matrix_.factors.values[row].label),
                       escaped(summary(row)), body);
  }

  // The ratings of all cases, or of many cases how often each rating occurs.
  std::string summary(std::size_t row) const {
    constexpr std::size_t most_on_a_line = 8;
    std::string line;
    if (columns_.size() <= most_on_a_line) {
      for (std::size_t column = 0; column < columns_.size(); ++column)
        if (matrix_.at(row, column).has_anything())
          line += " \u00b7 " + matrix_.columns.values[column].label + " " +
                  word_of(matrix_.at(row, column).rating());
      return line;
    }
    for (const Rating rating :
         {Rating::strong_success, Rating::success, Rating::none, Rating::failure,
          Rating::strong_failure, Rating::mixed, Rating::missing}) {
      std::size_t count = 0;
      for (std::size_t column = 0; column < columns_.size(); ++column)
        count += matrix_.at(row, column).rating() == rating ? 1 : 0;
      if (count > 0) line += " \u00b7 " + tr("{} keer {}", count, word_of(rating));
    }
    return line;
  }

  std::string cell_html(std::size_t row, std::size_t column) const {
    const RatedCell& cell = matrix_.at(row, column);
    std::string html =
        fmt::format("<h4 id=\"{}\">{}: {}{}</h4>\n", anchor_of(row, column),
                    escaped(matrix_.columns.values[column].label), escaped(word_of(cell.rating())),
                    cell.confirmed ? "" : " " + tr("(voorstel)"));
    html += "<p>" + counts(row, column) + "</p>\n";
    if (const auto& it = cell.confirmed) {
      html += paragraph(
          tr("Vastgesteld door {} op {}: {}", it->author, it->written.substr(0, 10), it->reason));
      html += paragraph(
          tr("Het voorstel was toen {}, en is nu {}.", tr(it->proposal), word_of(cell.proposal)));
      if (cell.is_changed)
        html += paragraph(tr("Let op: teksten of coderingen zijn sindsdien veranderd."));
    }
    return html + quotations(cell.successes, Valence::success) +
           quotations(cell.failures, Valence::failure);
  }

  // "7 succes, 1 faal": each number leads to its quotations.
  std::string counts(std::size_t row, std::size_t column) const {
    const RatedCell& cell = matrix_.at(row, column);
    std::string html;
    for (const auto& [valence, count] : {std::pair{Valence::success, cell.success},
                                         {Valence::failure, cell.failure},
                                         {Valence::neutral, cell.neutral}}) {
      if (count == 0) continue;
      html += fmt::format("{}<a href=\"#{}\">{} {}</a>", html.empty() ? "" : ", ",
                          anchor(factors_[row], valence, columns_[column]), number(count),
                          word_of(valence));
    }
    if (html.empty()) return tr("Hierover is niets gecodeerd.");
    html += "; " + counted(cell.sources, "spreker of document", "sprekers en documenten");
    if (!cell.roles.empty())
      html += " (" + escaped(fmt::format("{}", fmt::join(cell.roles, ", "))) + ")";
    return html;
  }

  std::string quotations(const std::vector<CodingId>& codings, Valence valence) const {
    std::string html;
    for_each_quotation(store_, shown_of(codings, ratings_.each_way), 0, [&](const Quotation& it) {
      std::string source = word_of(valence) + " \u00b7 " + heading(it.coding.passage);
      if (it.coding.coding.modality != Modality::fact)
        source += " \u00b7 " + word_of(it.coding.coding.modality);
      html +=
          fmt::format("<blockquote><p>{}</p><footer>{}</footer></blockquote>\n",
                      escaped(it.sentence), escaped(source + " \u00b7 " + to_string(it.coding.id)));
    });
    return html;
  }

  const Store& store_;
  const ReportFacts& from_;
  const ReportRatings& ratings_;
  const RatingMatrix& matrix_;
  const ReportRecipe& recipe_;
  const Font& font_;
  std::vector<std::size_t> factors_, columns_;  // of the matrix: their places in the report
};

}  // namespace

ReportRatings report_ratings(RatingMatrix matrix, const RatingRule& rule,
                             std::optional<CaseOutcomes> outcomes, std::size_t most_quotations) {
  ReportRatings made{std::move(matrix), rule, std::move(outcomes), 2};
  while (made.each_way > 0 && quoted_in(made).size() > most_quotations) --made.each_way;
  return made;
}

std::vector<CodingId> quoted_in(const ReportRatings& ratings) {
  std::vector<CodingId> quoted;
  for (const RatedCell& cell : ratings.matrix.cells)
    for (const auto* side : {&cell.successes, &cell.failures}) {
      const auto shown = shown_of(*side, ratings.each_way);
      quoted.insert(quoted.end(), shown.begin(), shown.end());
    }
  return quoted;
}

std::string ratings_section(const Store& store, const ReportFacts& from,
                            const std::optional<ReportRatings>& ratings, const ReportRecipe& recipe,
                            const Font& font) {
  if (!ratings || ratings->matrix.columns.values.empty() || ratings->matrix.factors.values.empty())
    return paragraph(
        tr("Zonder cases is er niets te beoordelen. Vul de kolom case in cases.csv, "
           "of kies met --columns een ander kenmerk."));
  return RatingsPage(store, from, *ratings, recipe, font).html();
}

}  // namespace pipeline
