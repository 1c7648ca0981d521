#include "pipeline/report/period.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

struct PeriodName {
  std::string_view dutch, english;
};
// By Period.
constexpr std::array period_names{PeriodName{"jaar", "year"}, PeriodName{"kwartaal", "quarter"},
                                  PeriodName{"maand", "month"}};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

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
  if (date.size() < year_size || !is_digits(date.substr(0, year_size))) return std::nullopt;
  const std::string year(date.substr(0, year_size));
  if (date.size() > year_size && date[year_size] != '-') return std::nullopt;
  if (period == Period::year) return year;
  if (date.size() < month_size || !is_digits(date.substr(year_size + 1, 2))) return std::nullopt;
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  if (month < 1 || month > 12) return std::nullopt;
  if (period == Period::month) return std::string(date.substr(0, month_size));
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
