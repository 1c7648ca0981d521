#include "pipeline/tag/clauses.h"

#include <algorithm>

namespace pipeline {
namespace {

using Break = ClauseWord::Break;

struct Segment {  // words between two places where a clause may end
  std::size_t begin = 0, end = 0;
  bool has_verb = false, is_matched = false;
  bool refers_back = false;  // near its beginning
  std::uint32_t clause = 0;
};

constexpr std::size_t near_beginning = 3;  // words: "en werd dit niet opgepakt"

bool may_begin_segment(const ClauseWord& word) {
  return word.before != Break::none || word.is_coordinator || word.opens_clause;
}

std::vector<Segment> segments_of(std::span<const ClauseWord> words) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || may_begin_segment(words[i])) segments.push_back({i});
    Segment& segment = segments.back();
    segment.end = i + 1;
    segment.has_verb = segment.has_verb || words[i].is_verb;
    segment.is_matched = segment.is_matched || words[i].is_matched;
    if (i < segment.begin + near_beginning)
      segment.refers_back = segment.refers_back || words[i].refers_back;
  }
  return segments;
}

// "De afspraken, die we maakten, | werden": a verb right after a comma goes on with the clause that
// was interrupted before it had a verb.
const Segment* interrupted(const std::vector<Segment>& segments, std::size_t i,
                           std::span<const ClauseWord> words) {
  const ClauseWord& first = words[segments[i].begin];
  if (i < 2 || first.before != Break::comma || !first.is_verb) return nullptr;
  const Segment& before = segments[i - 2];
  return before.has_verb ? nullptr : &before;
}

}  // namespace

std::vector<std::uint32_t> clauses_of(std::span<const ClauseWord> words) {
  std::vector<std::uint32_t> clauses(words.size());
  std::vector<Segment> segments = segments_of(words);
  std::uint32_t count = 0;
  bool has_verb = false;  // the clause under way
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Segment& segment = segments[i];
    const ClauseWord& first = words[segment.begin];
    const bool is_weak = first.before != Break::strong && !first.opens_clause;
    // "Als er vertrouwen is, gaat het": after a comma a verb is enough. After "en" both sides need
    // one: "vertrouwen en openheid zijn er niet".
    const bool needs_two = is_weak && first.before == Break::none;
    const bool refers =
        i > 0 && segment.refers_back && !segment.is_matched && segments[i - 1].is_matched;
    const bool joins =
        i == 0 || refers || (is_weak && (!segment.has_verb || (needs_two && !has_verb)));
    if (joins) {
      segment.clause = i == 0 ? count++ : segments[i - 1].clause;
      has_verb = has_verb || segment.has_verb;
    } else if (const Segment* before = interrupted(segments, i, words)) {
      segment.clause = before->clause;
      has_verb = true;
    } else {
      segment.clause = count++;
      has_verb = segment.has_verb;
    }
    std::fill(clauses.begin() + static_cast<std::ptrdiff_t>(segment.begin),
              clauses.begin() + static_cast<std::ptrdiff_t>(segment.end), segment.clause);
  }
  return clauses;
}

}  // namespace pipeline
