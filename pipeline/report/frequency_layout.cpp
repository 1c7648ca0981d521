#include "pipeline/report/frequency_layout.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::string_view total = tr_later("Totaal");

class Layout {
 public:
  Layout(const CountedCells& counted, std::span<const std::optional<OneSpeaker>> dominated,
         const TableTests* tests)
      : counted_(counted),
        dominated_(dominated),
        tests_(tests),
        measures_(measures_of(counted.spec, false)),
        total_measures_(measures_of(counted.spec, true)) {}

  LaidOut lay_out() {
    add_columns();
    const auto& values = counted_.rows.values;
    for (std::size_t row = 0; row < values.size(); ++row) add_row(row, values[row], false);
    add_row(values.size(), {std::string(total), tr(total)}, true);
    for (Row& row : result_.rows)
      if (std::ranges::all_of(row.marks, &std::string::empty)) row.marks.clear();
    return std::move(result_);
  }

 private:
  void add(Column column) {
    const std::string name = column.name;
    for (int again = 2; !names_.insert(column.name).second; ++again)
      column.name = fmt::format("{}_{}", name, again);  // a case called "totaal"
    result_.columns.push_back(std::move(column));
  }

  void add_columns() {
    const Dimension& rows = counted_.rows;
    if (rows.has_labels) {
      add({rows.name, rows.title, 0, "", ColumnRole::key});
      add({"label", rows.title, 0, "", ColumnRole::label});
    } else {
      add({rows.name, rows.title, 0, "", ColumnRole::label});
    }
    for (const DimensionValue& value : counted_.columns.values)
      add_group(value.key, value.label, measures_);
    add_group(counted_.columns.name.empty() ? "" : "totaal", tr("totaal"), total_measures_);
    if (tests_ == nullptr) return;
    add({"toets:chi2", "chi²", 2, tr("toets")});
    add({"toets:v", "V", 2, tr("toets")});
    add({"toets:p", "p", 4, tr("toets"), ColumnRole::probability});
    add({"toets:p_holm", "p Holm", 4, tr("toets"), ColumnRole::probability});
    add({"toets:hoe", tr("hoe"), 0, tr("toets")});
  }

  // A group of one column needs no heading over it: "westerbeek" is its title.
  void add_group(const std::string& key, const std::string& label,
                 const std::vector<Measure>& measures) {
    for (const Measure& measure : measures) {
      if (key.empty())
        add({std::string(measure.name), tr(measure.title), measure.decimals, "", measure.role});
      else if (measures.size() == 1)
        add({key, label, measure.decimals, "", measure.role});
      else
        add({key + ":" + std::string(measure.name), tr(measure.title), measure.decimals, label,
             measure.role});
    }
  }

  void add_row(std::size_t row, const DimensionValue& value, bool is_total) {
    Row result;
    result.is_total = is_total;
    if (counted_.rows.has_labels) result.cells.emplace_back(value.key);
    result.cells.emplace_back(value.label);
    result.marks.resize(result.cells.size());
    const std::size_t column_total = counted_.columns.values.size();
    for (std::size_t column = 0; column <= column_total; ++column) {
      const CellNumbers numbers = numbers_of(counted_, row, column);
      for (const Measure& measure : column == column_total ? total_measures_ : measures_)
        add_number(result, measure, numbers);
    }
    if (!is_total && dominated_[row]) mark_total(result);
    if (tests_ != nullptr) add_test(result, is_total ? tests_->whole : tests_->rows[row]);
    result_.rows.push_back(std::move(result));
  }

  void add_number(Row& row, const Measure& measure, const CellNumbers& numbers) {
    row.cells.push_back(measure.value(numbers));
    const bool is_small = rests_on_few(measure, numbers, counted_.spec);
    row.marks.emplace_back(is_small ? small_mark : "");
    if (is_small) ++result_.small_numbers;
  }

  // The count of the whole row, which is what one speaker says most of.
  void mark_total(Row& row) const {
    const auto count = std::ranges::find(total_measures_, std::string_view("aantal"),
                                         [](const Measure& it) { return it.name; });
    const auto behind = static_cast<std::size_t>(total_measures_.end() - count);
    row.marks[row.marks.size() - behind] += one_speaker_mark;
  }

  static void add_test(Row& row, const RowTest& test) {
    for (const auto& number : {test.chi_square, test.cramers_v, test.p, test.p_holm}) {
      row.cells.emplace_back();
      if (number) row.cells.back() = *number;
    }
    row.cells.emplace_back(test.how);
    row.marks.resize(row.cells.size());
  }

  const CountedCells& counted_;
  std::span<const std::optional<OneSpeaker>> dominated_;
  const TableTests* tests_;
  std::vector<Measure> measures_, total_measures_;
  std::set<std::string> names_;
  LaidOut result_;
};

}  // namespace

LaidOut lay_out(const CountedCells& counted, std::span<const std::optional<OneSpeaker>> dominated,
                const TableTests* tests) {
  return Layout(counted, dominated, tests).lay_out();
}

}  // namespace pipeline
