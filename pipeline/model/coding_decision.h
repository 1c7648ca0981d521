// What a person made of a coding that was proposed: "9:7 is rejected, says marit, as the words are
// the interviewer's". It is theirs: no run touches it.
#pragma once

#include <string>

#include "pipeline/model/coding.h"

namespace pipeline {

struct CodingDecision {
  CodingStatus verdict = CodingStatus::accepted;  // never `proposed`
  std::string author, reason, written;            // reason may be empty; written: UTC, ISO 8601

  friend bool operator==(const CodingDecision&, const CodingDecision&) = default;
};

// voorgesteld, aanvaard, verworpen
constexpr std::string_view to_string(CodingStatus status) {
  constexpr std::string_view words[] = {"voorgesteld", "aanvaard", "verworpen"};
  return words[static_cast<std::size_t>(status)];
}

}  // namespace pipeline
