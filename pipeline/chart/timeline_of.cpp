#include <algorithm>
#include <array>

#include "pipeline/chart/of_facts.h"
#include "pipeline/explore/timeline.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"
#include "pipeline/report/period.h"

namespace pipeline {
namespace {

constexpr std::array months{tr_later("jan"), tr_later("feb"), tr_later("mrt"), tr_later("apr"),
                            tr_later("mei"), tr_later("jun"), tr_later("jul"), tr_later("aug"),
                            tr_later("sep"), tr_later("okt"), tr_later("nov"), tr_later("dec")};

int months_in(PeriodLength length) {
  return length == PeriodLength::month ? 1 : length == PeriodLength::quarter ? 3 : 12;
}

// "2025" is as a number 2025, "2025-K4" 4 * 2025 + 3 and "2025-10" 12 * 2025 + 9, so that periods
// that follow each other do so as numbers, too. None of "(geen)", and of what an attribute holds
// that has the name of a period.
std::optional<int> number_of(const std::string& key) {
  constexpr std::string_view of_year = "0000", of_month = "0000-00", of_quarter = "0000-K0";
  std::string form = key;
  for (char& c : form)
    if (c >= '0' && c <= '9') c = '0';
  if (form != of_year && form != of_month && form != of_quarter) return std::nullopt;
  const int year = std::stoi(key.substr(0, of_year.size()));
  if (form == of_year) return year;
  const bool is_quarter = form == of_quarter;
  return year * (is_quarter ? 4 : 12) + std::stoi(key.substr(is_quarter ? 6 : 5)) - 1;
}

// The finest that stays readable; years where a date is no more than a year. None: nothing is a
// date.
std::optional<PeriodLength> fitting(const Dimension& attribute) {
  std::optional<int> first, last;
  bool has_months = true;
  for (const DimensionValue& value : attribute.values) {
    const auto year = in_period(value.key, Period::year);
    if (!year) continue;
    const auto in_month = in_period(value.key, Period::month);
    has_months = has_months && in_month.has_value();
    const int month = in_month ? *number_of(*in_month) : 12 * *number_of(*year);
    first = std::min(first.value_or(month), month);
    last = std::max(last.value_or(month), month);
  }
  if (!first) return std::nullopt;
  constexpr int most_columns = 24;
  if (!has_months || *last - *first >= 3 * most_columns) return PeriodLength::year;
  return *last - *first < most_columns ? PeriodLength::month : PeriodLength::quarter;
}

Timeline::Period period(int number, PeriodLength length) {
  if (length == PeriodLength::year) return {std::to_string(number), ""};
  if (length == PeriodLength::quarter)
    return {tr("K{}", number % 4 + 1), std::to_string(number / 4)};
  const auto month = static_cast<std::size_t>(number % 12);
  return {tr(months[month]), std::to_string(number / 12)};
}

std::string word_of(PeriodLength length) {
  return length == PeriodLength::month     ? tr("maand")
         : length == PeriodLength::quarter ? tr("kwartaal")
                                           : tr("jaar");
}

// The name of that dimension of passages.
std::string dimension_of(const std::string& attribute, PeriodLength length) {
  return attribute + (length == PeriodLength::month     ? ":maand"
                      : length == PeriodLength::quarter ? ":kwartaal"
                                                        : ":jaar");
}

// Every period from the first to the last, also those in which nobody speaks. Error: there are too
// many.
Result<void> fill(Timeline& chart, const std::vector<PeriodCounts>& counts, PeriodLength length) {
  std::optional<int> first, last;
  for (const PeriodCounts& it : counts)
    if (const auto at = number_of(it.key)) {
      first = std::min(first.value_or(*at), *at);
      last = std::max(last.value_or(*at), *at);
    }
  if (!first) return {};
  constexpr int most_periods = 600;
  if (*last - *first >= most_periods)
    return failure(
        tr("van {} tot {} zijn te veel perioden om te tekenen; kies --periode jaar of --where "
           "'datum:...', en kijk de datums na",
           *first * months_in(length) / 12, *last * months_in(length) / 12));
  for (int at = *first; at <= *last; ++at) chart.periods.push_back(period(at, length));
  for (const PeriodCounts& it : counts) {
    const auto at = number_of(it.key);
    if (!at) continue;
    Timeline::Period& into = chart.periods[static_cast<std::size_t>(*at - *first)];
    into.success = it.success;
    into.failure = it.failure;
    into.neutral = it.neutral;
    chart.neutral += it.neutral;
  }
  return {};
}

std::vector<std::string> notes_of(const Timeline& chart, std::vector<std::string> notes) {
  std::string left_out;
  if (chart.neutral > 0)
    left_out = counted(chart.neutral, "neutrale codering", "neutrale coderingen");
  if (chart.undated > 0)
    left_out += (left_out.empty() ? "" : tr(" en ")) +
                counted(chart.undated, "codering zonder datum", "coderingen zonder datum");
  if (!left_out.empty()) notes.insert(notes.begin(), tr("Niet getekend: {}.", left_out));
  return notes;
}

}  // namespace

Result<Timeline> timeline_of(const Subject& subject, const TimelineToDraw& spec) {
  const auto factor = factor_asked(subject, spec.factor);
  if (!factor) return tl::unexpected(factor.error());
  const auto attribute = dimension(spec.attribute, subject.facts, subject.factors);
  if (!attribute) return tl::unexpected(attribute.error());
  const auto fits = fitting(*attribute);
  if (!fits)
    return failure(tr(
        "geen waarde van '{}' is een datum; geef met --datum een kenmerk met datums als 2025-03-12",
        spec.attribute));
  const PeriodLength length = spec.length == PeriodLength::fitting ? *fits : spec.length;
  const auto counts = count_periods(subject, dimension_of(spec.attribute, length), *factor);
  if (!counts) return tl::unexpected(counts.error());
  Timeline chart;
  if (const auto filled = fill(chart, *counts, length); !filled)
    return tl::unexpected(filled.error());
  for (const PeriodCounts& it : *counts)
    if (!number_of(it.key)) chart.undated += it.success + it.failure + it.neutral;
  chart.text.title =
      tr("{} per {}", *factor ? label_of(subject, **factor) : tr("Coderingen"), word_of(length));
  chart.text.notes = notes_of(chart, count_notes(CountUnit::codings, subject.facts,
                                                 subject.selection, subject.scope, subject.run));
  return chart;
}

}  // namespace pipeline
