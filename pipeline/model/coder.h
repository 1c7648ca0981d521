// Who codes, by the name that stands in a coding: the lexicon ("lexicon samenwerking@1.0.0"), what
// was learned from people ("learned@9f0c6b5de2f0"; with the lexicon "combined@9f0c6b5de2f0"), or a
// person by their name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipeline {

enum class CoderKind : std::uint8_t { person, lexicon, learned, combined };

constexpr CoderKind coder_kind(std::string_view coder) {
  if (coder.starts_with("lexicon ")) return CoderKind::lexicon;
  if (coder.starts_with("learned@")) return CoderKind::learned;
  if (coder.starts_with("combined@")) return CoderKind::combined;
  return CoderKind::person;
}

// Coders that --coder means together: "lexicon" every lexicon, "learned" every model.
constexpr std::optional<CoderKind> kind_named(std::string_view name) {
  if (name == "lexicon") return CoderKind::lexicon;
  if (name == "learned") return CoderKind::learned;
  if (name == "combined") return CoderKind::combined;
  return std::nullopt;
}
// What people coded, and what they accepted of others.
inline constexpr std::string_view settled = "settled";

constexpr bool is_person(std::string_view coder) {
  return coder_kind(coder) == CoderKind::person;
}
// Proposes what was learned, whether the lexicon was asked as well or not.
constexpr bool is_learner(std::string_view coder) {
  const CoderKind kind = coder_kind(coder);
  return kind == CoderKind::learned || kind == CoderKind::combined;
}

}  // namespace pipeline
