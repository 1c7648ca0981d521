#include "pipeline/segment/overlap.h"

#include "pipeline/segment/labels.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/remarks.h"

namespace pipeline {

std::optional<Overlap> overlap_in(std::string_view text, Span words) {
  constexpr std::string_view mark = "//";
  text = text.substr(0, words.end);
  for (std::size_t at = text.find(mark, words.begin); at < words.end;
       at = text.find(mark, at + mark.size())) {
    const auto begin = static_cast<std::uint32_t>(at);
    const std::size_t close = text.find(mark, at + mark.size());
    if (close == std::string_view::npos) break;
    const Span said = trimmed(text, {begin + 2, static_cast<std::uint32_t>(close)});
    const std::string_view label = slice(text, said).substr(0, slice(text, said).find(':'));
    if (label.size() == length(said) || !is_usual_label(label) || remark_at(text, begin)) continue;
    return Overlap{trimmed(text, {words.begin, begin}), said,
                   trimmed(text, {static_cast<std::uint32_t>(close + mark.size()), words.end})};
  }
  return std::nullopt;
}

}  // namespace pipeline
