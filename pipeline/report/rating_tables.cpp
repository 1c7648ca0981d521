#include "pipeline/report/rating_tables.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

Cell count(std::uint32_t number) {
  return std::int64_t{number};
}

std::string mark_of(const RatedCell& cell) {
  if (!cell.confirmed) return {};
  return cell.is_changed ? std::string(confirmed_mark) + changed_mark : confirmed_mark;
}

void add_factor_columns(Table& table) {
  table.columns = {{"factor", tr("Factor"), 0, "", ColumnRole::key},
                   {"label", tr("Factor"), 0, "", ColumnRole::label}};
}

struct Confirmed {
  std::size_t all = 0, changed = 0;
};
Confirmed confirmed_in(const RatingMatrix& matrix) {
  Confirmed found;
  for (const RatedCell& cell : matrix.cells) {
    found.all += cell.confirmed ? 1 : 0;
    found.changed += cell.confirmed && cell.is_changed ? 1 : 0;
  }
  return found;
}

}  // namespace

std::vector<std::string> confirmed_notes(const RatingMatrix& matrix, CellMarks marks) {
  const auto marked = [&](const char* mark, const std::string& sentence) {
    return marks == CellMarks::none ? sentence : std::string(mark) + " " + sentence;
  };
  std::vector<std::string> all;
  const Confirmed confirmed = confirmed_in(matrix);
  if (confirmed.all > 0)
    all.push_back(marked(confirmed_mark, tr("{} door een mens vastgesteld.",
                                            counted(confirmed.all, "cel is", "cellen zijn"))));
  if (confirmed.changed > 0)
    all.push_back(
        marked(changed_mark,
               tr("Van {} zijn de teksten of coderingen sindsdien veranderd: kijk of het oordeel "
                  "nog klopt.",
                  counted(confirmed.changed, "vastgestelde cel", "vastgestelde cellen"))));
  for (const ConfirmedRating& it : matrix.without_cell)
    all.push_back(tr("Vastgesteld, maar niet meer in de matrix: {} in {}, {} ({}: {}).", it.factor,
                     it.value, word_of(*it.rating), it.author, it.reason));
  return all;
}

std::vector<std::string> matrix_notes(const RatingMatrix& matrix, const MatrixNotes& notes,
                                      CellMarks marks) {
  std::vector<std::string> all = rule_notes(notes.spec.rule);
  for (std::string& note : confirmed_notes(matrix, marks)) all.push_back(std::move(note));
  for (std::string& note : base_notes(notes.facts, matrix.selection, notes.spec.scope, notes.run))
    all.push_back(std::move(note));
  return all;
}

Table rating_table(const RatingMatrix& matrix) {
  Table table;
  table.title = tr("Oordeel per factor en {}", matrix.columns.noun);
  add_factor_columns(table);
  for (const DimensionValue& column : matrix.columns.values)
    table.columns.push_back({column.key, column.label});
  for (const std::string_view name :
       {tr_later("positief"), tr_later("negatief"), tr_later("gemengd"), tr_later("ontbreekt")})
    table.columns.push_back({"aantal:" + std::string(name), tr(name), 0, tr("aantal")});
  for (std::size_t row = 0; row < matrix.factors.values.size(); ++row) {
    const DimensionValue& factor = matrix.factors.values[row];
    Row result{{factor.key, factor.label}, false, {"", ""}};
    std::uint32_t positive = 0, negative = 0, mixed = 0, missing = 0;
    bool has_marks = false;
    for (std::size_t column = 0; column < matrix.columns.values.size(); ++column) {
      const RatedCell& cell = matrix.at(row, column);
      const Rating rating = cell.rating();
      result.cells.emplace_back(word_of(rating));
      result.marks.push_back(mark_of(cell));
      has_marks |= !result.marks.back().empty();
      const int value = value_of(rating).value_or(0);
      positive += value > 0 ? 1 : 0;
      negative += value < 0 ? 1 : 0;
      mixed += rating == Rating::mixed ? 1 : 0;
      missing += rating == Rating::missing ? 1 : 0;
    }
    for (const std::uint32_t sum : {positive, negative, mixed, missing})
      result.cells.push_back(count(sum));
    result.marks.resize(result.cells.size());
    if (!has_marks) result.marks.clear();
    table.rows.push_back(std::move(result));
  }
  return table;
}

Table rating_cells(const RatingMatrix& matrix, const MatrixNotes& notes,
                   const std::function<std::string(CodingId)>& quotation) {
  Table table;
  table.title = tr("Cellen van de matrix van factor en {}", matrix.columns.noun);
  add_factor_columns(table);
  table.columns.push_back({matrix.columns.name, matrix.columns.title, 0, "", ColumnRole::label});
  for (const std::string_view name : {tr_later("oordeel"), tr_later("voorstel")})
    table.columns.push_back({std::string(name), tr(name)});
  table.columns.push_back({"waarde", tr("waarde")});
  table.columns.push_back({"succes", tr("succes"), 0, "", ColumnRole::success});
  table.columns.push_back({"faal", tr("faal"), 0, "", ColumnRole::failure});
  for (const std::string_view name :
       {tr_later("neutraal"), tr_later("sprekers"), tr_later("rollen"), tr_later("door"),
        tr_later("reden"), std::string_view("let_op"), tr_later("succes_1"), tr_later("succes_2"),
        tr_later("faal_1"), tr_later("faal_2")})
    table.columns.push_back({std::string(name), name == "let_op" ? tr("let op") : tr(name)});
  for (std::size_t row = 0; row < matrix.factors.values.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.values.size(); ++column) {
      const RatedCell& cell = matrix.at(row, column);
      if (!cell.has_anything()) continue;
      const DimensionValue& factor = matrix.factors.values[row];
      const auto value = value_of(cell.rating());
      Row result{{factor.key, factor.label, matrix.columns.values[column].key,
                  word_of(cell.rating()), word_of(cell.proposal), Cell{}, count(cell.success),
                  count(cell.failure), count(cell.neutral), count(cell.sources),
                  fmt::format("{}", fmt::join(cell.roles, ", "))}};
      if (value) result.cells[5] = std::int64_t{*value};
      result.cells.emplace_back(cell.confirmed ? cell.confirmed->author : "");
      result.cells.emplace_back(cell.confirmed ? cell.confirmed->reason : "");
      result.cells.emplace_back(cell.is_changed ? tr("veranderd sinds het oordeel") : "");
      for (const auto* quotations : {&cell.successes, &cell.failures})
        for (std::size_t i = 0; i < 2; ++i)
          result.cells.emplace_back(i < quotations->size() ? quotation((*quotations)[i]) : "");
      table.rows.push_back(std::move(result));
    }
  table.notes = matrix_notes(matrix, notes);
  table.notes.insert(
      table.notes.begin(),
      tr("Citaten: per kant hoogstens twee; feiten gaan voor, dan wat een mens aannam, dan wat de "
         "meeste patronen zeggen; het tweede is zo mogelijk van een ander."));
  return table;
}

}  // namespace pipeline
