#include "pipeline/segment/conversation.h"

#include <algorithm>
#include <cstdint>

#include "pipeline/segment/marks.h"

namespace pipeline {
namespace {

bool begins_with_dash(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("\u2013 ") || text.starts_with("\u2014 ");
}

}  // namespace

bool looks_like_conversation(std::string_view text, const Segmented& segmented) {
  if (!segmented.speakers.empty()) return false;
  constexpr std::uint32_t fewest = 8, fewest_answered = 4;
  std::uint32_t paragraphs = 0, questions = 0, answered = 0, dashes = 0;
  bool was_question = false;
  for (const Passage& passage : segmented.passages) {
    if (passage.kind != PassageKind::paragraph) continue;
    const std::string_view words = slice(text, passage.span);
    const bool is_question = words.ends_with('?');
    ++paragraphs;
    questions += is_question ? 1 : 0;
    answered += was_question && !is_question ? 1 : 0;
    dashes += begins_with_dash(words) ? 1 : 0;
    was_question = is_question;
  }
  if (paragraphs < fewest) return false;
  const bool has_dashes = dashes * 2 >= paragraphs && questions > 0;  // a list asks nothing
  return (answered >= fewest_answered && answered * 4 >= paragraphs) || has_dashes;
}

bool has_times(std::string_view text) {
  constexpr std::uint32_t fewest = 4;
  std::uint32_t lines = 0, timed = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    ++lines;
    timed += time_mark_at(line, 0) || time_mark_before_end(line) ? 1 : 0;
  }
  return timed >= fewest && timed * 2 >= lines;
}

}  // namespace pipeline
