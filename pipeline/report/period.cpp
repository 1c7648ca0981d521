#include "pipeline/report/period.h"

#include <algorithm>
#include <array>

#include "pipeline/model/iso_date.h"

namespace pipeline {
namespace {

struct PeriodName {
  std::string_view dutch, english;
};
// By Period.
constexpr std::array period_names{PeriodName{"jaar", "year"}, PeriodName{"kwartaal", "quarter"},
                                  PeriodName{"maand", "month"}};

}  // namespace

std::optional<PeriodOf> period_of(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view ending = name.substr(colon + 1);
  for (std::size_t i = 0; i < period_names.size(); ++i)
    if (ending == period_names[i].dutch || ending == period_names[i].english)
      return PeriodOf{std::string(name.substr(0, colon)), static_cast<Period>(i)};
  return std::nullopt;
}

std::optional<std::string> in_period(std::string_view date, Period period) {
  constexpr std::size_t year_size = 4, month_size = 7;
  // A time behind it changes nothing.
  const auto iso = iso_date(day_of(date));
  if (!iso) return std::nullopt;
  const std::string year = iso->substr(0, year_size);
  if (period == Period::year) return year;
  if (iso->size() < month_size) return std::nullopt;
  if (period == Period::month) return iso->substr(0, month_size);
  const int month = std::stoi(iso->substr(year_size + 1, 2));
  return year + "-K" + std::to_string((month + 2) / 3);
}

std::vector<std::uint32_t> course(const CorpusFacts& facts, std::uint32_t parts) {
  std::vector<std::uint64_t> words(facts.documents.size()), before(facts.documents.size());
  for (const auto& passage : facts.passages) words[passage.document] += passage.words;
  std::vector<std::uint32_t> part;
  part.reserve(facts.passages.size());
  for (const auto& passage : facts.passages) {
    const std::uint64_t all = std::max<std::uint64_t>(2 * words[passage.document], 1);
    const std::uint64_t middle = 2 * before[passage.document] + passage.words;
    part.push_back(std::min(static_cast<std::uint32_t>(middle * parts / all), parts - 1));
    before[passage.document] += passage.words;
  }
  return part;
}

}  // namespace pipeline
