#include "pipeline/identify/detect.h"

// CLD2's header does not include what it needs.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>
#include <cstdio>

namespace pipeline {

Detected detect_language(std::string_view text) {
  constexpr int nearly_all = 80;
  constexpr std::size_t longest = 1U << 24U;  // its lengths are ints
  text = text.substr(0, longest);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &bytes, &is_reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(language),
          is_reliable && languages[0] == language && percents[0] >= nearly_all};
}

}  // namespace pipeline
