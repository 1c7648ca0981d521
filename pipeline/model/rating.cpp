#include "pipeline/model/rating.h"

#include <array>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// By Rating.
constexpr std::array<std::string_view, 7> names{
    "-2", "-1", "0", "+1", "+2", tr_later("gemengd"), tr_later("ontbreekt")};

}  // namespace

std::string_view to_string(Rating rating) {
  return names[static_cast<std::size_t>(rating)];
}

std::string word_of(Rating rating) {
  return tr(to_string(rating));
}

std::optional<Rating> rating_named(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (name == names[i] || (names[i][0] == '+' && name == names[i].substr(1)))
      return static_cast<Rating>(i);
  return std::nullopt;
}

std::optional<int> value_of(Rating rating) {
  if (rating == Rating::missing) return std::nullopt;
  return rating == Rating::mixed ? 0 : static_cast<int>(rating) - 2;
}

}  // namespace pipeline
