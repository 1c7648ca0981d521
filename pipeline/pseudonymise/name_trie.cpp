#include "pipeline/pseudonymise/name_trie.h"

namespace pipeline {
namespace {

constexpr std::uint64_t step_of(std::uint32_t node, std::uint32_t word) {
  return std::uint64_t{node} << 32U | word;
}

}  // namespace

void NameTrie::add(std::uint32_t row, const NameForm& form) {
  std::uint32_t node = 0;
  for (const std::string& text : form.words) {
    const auto word = words_.emplace(text, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [step, is_new] =
        steps_.emplace(step_of(node, word), static_cast<std::uint32_t>(endings_.size()));
    if (is_new) endings_.emplace_back();
    node = step->second;
  }
  endings_[node].push_back({row, form.source, form.needs_capital, form.is_inverted});
}

std::optional<std::uint32_t> NameTrie::step(std::uint32_t node, const std::string& text) const {
  const auto word = words_.find(text);
  if (word == words_.end()) return std::nullopt;
  const auto next = steps_.find(step_of(node, word->second));
  if (next == steps_.end()) return std::nullopt;
  return next->second;
}

}  // namespace pipeline
