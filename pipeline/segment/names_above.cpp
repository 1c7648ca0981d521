#include "pipeline/segment/names_above.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/segment/labels.h"

namespace pipeline {
namespace {

std::string_view without_colon(std::string_view line) {
  return line.ends_with(':') ? line.substr(0, line.size() - 1) : line;
}

// A single letter on a line is a list's.
bool may_be_name(std::string_view line) {
  return is_full_name(line) || (line.size() > 1 && is_usual_label(line));
}

}  // namespace

std::vector<std::size_t> names_above(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t fair = 8;
  std::vector<std::size_t> places;
  std::map<std::string_view, std::size_t> counts;
  std::size_t changes = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view name = without_colon(slice(text, lines[at].span));
    if (!may_be_name(name)) continue;
    if (places.empty() || without_colon(slice(text, lines[places.back()].span)) != name) ++changes;
    places.push_back(at);
    ++counts[name];
  }
  const auto recurs = [&](std::size_t at) {
    return counts[without_colon(slice(text, lines[at].span))] >= 2;
  };
  const auto of_recurring =
      static_cast<std::size_t>(std::count_if(places.begin(), places.end(), recurs));
  const auto recurring = std::count_if(counts.begin(), counts.end(),
                                       [](const auto& entry) { return entry.second >= 2; });
  const auto has_text_below = [&](std::size_t at) {
    return at + 1 < lines.size() && !may_be_name(without_colon(slice(text, lines[at + 1].span)));
  };
  if (recurring < 2 || changes * 2 < places.size() || of_recurring * fair < lines.size() ||
      !std::all_of(places.begin(), places.end(),
                   [&](std::size_t at) { return !recurs(at) || has_text_below(at); }))
    return {};
  return places;
}

bool is_of_recorder(std::string_view line) {
  constexpr std::size_t longest = 120;
  constexpr std::array<std::string_view, 8> acts{"started", "stopped", "gestart",  "gestopt",
                                                 "start",   "stop",    "begonnen", "beëindigd"};
  constexpr std::array<std::string_view, 4> works{"transcription", "transcriptie", "recording",
                                                  "opname"};
  const auto names = [&](const auto& list) {
    return std::ranges::any_of(
        list, [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
  };
  return line.size() <= longest && line.find_first_of(".?!,") == std::string_view::npos &&
         is_full_name(line.substr(0, line.find(' ', line.find(' ') + 1))) && names(acts) &&
         names(works);
}

}  // namespace pipeline
