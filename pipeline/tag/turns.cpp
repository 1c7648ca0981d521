#include "pipeline/tag/turns.h"

#include <algorithm>
#include <tuple>

#include "pipeline/lexicon/pattern_shape.h"

namespace pipeline {

Turns::Turns(const Lexicon& lexicon) : lexicon_(lexicon) {
  has_any_ = std::any_of(lexicon.patterns.begin(), lexicon.patterns.end(),
                         [](const Pattern& it) { return spans_passage(it.tree); });
}

bool Turns::is_half(const SequenceMatch& match) const {
  return spans_passage(lexicon_.patterns[match.rule].tree);
}

bool Turns::asks_for_halves(const std::vector<SequenceMatch>& matches) const {
  return has_any_ && !is_known_ &&
         std::any_of(matches.begin(), matches.end(),
                     [&](const SequenceMatch& match) { return is_half(match); });
}

void Turns::know(std::vector<SecondHalf> halves) {
  is_known_ = true;
  halves_ = std::move(halves);
  std::sort(halves_.begin(), halves_.end(), [](const SecondHalf& a, const SecondHalf& b) {
    return std::tie(a.pattern, a.sentence, a.end, a.begin) <
           std::tie(b.pattern, b.sentence, b.end, b.begin);
  });
}

const SecondHalf* Turns::second_of(const SequenceMatch& first, std::uint32_t sentence) const {
  const auto place = [](const SecondHalf& it) { return std::pair(it.pattern, it.sentence); };
  const auto before = [&](const SecondHalf& it, const auto& wanted) { return place(it) < wanted; };
  const auto here =
      std::lower_bound(halves_.begin(), halves_.end(), std::pair(first.rule, sentence), before);
  const auto after =
      std::lower_bound(here, halves_.end(), std::pair(first.rule, sentence + 1), before);
  if (here != after) {
    if (here->end <= first.begin) return &*here;
    for (auto it = after; it != here;)
      if ((--it)->begin >= first.end)
        return &*it;
      else if (it->end <= first.begin)
        break;
  }
  const SecondHalf* nearest = nullptr;
  if (after != halves_.end() && after->pattern == first.rule) nearest = &*after;
  if (here != halves_.begin() && std::prev(here)->pattern == first.rule)
    if (const SecondHalf& it = *std::prev(here);
        nearest == nullptr || sentence - it.sentence <= nearest->sentence - sentence)
      nearest = &it;
  return nearest;
}

void Turns::take_out_single(std::uint32_t sentence, std::vector<SequenceMatch>& matches) const {
  if (!has_any_) return;
  std::erase_if(matches, [&](const SequenceMatch& match) {
    return is_half(match) && second_of(match, sentence) == nullptr;
  });
}

void Turns::add_evidence(std::uint32_t sentence, std::span<const Win> wins,
                         std::vector<Coding>& codings, std::size_t first) const {
  if (!has_any_) return;
  for (const Win& win : wins) {
    const Pattern& pattern = lexicon_.patterns[win.match.rule];
    if (win.is_outranked || !is_half(win.match)) continue;
    const SecondHalf* second = second_of(win.match, sentence);
    for (std::size_t i = first; i < codings.size(); ++i) {
      const auto said = std::find_if(
          codings[i].evidence.begin(), codings[i].evidence.end(), [&](const Evidence& it) {
            return it.kind == Evidence::Kind::pattern && it.rule == pattern.text;
          });
      if (second == nullptr || said == codings[i].evidence.end()) continue;
      if (codings[i].factor == lexicon_.factors[pattern.factor].id)
        keep(codings[i], {Evidence::Kind::pattern, said->rule, said->source, second->span});
    }
  }
}

}  // namespace pipeline
