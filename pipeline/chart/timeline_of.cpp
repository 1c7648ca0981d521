#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/chart/codings_to_draw.h"
#include "pipeline/model/tr.h"
#include "pipeline/read/iso_date.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

constexpr std::array months{tr_later("jan"), tr_later("feb"), tr_later("mrt"), tr_later("apr"),
                            tr_later("mei"), tr_later("jun"), tr_later("jul"), tr_later("aug"),
                            tr_later("sep"), tr_later("okt"), tr_later("nov"), tr_later("dec")};

struct Date {
  int year = 0;
  std::optional<int> month;  // from 0; none: a year alone
};

std::optional<Date> date_of(const std::string& text) {
  const auto iso = iso_date(text);
  if (!iso) return std::nullopt;
  Date date;
  date.year = std::stoi(iso->substr(0, 4));
  if (iso->size() >= 7) date.month = std::stoi(iso->substr(5, 2)) - 1;
  return date;
}

int months_in(PeriodLength length) {
  return length == PeriodLength::month ? 1 : length == PeriodLength::quarter ? 3 : 12;
}

int period_of(const Date& date, PeriodLength length) {
  return (date.year * 12 + date.month.value_or(0)) / months_in(length);
}

// The finest that stays readable; years where a date is no more than a year.
PeriodLength fitting(const std::vector<std::optional<Date>>& dates) {
  int first = 0, last = 0;
  bool has_any = false, has_months = true;
  for (const auto& date : dates) {
    if (!date) continue;
    const int month = date->year * 12 + date->month.value_or(0);
    first = has_any ? std::min(first, month) : month;
    last = has_any ? std::max(last, month) : month;
    has_any = true;
    has_months = has_months && date->month;
  }
  constexpr int most_columns = 24;
  if (!has_months || last - first >= 3 * most_columns) return PeriodLength::year;
  return last - first < most_columns ? PeriodLength::month : PeriodLength::quarter;
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

struct DatedCoding {
  int period = 0;
  Valence valence = Valence::neutral;
};

// Every period from the first to the last with what was said in it. Error: there are too many.
Result<void> fill(Timeline& chart, const std::vector<DatedCoding>& codings, PeriodLength length) {
  if (codings.empty()) return {};
  const auto [first, last] = std::ranges::minmax(codings, {}, &DatedCoding::period);
  constexpr int most_periods = 600;
  if (last.period - first.period >= most_periods)
    return failure(
        tr("van {} tot {} zijn te veel perioden om te tekenen; kies --periode jaar of --where "
           "'datum:...', en kijk de datums na",
           first.period * months_in(length) / 12, last.period * months_in(length) / 12));
  for (int at = first.period; at <= last.period; ++at) chart.periods.push_back(period(at, length));
  for (const DatedCoding& coding : codings) {
    auto& into = chart.periods[static_cast<std::size_t>(coding.period - first.period)];
    ++(coding.valence == Valence::success   ? into.success
       : coding.valence == Valence::failure ? into.failure
                                            : into.neutral);
    chart.neutral += coding.valence == Valence::neutral ? 1 : 0;
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

Result<Timeline> timeline_of(const FactsToDraw& from, const TimelineToDraw& spec) {
  const auto drawn = codings_to_draw(from, spec.factor, CountUnit::codings);
  if (!drawn) return tl::unexpected(drawn.error());
  const auto by = dimension(spec.attribute, from.facts, from.factors);
  if (!by) return tl::unexpected(by.error());
  std::vector<std::optional<Date>> dates;
  for (const DimensionValue& value : by->values) dates.push_back(date_of(value.key));
  if (std::ranges::none_of(dates, [](const auto& date) { return date.has_value(); }))
    return failure(tr(
        "geen waarde van '{}' is een datum; geef met --datum een kenmerk met datums als 2025-03-12",
        spec.attribute));
  const PeriodLength length = spec.length == PeriodLength::fitting ? fitting(dates) : spec.length;
  Timeline chart;
  std::vector<DatedCoding> codings;
  for (const std::uint32_t coding : drawn->codings) {
    const auto& date = dates[by->value(from.facts, coding)];
    if (date)
      codings.push_back({period_of(*date, length), from.facts.codings[coding].valence});
    else
      ++chart.undated;
  }
  if (const auto filled = fill(chart, codings, length); !filled)
    return tl::unexpected(filled.error());
  chart.text.title =
      tr("{} per {}", drawn->factor_label.empty() ? tr("Coderingen") : drawn->factor_label,
         word_of(length));
  chart.text.notes = notes_of(chart, drawn->notes);
  return chart;
}

}  // namespace pipeline
