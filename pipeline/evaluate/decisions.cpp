#include "pipeline/evaluate/decisions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "pipeline/model/coder.h"

namespace pipeline {
namespace {

using CodingRow = CorpusFacts::CodingRow;

bool is_lexicon(std::string_view coder) {
  return coder_kind(coder) == CoderKind::lexicon;
}

// By a person, or made their own by accepting it.
bool is_persons(const CorpusFacts& facts, const CodingRow& coding) {
  const std::string& coder = facts.coders[coding.coder];
  return coding.status != CodingStatus::rejected &&
         (is_person(coder) || (is_learner(coder) && coding.status == CodingStatus::accepted));
}

// Codings of one factor in one passage.
using Place = std::vector<std::uint32_t>;

bool overlaps_any(const CorpusFacts& facts, const CodingRow& coding, const Place& others) {
  return std::ranges::any_of(
      others, [&](std::uint32_t i) { return overlap(facts.codings[i].span, coding.span); });
}

void decide(const CorpusFacts& facts, const Place& place, std::vector<Verdict>& verdicts) {
  Place accepted, others, counted;
  for (const std::uint32_t i : place) {
    const CodingRow& coding = facts.codings[i];
    if (!is_lexicon(facts.coders[coding.coder])) continue;
    (coding.status == CodingStatus::accepted ? accepted : others).push_back(i);
    verdicts[i] = coding.status == CodingStatus::accepted   ? Verdict::accepted
                  : coding.status == CodingStatus::rejected ? Verdict::rejected
                                                            : Verdict::open;
  }
  for (const std::uint32_t i : place) {
    const CodingRow& coding = facts.codings[i];
    if (!is_persons(facts, coding)) continue;
    if (overlaps_any(facts, coding, accepted) || overlaps_any(facts, coding, counted)) continue;
    verdicts[i] = overlaps_any(facts, coding, others) ? Verdict::found : Verdict::missed;
    counted.push_back(i);
  }
}

}  // namespace

std::vector<Verdict> verdicts(const CorpusFacts& facts) {
  std::vector<Verdict> verdicts(facts.codings.size(), Verdict::same);
  std::map<std::pair<std::uint32_t, std::uint32_t>, Place> places;
  for (std::uint32_t i = 0; i < facts.codings.size(); ++i)
    places[{facts.codings[i].passage, facts.codings[i].factor}].push_back(i);
  for (const auto& [where, place] : places) decide(facts, place, verdicts);
  return verdicts;
}

DecisionCounts count_decisions(std::span<const Verdict> verdicts) {
  const auto number = [&](Verdict verdict) {
    return static_cast<std::uint64_t>(std::ranges::count(verdicts, verdict));
  };
  return {number(Verdict::open), number(Verdict::accepted), number(Verdict::rejected),
          number(Verdict::found), number(Verdict::missed)};
}

}  // namespace pipeline
