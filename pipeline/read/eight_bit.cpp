#include "pipeline/read/eight_bit.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>

namespace pipeline {
namespace {

constexpr std::size_t sample_bytes = 1 << 20;

struct Candidate {
  const char* encoding;
  const char* name;  // in warnings, translated
};
// The first is the default.
constexpr std::array<Candidate, 3> western{
    {{"windows-1252", "windows-1252"},
     {"ibm-850_P100-1995", tr_later("codepagina 850 (DOS)").data()},
     {"macintosh", "Mac Roman"}}};
// What ICU may propose besides: codes of other scripts and of central Europe. Its proposals for
// western text are worse than counting letters.
constexpr std::array<Candidate, 8> foreign{{{"ISO-8859-2", "ISO-8859-2"},
                                            {"windows-1250", "windows-1250"},
                                            {"windows-1251", "windows-1251"},
                                            {"KOI8-R", "KOI8-R"},
                                            {"ISO-8859-5", "ISO-8859-5"},
                                            {"ISO-8859-7", "ISO-8859-7"},
                                            {"windows-1253", "windows-1253"},
                                            {"ISO-8859-9", "ISO-8859-9"}}};
constexpr int sure_enough = 40;  // of ICU's 100

// +1 for a character at home where it stands, -1 for one that is not.
int plausibility(const icu::UnicodeString& text, std::int32_t at) {
  static const icu::UnicodeString small = icu::UnicodeString::fromUTF8("éëïöüèêáíóúäàçôûîâñ");
  static const icu::UnicodeString marks = icu::UnicodeString::fromUTF8("‘’“”–—…•€«»„§°·½");
  const UChar c = text[at];
  const UChar before = at > 0 ? text[at - 1] : u' ';
  const UChar after = at + 1 < text.length() ? text[at + 1] : u' ';
  const bool inside = u_isalpha(before) && u_isalpha(after);
  const bool beside = u_isalpha(before) || u_isalpha(after);
  if (small.indexOf(c) >= 0) return beside ? 1 : 0;
  if (u_isupper(c)) return u_islower(before) != 0 ? -1 : 0;
  if (c == u'\u2019') return 1;
  if (marks.indexOf(c) >= 0) return inside ? -1 : 1;
  return beside || u_iscntrl(c) ? -1 : 0;
}

struct Score {
  int sum = 0;
  int implausible = 0;
};

Score score(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) return {-1, 1};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  Score total;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    if (text[at] < 0x80) continue;
    const int points = plausibility(text, at);
    total.sum += points;
    total.implausible += points < 0 ? 1 : 0;
  }
  return total;
}

// ICU's best guess, if it is one of `foreign` and sure enough.
std::optional<Candidate> foreign_guess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const std::string_view found = ucsdet_getName(match, &status);
  if (ucsdet_getConfidence(match, &status) < sure_enough) return std::nullopt;
  const auto* const it = std::find_if(foreign.begin(), foreign.end(),
                                      [&](const Candidate& c) { return found == c.encoding; });
  return it == foreign.end() ? std::nullopt : std::optional(*it);
}

// In western languages letters beyond ASCII are rare.
bool is_mostly_beyond_ascii(std::string_view bytes) {
  const auto letters = std::count_if(bytes.begin(), bytes.end(), [](unsigned char c) {
    return c >= 0x80 || std::isalpha(c) != 0;
  });
  const auto beyond =
      std::count_if(bytes.begin(), bytes.end(), [](unsigned char c) { return c >= 0x80; });
  return beyond * 3 > letters;
}

}  // namespace

EightBitGuess guess_eight_bit(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_bytes);
  Candidate best = western.front();
  Score best_score = score(sample, best.encoding);
  for (const Candidate& candidate : western) {
    const Score found = score(sample, candidate.encoding);
    if (found.sum > best_score.sum) {
      best = candidate;
      best_score = found;
    }
  }
  if (best_score.sum <= 0 || is_mostly_beyond_ascii(sample))
    if (const auto other = foreign_guess(sample)) {
      best = *other;
      best_score = {};
    }
  EightBitGuess guess{best.encoding, {}};
  if (best.encoding != western.front().encoding)
    guess.warnings.push_back(said(
        "geen UTF-8; gelezen als {}, want dat geeft de meeste gewone letters: controleer de tekst",
        said(best.name)));
  else if (best_score.implausible > 0 && best_score.sum <= 0)
    guess.warnings.push_back(
        said("geen UTF-8; gelezen als windows-1252, maar er staan vreemde tekens tussen de letters "
             "(codepagina 850 of Mac Roman?): sla het bestand op als UTF-8"));
  else
    guess.warnings.push_back(said("geen UTF-8; gelezen als windows-1252"));
  return guess;
}

std::optional<std::string> eight_bit_of_label(std::string_view label) {
  if (label.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(label).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.get()) > 1) return std::nullopt;
  const std::string name = ucnv_getName(converter.get(), &status);
  if (name == "ISO-8859-1" || name == "US-ASCII") return "windows-1252";
  return name;
}

}  // namespace pipeline
