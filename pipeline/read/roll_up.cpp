#include "pipeline/read/roll_up.h"

#include <algorithm>

namespace pipeline {
namespace {

std::vector<std::string> words_of(const CaptionCue& cue) {
  std::vector<std::string> words;
  for (const std::string_view line : cue.lines) words.push_back(plain_words(line));
  std::erase(words, "");
  return words;
}

}  // namespace

bool rolls_up(const std::vector<CaptionCue>& cues) {
  constexpr std::ptrdiff_t fewest = 2;
  // What grows has a line from before and a new one; most recordings have none, and are not looked
  // at further.
  if (std::ranges::count_if(cues, [](const CaptionCue& cue) { return cue.lines.size() > 1; }) <
      fewest)
    return false;
  std::ptrdiff_t shown = 0, repeated = 0, growing = 0;
  std::vector<std::string> last;
  for (const CaptionCue& cue : cues) {
    std::vector<std::string> words = words_of(cue);
    if (words.empty()) continue;
    ++shown;
    if (!last.empty() && words.front() == last.back()) {
      ++repeated;
      growing += words.back() != last.back() ? 1 : 0;
    }
    last = std::move(words);
  }
  return growing >= fewest && repeated * 2 > shown && growing * 3 >= shown;
}

void drop_rolled_up(std::vector<CaptionCue>& cues) {
  std::vector<std::string> last;
  for (CaptionCue& cue : cues) {
    std::vector<std::string> shown;
    std::size_t repeated = 0;
    for (const std::string_view line : cue.lines) {
      shown.push_back(plain_words(line));
      const bool seen = std::find(last.begin(), last.end(), shown.back()) != last.end();
      if (seen && repeated + 1 == shown.size()) ++repeated;
    }
    cue.lines.erase(cue.lines.begin(), cue.lines.begin() + static_cast<std::ptrdiff_t>(repeated));
    last = std::move(shown);
  }
}

}  // namespace pipeline
