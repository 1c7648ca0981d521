#include "pipeline/read/speech.h"

#include <algorithm>
#include <cmath>

#include "pipeline/read/paragraphs.h"

namespace pipeline {

std::string as_one_line(std::string_view words) {
  constexpr std::string_view mark = "\uFEFF";
  Paragraphs line;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(mark), words.size());
    line.add_folded(words.substr(0, end));
    words.remove_prefix(std::min(end + mark.size(), words.size()));
  }
  std::string text = line.take();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void add_speech(Document& document, Speech speech) {
  if (speech.words.empty()) return;
  if (!document.source.empty()) document.source += '\n';
  Caption caption;
  caption.span.begin = static_cast<std::uint32_t>(document.source.size());
  document.source += speech.words;
  caption.span.end = static_cast<std::uint32_t>(document.source.size());
  caption.speaker = std::move(speech.speaker);
  if (speech.start_ms && speech.end_ms) *speech.end_ms = std::max(*speech.start_ms, *speech.end_ms);
  caption.start_ms = speech.start_ms;
  caption.end_ms = speech.end_ms;
  document.captions.push_back(std::move(caption));
}

std::optional<std::int64_t> milliseconds(double seconds) {
  constexpr double longest = 1e9;
  if (std::isnan(seconds)) return std::nullopt;
  return std::llround(std::clamp(seconds, 0.0, longest) * 1000);
}

}  // namespace pipeline
