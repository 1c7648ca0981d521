#include "pipeline/tag/context.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "pipeline/tag/ties.h"

namespace pipeline {
namespace {

constexpr std::uint32_t by_it = 4;       // words, one more than may stand in between
constexpr std::uint32_t farthest = 100;  // words; keeps a sentence without end linear

constexpr std::uint16_t judging = 1, modal = 2;
// Of classes that share a bit only the longest cue counts where they overlap: those that turn or
// judge, those of modality.
std::uint16_t contest_of(CueClass c) {
  if (c <= CueClass::unfavourable) return judging;
  if (c <= CueClass::hedge) return modal;
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(c));
}

// Says that it is good, bad or wanted.
bool judges(CueClass c) {
  return c == CueClass::improvement || c == CueClass::favourable || c == CueClass::unfavourable ||
         c == CueClass::wish;
}

template <typename Visit>
void for_each_word(const SequenceMatch& match, Visit visit) {
  for (std::uint32_t word = match.begin; word < match.end; ++word)
    if (covers(match, word)) visit(word);
}

bool is_spent(const SequenceMatch& cue, const SequenceMatch& target) {
  bool spent = true;
  for_each_word(cue, [&](std::uint32_t word) { spent = spent && covers(target, word); });
  return spent;
}

bool shares_words(const SequenceMatch& a, const SequenceMatch& b) {
  bool shares = false;
  if (a.begin < b.end && b.begin < a.end)
    for_each_word(a, [&](std::uint32_t word) { shares = shares || covers(b, word); });
  return shares;
}

// Whether something new begins at one of words [from, to].
bool is_parted(const ContextSentence& sentence, std::uint32_t from, std::uint32_t to) {
  const auto parts = sentence.parts.begin();
  return from <= to &&
         std::any_of(parts + from, parts + to + 1, [](std::uint8_t is_new) { return is_new != 0; });
}

// Those that begin at one of words [from, to).
std::span<const SequenceMatch> cues_between(const ContextSentence& sentence, std::uint32_t from,
                                            std::uint32_t to) {
  const auto before = [](const SequenceMatch& cue, std::uint32_t word) { return cue.begin < word; };
  const auto first = std::lower_bound(sentence.cues.begin(), sentence.cues.end(), from, before);
  return {first, std::lower_bound(first, sentence.cues.end(), to, before)};
}

// Of a decline: "de sluiting van het steunpunt | werd niet gemeld", "met het vertrek van de dokter
// | viel het spreekuur stil".
bool parts_with(const SequenceMatch& cue, const SequenceMatch& target,
                const ContextSentence& sentence) {
  if (cue.end <= target.begin) return target.begin >= cue.end + by_it;
  const Clause& clause = sentence.clauses.all[sentence.clauses.of_word[target.begin]];
  return clause.begins_with_phrase && clause.finite >= target.end && clause.finite < cue.end;
}

bool longer(const SequenceMatch& a, const SequenceMatch& b) {
  const auto key = [](const SequenceMatch& m) {
    return std::tuple(-std::popcount(m.words), m.begin, m.end, m.rule);
  };
  return key(a) < key(b);
}

}  // namespace

void Context::settle(std::vector<SequenceMatch>& cues, std::size_t words,
                     std::span<const SequenceMatch> matches) const {
  std::erase_if(cues, [&](const SequenceMatch& cue) {
    return cue_of(cue).cue_class == CueClass::pseudo_negation &&
           std::any_of(matches.begin(), matches.end(),
                       [&](const SequenceMatch& match) { return shares_words(cue, match); });
  });
  std::sort(cues.begin(), cues.end(), longer);
  // By word: which contests have been won there.
  std::vector<std::uint16_t> taken(words);
  std::vector<SequenceMatch> kept;
  for (const SequenceMatch& cue : cues) {
    const CueClass of = cue_of(cue).cue_class;
    const std::uint16_t bit = contest_of(of);
    bool is_free = true, is_part = of == CueClass::hedge;
    for_each_word(cue, [&](std::uint32_t word) {
      is_free = is_free && (taken[word] & bit) == 0;
      is_part = is_part && (taken[word] & judging) != 0;
    });
    if (is_part) continue;  // "maakt mogelijk" is no doubt
    // The same words may be named twice, once for what stands before them and once for what
    // follows.
    if (!is_free && !(!kept.empty() && is_counterpart(kept.back(), cue))) continue;
    for_each_word(cue, [&](std::uint32_t word) { taken[word] |= bit; });
    if (of != CueClass::pseudo_negation) kept.push_back(cue);
  }
  std::sort(kept.begin(), kept.end(), [](const SequenceMatch& a, const SequenceMatch& b) {
    return std::tie(a.begin, a.end, a.rule) < std::tie(b.begin, b.end, b.rule);
  });
  cues = std::move(kept);
}

bool Context::is_counterpart(const SequenceMatch& a, const SequenceMatch& b) const {
  const Cue &one = cue_of(a), &other = cue_of(b);
  return a.begin == b.begin && a.words == b.words && one.cue_class == other.cue_class &&
         one.direction != other.direction && one.direction != CueDirection::both &&
         other.direction != CueDirection::both;
}

bool Context::is_contrast(const SequenceMatch& cue) const {
  return cue_of(cue).cue_class == CueClass::contrast;
}

bool Context::ends_clause(const SequenceMatch& cue) const {
  const CueClass of = cue_of(cue).cue_class;
  return of == CueClass::contrast || of == CueClass::terminator;
}

// Rules 1 and 2.
std::optional<Context::InReach> Context::reach_of(std::uint32_t number, const SequenceMatch& target,
                                                  const ContextSentence& sentence) const {
  const SequenceMatch& match = sentence.cues[number];
  const Cue& cue = cue_of(match);
  if (is_spent(match, target)) return std::nullopt;
  if (cue.cue_class == CueClass::description) {
    if (!is_described(match, target, sentence)) return std::nullopt;
    return InReach{number, match.end <= target.begin ? Side::before : Side::after, false};
  }
  const bool is_before = match.end <= target.begin;
  // One stands in a gap of the other.
  if (!is_before && match.begin < target.end) return InReach{number, Side::before, false};
  if (cue.direction == (is_before ? CueDirection::backward : CueDirection::forward) &&
      !(is_before && is_inverted(match, sentence)))
    return std::nullopt;
  const std::uint32_t distance = is_before ? target.begin - match.end : match.begin - target.end;
  if (cue.reach != 0 && distance >= cue.reach) return std::nullopt;
  const auto noun = noun_kept_to(match, cue.cue_class, sentence);
  if (noun && (!is_before || target.begin > *noun)) return std::nullopt;
  const bool is_consequence = !is_before && cue.cue_class == CueClass::condition;
  const Tie tie = is_consequence ? tie_to_condition(match, target, sentence.clauses)
                                 : tie_of(match, target, sentence);
  if (!is_open_to(cue.cue_class, tie)) return std::nullopt;
  // "Door gebrek aan geld | is het overleg gestopt": before the verb stands one phrase.
  if (is_before && tie == Tie::same && cue.cue_class == CueClass::absence &&
      cue.direction == CueDirection::forward && has_verb_between(match, target, sentence.clauses))
    return std::nullopt;
  // What is told of a thing that was named before does not deny it; that it is gone does.
  const bool leaves_it =
      tie == Tie::relative || (tie == Tie::reference && cue.cue_class == CueClass::negation);
  return InReach{number, is_before ? Side::before : Side::after, leaves_it};
}

CuePart Context::part_of(std::uint32_t cue, const SequenceMatch& target, Valence base,
                         const ContextSentence& sentence, const Judgement& judged,
                         CueSet off) const {
  if (std::find(judged.cues.begin(), judged.cues.end(), cue) != judged.cues.end())
    return CuePart::applied;
  const SequenceMatch& match = sentence.cues[cue];
  const Cue& it = cue_of(match);
  if (ends_clause(match)) return CuePart::no_effect;
  if (off.contains(it.cue_class)) return CuePart::switched_off;
  if (const auto reach = reach_of(cue, target, sentence)) {
    if (!leaves_claim(*reach, target, base, sentence)) return CuePart::not_nearest;
    return shares_words(match, target) || (cue < sentence.spent.size() && sentence.spent[cue] != 0)
               ? CuePart::spent
               : CuePart::no_denial;
  }
  if (is_spent(match, target)) return CuePart::spent;
  const bool is_before = match.end <= target.begin;
  if (it.direction == (is_before ? CueDirection::backward : CueDirection::forward))
    return CuePart::other_way;
  const std::uint32_t distance = is_before ? target.begin - match.end : match.begin - target.end;
  return it.reach != 0 && distance >= it.reach ? CuePart::too_far : CuePart::other_clause;
}

// Whether a negation is among the target's own words: "niemand wist waarvoor".
bool Context::says_its_own(const SequenceMatch& target, const ContextSentence& sentence) const {
  if (target.end == target.begin + 1) return false;
  const auto near = cues_between(sentence, target.begin, target.end);
  return std::any_of(near.begin(), near.end(), [&](const SequenceMatch& cue) {
    return cue_of(cue).cue_class == CueClass::negation && is_spent(cue, target);
  });
}

// Rule 2, and what a claim of failure is safe from: such a pattern says it all, so that "niet"
// further on is more often about something else than a denial of it.
bool Context::leaves_claim(const InReach& reaching, const SequenceMatch& target, Valence base,
                           const ContextSentence& sentence) const {
  const SequenceMatch& cue = sentence.cues[reaching.cue];
  const CueClass of = cue_of(cue).cue_class;
  if (!turns_valence(of)) return false;
  if (reaching.cue < sentence.spent.size() && sentence.spent[reaching.cue] != 0) return true;
  const bool lies_in_it = cue.begin < target.end && target.begin < cue.end;
  if (base == Valence::failure &&
      (shares_words(cue, target) || (lies_in_it && of != CueClass::negation)))
    return true;
  if (of == CueClass::decline)
    return base == Valence::failure &&
           (parts_with(cue, target, sentence) ||
            (cue_of(cue).direction == CueDirection::forward && target.begin > cue.end + 1));
  // "Ik geloof niet dat" speaks of all that is told.
  const auto& clause_of = sentence.clauses.of_word;
  if (clause_of[cue.begin] == clause_of[cue.end - 1] && says_its_own(target, sentence)) return true;
  if (base != Valence::failure) return false;
  if (reaching.side == Side::before)
    return of == CueClass::absence && target.begin >= cue.end + by_it;
  constexpr int short_name = 2;  // words: "wantrouwen", "administratieve lasten"
  return std::popcount(target.words) > short_name || cue.begin >= target.end + by_it ||
         clause_of[cue.begin] != clause_of[target.end - 1] ||
         is_parted(sentence, target.end, cue.begin);
}

std::vector<Context::InReach> Context::in_reach(const SequenceMatch& target, Valence base,
                                                const ContextSentence& sentence, CueSet off) const {
  const std::uint32_t first = target.begin > farthest ? target.begin - farthest : 0;
  std::vector<InReach> reaching;
  for (const SequenceMatch& cue : cues_between(sentence, first, target.end + farthest)) {
    if (ends_clause(cue) || off.contains(cue_of(cue).cue_class)) continue;
    const auto number = static_cast<std::uint32_t>(&cue - sentence.cues.data());
    const auto reach = reach_of(number, target, sentence);
    if (reach && !leaves_claim(*reach, target, base, sentence)) reaching.push_back(*reach);
  }
  return reaching;
}

// Rule 4: the nearest turning cue of a side, and others as far as nothing parts them from it.
unsigned Context::turns(const ContextSentence& sentence, std::span<const InReach> reaching,
                        Side side, std::vector<std::uint32_t>& used) const {
  std::vector<std::uint32_t> near;  // nearest first
  for (const InReach& cue : reaching)
    if (cue.side == side && turns_valence(cue_of(sentence.cues[cue.cue]).cue_class))
      near.push_back(cue.cue);
  if (side == Side::before) std::reverse(near.begin(), near.end());
  unsigned count = 0;
  for (const std::uint32_t cue : near) {
    if (count > 0) {
      const SequenceMatch& first = sentence.cues[std::min(used.back(), cue)];
      const SequenceMatch& second = sentence.cues[std::max(used.back(), cue)];
      if (is_parted(sentence, first.end, second.begin)) break;
    }
    ++count;
    used.push_back(cue);
  }
  return count;
}

// The negation that stands by this one: "belemmert ons niet", "geen obstakel".
std::optional<std::uint32_t> Context::negation_by(const SequenceMatch& cue,
                                                  const ContextSentence& sentence) const {
  const std::uint32_t first = cue.begin > farthest ? cue.begin - farthest : 0;
  for (const SequenceMatch& other : cues_between(sentence, first, cue.end + by_it)) {
    const Cue& negation = cue_of(other);
    if (negation.cue_class != CueClass::negation) continue;
    const bool is_before = other.begin < cue.begin;
    if (negation.direction == (is_before ? CueDirection::backward : CueDirection::forward))
      continue;
    const auto& [one, two] =
        std::minmax(cue, other, [](const auto& a, const auto& b) { return a.begin < b.begin; });
    if (two.begin < one.end + by_it && !is_parted(sentence, one.end, two.begin))
      return static_cast<std::uint32_t>(&other - sentence.cues.data());
  }
  return std::nullopt;
}

// "Overleg was niet nodig" denies the need, and says nothing of the talks; "waarom overleggen ze
// niet gewoon?" is a reproach as a whole.
bool Context::is_part_of_another(std::uint32_t cue, std::span<const InReach> reaching,
                                 const ContextSentence& sentence) const {
  return std::ranges::any_of(reaching, [&](const InReach& it) {
    const SequenceMatch& other = sentence.cues[it.cue];
    const CueClass of = cue_of(other).cue_class;
    return (of == CueClass::description || of == CueClass::rhetorical) &&
           shares_words(sentence.cues[cue], other);
  });
}

bool Context::denies(std::span<const InReach> reaching, std::uint32_t cue) {
  return std::any_of(reaching.begin(), reaching.end(),
                     [&](const InReach& it) { return it.cue == cue && !it.leaves_it; });
}

Judgement Context::judge(const SequenceMatch& target, Valence base, const ContextSentence& sentence,
                         CueSet off) const {
  const std::vector<InReach> reaching = in_reach(target, base, sentence, off);
  Judgement judged;
  Push push;
  push.is_asked = sentence.is_question && target.end > sentence.question;
  for (const Side side : {Side::before, Side::after}) {
    const std::size_t known = judged.cues.size();
    unsigned turned = turns(sentence, reaching, side, judged.cues);
    for (std::size_t i = known; i < judged.cues.size(); ++i) {
      if (is_part_of_another(judged.cues[i], reaching, sentence)) --turned;
      if (denies(reaching, judged.cues[i]))
        ++judged.turns;
      else
        judged.not_denying.push_back(judged.cues[i]);
    }
    for (const InReach& cue : reaching) {
      const CueClass of = cue_of(sentence.cues[cue.cue]).cue_class;
      if (cue.side != side || turns_valence(of)) continue;
      if (judges(of) && is_part_of_another(cue.cue, reaching, sentence)) continue;
      judged.cues.push_back(cue.cue);
      judged.modality = stronger(judged.modality, modality_by(of));
      add(of, push);
      if (of != CueClass::unfavourable) continue;
      const auto negation =
          base == Valence::failure ? std::nullopt : negation_by(sentence.cues[cue.cue], sentence);
      (negation ? push.helps : push.hinders) = true;
      // "belemmert ons niet": both are used up
      if (negation && turned > 0 && std::ranges::count(judged.cues, *negation) > 0) --turned;
    }
    push.turns += turned;
  }
  push.is_rhetorical = push.is_rhetorical && push.is_asked;
  if (push.is_rhetorical) push.is_asked = false;
  if (push.is_asked) judged.modality = Modality::question;
  push.is_asked = judged.modality == Modality::question;
  judged.valence = valence_after(base, push);
  judged.decision = decision_after(base, push);
  if (!sentence.standings.empty())
    judged.standing = sentence.standings[sentence.clauses.of_word[target.end - 1]];
  std::sort(judged.cues.begin(), judged.cues.end());
  return judged;
}

}  // namespace pipeline
