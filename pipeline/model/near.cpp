#include "pipeline/model/near.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pipeline {
namespace {

constexpr std::size_t longest = 64;
constexpr std::size_t most_names = 3;

std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

// Bytes to insert, remove or replace to make one out of the other.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

// A third of the letters may be wrong, but never all of them.
std::size_t allowed_edits(std::string_view word) {
  return word.size() < 2 ? 0 : std::max<std::size_t>(1, word.size() / 3);
}

}  // namespace

std::vector<std::string> near_names(std::string_view word, std::span<const std::string> known) {
  if (word.empty() || word.size() > longest) return {};
  const std::string wanted = lower(word);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& name : known) {
    if (name.size() > longest) continue;
    const std::string candidate = lower(name);
    const std::size_t distance = edits(wanted, candidate);
    if (distance <= allowed_edits(wanted))
      found.emplace_back(distance, name);
    else if (wanted.size() > 1 && candidate.starts_with(wanted))
      found.emplace_back(longest + candidate.size(), name);
  }
  std::ranges::sort(found);
  std::vector<std::string> names;
  for (auto& [distance, name] : found)
    if (names.size() < most_names) names.push_back(std::move(name));
  return names;
}

Said one_of(std::span<const std::string> names) {
  Said text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text.add(i == 0 ? "" : i + 1 == names.size() ? said(" of ") : ", ").add(names[i]);
  return text;
}

Said suggest(std::string_view word, std::span<const std::string> known, std::size_t listed) {
  std::vector<std::string> names = near_names(word, known);
  if (!names.empty()) {
    for (std::string& name : names) name = "'" + name + "'";
    return said("; bedoelt u {}?", one_of(names));
  }
  if (known.empty() || known.size() > listed) return {};
  std::string text;
  for (const std::string& name : known) text += (text.empty() ? "" : ", ") + name;
  return said("; er is: {}", text);
}

}  // namespace pipeline
