#include "pipeline/tag/support.h"

#include <algorithm>

namespace pipeline {
namespace {

// Not a plain negation: "niet" stands in every third sentence and seldom judges the word at hand.
bool judges(CueClass c) {
  switch (c) {
    case CueClass::absence:
    case CueClass::improvement:
    case CueClass::decline:
    case CueClass::favourable:
    case CueClass::unfavourable:
    case CueClass::wish:
      return true;
    default:
      return false;
  }
}

}  // namespace

Support::Support(const Lexicon& lexicon) : lexicon_(lexicon) {
  has_weak_ = std::any_of(lexicon.patterns.begin(), lexicon.patterns.end(),
                          [](const Pattern& it) { return it.strength == Strength::weak; });
}

bool Support::is_judged(const Win& win, std::span<const SequenceMatch> cues) const {
  return std::any_of(win.judgement.cues.begin(), win.judgement.cues.end(), [&](std::uint32_t i) {
    return judges(lexicon_.cues[cues[i].rule].cue_class);
  });
}

void Support::note(std::span<const Win> wins, std::span<const SequenceMatch> cues,
                   const std::vector<Coding>& codings, std::size_t first) {
  if (!has_weak_) return;
  const auto pattern_of = [&](const Win& win) -> const Pattern& {
    return lexicon_.patterns[win.match.rule];
  };
  for (std::size_t begin = 0, end = 0; begin < wins.size(); begin = end) {
    const std::size_t factor = pattern_of(wins[begin]).factor;
    const Pattern* strong = nullptr;
    bool stands = false;
    for (; end < wins.size() && pattern_of(wins[end]).factor == factor; ++end) {
      if (wins[end].is_outranked) continue;
      if (pattern_of(wins[end]).strength != Strength::weak) strong = &pattern_of(wins[end]);
      stands = stands || strong != nullptr || is_judged(wins[end], cues);
    }
    for (std::size_t i = first; i < codings.size(); ++i) {
      if (codings[i].factor != lexicon_.factors[factor].id) continue;
      if (!stands) pending_.push_back({i, factor});
      if (strong == nullptr) continue;
      for (const Evidence& it : codings[i].evidence)
        if (it.rule == strong->text) strong_.try_emplace(factor, it);
    }
  }
}

void Support::end_passage(std::vector<Coding>& codings) {
  std::vector<std::size_t> fallen;
  for (const Pending& it : pending_) {
    const auto strong = strong_.find(it.factor);
    if (strong == strong_.end())
      fallen.push_back(it.coding);
    else
      keep(codings[it.coding], strong->second);
  }
  for (auto it = fallen.rbegin(); it != fallen.rend(); ++it)
    codings.erase(codings.begin() + static_cast<std::ptrdiff_t>(*it));
  pending_.clear();
  strong_.clear();
}

}  // namespace pipeline
