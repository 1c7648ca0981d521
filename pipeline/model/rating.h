// What a factor was for a case, on one scale: -2 (it broke it) to +2 (it carried it), mixed, or
// missing where nobody spoke of it; after the rating of the Consolidated Framework for
// Implementation Research (L.J. Damschroder and J.C. Lowery, Implementation Science 8 (2013) 51).
// A person's rating stays in a study whatever a run proposes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

enum class Rating : std::uint8_t {
  strong_failure,  // -2
  failure,         // -1
  none,            // 0: spoken of, but neither way
  success,         // +1
  strong_success,  // +2
  mixed,
  missing
};

// "-2" ... "+2", "gemengd", "ontbreekt"; read back also without the plus.
std::string_view to_string(Rating rating);
std::string word_of(Rating rating);  // what a reader sees: "gemengd", "mixed"
std::optional<Rating> rating_named(std::string_view name);
// -2 to 2, mixed as 0; none where it is missing.
std::optional<int> value_of(Rating rating);

// What makes a proposal; study.toml [matrix] may say otherwise.
struct RatingRule {
  double mixed = 1.0 / 3;            // the smaller side's share from which both count
  std::uint32_t strong_codings = 3;  // facts that one way for 2, by
  std::uint32_t strong_sources = 2;  // so many speakers (or documents where nobody is named)
  std::uint32_t fewest = 1;          // of fewer codings nothing is proposed

  friend bool operator==(const RatingRule&, const RatingRule&) = default;
};

struct ConfirmedRating {
  std::string factor, attribute, value;  // "vertrouwen", "case", "westerbeek"
  std::optional<Rating> rating;          // none: taken back
  std::string reason, author, written;   // written: UTC, ISO 8601
  std::string basis;                     // hash of the sentences that it was about
  std::string proposal;                  // what stood there then

  friend bool operator==(const ConfirmedRating&, const ConfirmedRating&) = default;
};

}  // namespace pipeline
