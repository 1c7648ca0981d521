#include "pipeline/store/place.h"

#include <algorithm>
#include <string>
#include <vector>

namespace pipeline {
namespace {

constexpr std::size_t surroundings = 64;  // bytes compared on either side

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// A text with each run of white space as one blank, and where its bytes stood.
struct Squeezed {
  std::string text;
  std::vector<std::uint32_t> offsets;  // one a byte, and one for the end
};

Squeezed squeeze(std::string_view text) {
  Squeezed squeezed;
  squeezed.text.reserve(text.size());
  squeezed.offsets.reserve(text.size() + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i]) && i > 0 && is_space(text[i - 1])) continue;
    squeezed.text.push_back(is_space(text[i]) ? ' ' : text[i]);
    squeezed.offsets.push_back(i);
  }
  squeezed.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return squeezed;
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  const auto [end_a, end_b] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return std::min<std::size_t>(static_cast<std::size_t>(end_a - a.rbegin()), surroundings);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto [end_a, end_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return std::min<std::size_t>(static_cast<std::size_t>(end_a - a.begin()), surroundings);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Span> place_again(std::string_view former, Span span, std::string_view changed) {
  const Squeezed old_text = squeeze(former), new_text = squeeze(changed);
  const auto old_at = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(std::ranges::lower_bound(old_text.offsets, offset) -
                                    old_text.offsets.begin());
  };
  const std::string_view before(old_text.text), after(new_text.text);
  std::size_t begin = old_at(span.begin);
  const std::string_view quotation = trimmed(before.substr(begin, old_at(span.end) - begin));
  if (quotation.empty()) return std::nullopt;
  begin = static_cast<std::size_t>(quotation.data() - before.data());
  const std::size_t end = begin + quotation.size();

  std::optional<std::size_t> best;
  std::size_t best_agreement = 0, best_distance = 0;
  for (std::size_t at = after.find(quotation); at != std::string_view::npos;
       at = after.find(quotation, at + 1)) {
    const std::size_t agreement =
        common_suffix(before.substr(0, begin), after.substr(0, at)) +
        common_prefix(before.substr(end), after.substr(at + quotation.size()));
    const std::size_t distance = at > begin ? at - begin : begin - at;
    if (best &&
        (agreement < best_agreement || (agreement == best_agreement && distance >= best_distance)))
      continue;
    best = at;
    best_agreement = agreement;
    best_distance = distance;
  }
  if (!best) return std::nullopt;
  return Span{new_text.offsets[*best], new_text.offsets[*best + quotation.size() - 1] + 1};
}

}  // namespace pipeline
