#include "pipeline/tag/context.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace pipeline {
namespace {

constexpr std::uint32_t by_it = 4;       // words, one more than may stand in between
constexpr std::uint32_t farthest = 100;  // words; keeps a sentence without end linear

bool turns_valence(CueClass c) {
  return c == CueClass::negation || c == CueClass::absence || c == CueClass::decline;
}
bool helps(CueClass c) {
  return c == CueClass::improvement || c == CueClass::favourable || c == CueClass::wish;
}
constexpr std::uint16_t judging = 1, modal = 2;
// Of classes that share a bit only the longest cue counts where they overlap: those that turn or
// judge, those of modality.
std::uint16_t contest_of(CueClass c) {
  if (c <= CueClass::unfavourable) return judging;
  if (c <= CueClass::hedge) return modal;
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(c));
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

bool longer(const SequenceMatch& a, const SequenceMatch& b) {
  const auto key = [](const SequenceMatch& m) {
    return std::tuple(-std::popcount(m.words), m.begin, m.end, m.rule);
  };
  return key(a) < key(b);
}

Modality modality_by(CueClass c) {
  switch (c) {
    case CueClass::wish:
      return Modality::wish;
    case CueClass::condition:
      return Modality::condition;
    case CueClass::question:
      return Modality::question;
    case CueClass::hedge:
      return Modality::hedge;
    default:
      return Modality::fact;
  }
}

bool is_modal(CueClass c) {
  return modality_by(c) != Modality::fact;
}

// How the clause of a cue lies to that of a target.
enum class Tie : std::uint8_t {
  none,
  same,
  complement,  // the target's is said in it: "ik denk | dat er vertrouwen was"
  purpose,     // "het lukte niet | om vertrouwen op te bouwen"
  reference,   // it refers back to the target's: "er waren afspraken, | die werden niet nagekomen"
  relative     // it says more of the target itself: "afspraken | die niemand nakwam"
};

Tie tie_down(const Clauses& clauses, std::uint32_t from, std::uint32_t to) {
  Tie tie = Tie::none;
  for (std::uint32_t inner = to; inner != from; inner = clauses.all[inner].parent) {
    const ClauseWord::Opening opening = clauses.all[inner].opening;
    if (opening == ClauseWord::Opening::complement)
      tie = Tie::complement;
    else if (opening != ClauseWord::Opening::purpose)
      return Tie::none;
    else if (tie == Tie::none)
      tie = Tie::purpose;
  }
  return tie;
}

// "Er was steun, dacht ik": the clause is the cue.
bool is_aside(const Clauses& clauses, const SequenceMatch& cue) {
  const std::uint32_t clause = clauses.of_word[cue.begin];
  return cue.begin > 0 && clauses.all[clause].begin == cue.begin &&
         (cue.end == clauses.of_word.size() || clauses.of_word[cue.end] != clause);
}

Tie tie_of(const SequenceMatch& cue, const SequenceMatch& target, const ContextSentence& sentence) {
  const Clauses& clauses = sentence.clauses;
  const bool is_before = cue.end <= target.begin;
  const std::uint32_t from = clauses.of_word[is_before ? cue.end - 1 : cue.begin];
  const std::uint32_t to = clauses.of_word[is_before ? target.begin : target.end - 1];
  if (from == to) return Tie::same;
  if (is_before) {
    const Tie tie = tie_down(clauses, from, to);
    // "de vraag | hoe ze dat doen | en wat het betekent"
    return tie == Tie::none ? tie_down(clauses, clauses.of_word[cue.begin], to) : tie;
  }
  // "Overleg? Nee, dat niet."
  if (sentence.answer > 0 && target.end <= sentence.answer && cue.begin >= sentence.answer)
    return Tie::same;
  if (is_aside(clauses, cue) && clauses.of_word[cue.begin - 1] == to) return Tie::same;
  if (sentence.refers_to[from] == to) return Tie::reference;
  const Clause& clause = clauses.all[from];
  return clause.opening == ClauseWord::Opening::relative && clause.begin == target.end
             ? Tie::relative
             : Tie::none;
}

// What stands before a noun, with an ending, is said of that noun only: "niet | opgeleide mensen",
// "een aanpak van | complexe vragen".
bool keeps_to_noun(const SequenceMatch& cue, CueClass c, const ContextSentence& sentence) {
  using Attribute = ClauseWord::Attribute;
  const auto attribute = [&](std::uint32_t word) {
    return word < sentence.attributes.size() ? sentence.attributes[word] : Attribute::none;
  };
  if (c == CueClass::negation) return attribute(cue.end) == Attribute::participle;
  return (c == CueClass::favourable || c == CueClass::unfavourable) && cue.end == cue.begin + 1 &&
         attribute(cue.begin) != Attribute::none;
}

// "Komt er geld, | dan beginnen we": the clause before begins with its verb.
Tie tie_to_condition(const SequenceMatch& cue, const SequenceMatch& target,
                     const Clauses& clauses) {
  if (cue.begin == 0 || clauses.all[clauses.of_word[cue.begin]].begin != cue.begin)
    return Tie::none;
  const std::uint32_t clause = clauses.of_word[cue.begin - 1];
  return clause == clauses.of_word[target.end - 1] &&
                 clauses.all[clause].finite == clauses.all[clause].begin
             ? Tie::same
             : Tie::none;
}

// "Nu ontbreekt die band": what the verb of a main clause says of its subject it says of it after
// the verb too, where it does not stand before it.
bool is_inverted(const SequenceMatch& cue, const ContextSentence& sentence) {
  const Clause& clause = sentence.clauses.all[sentence.clauses.of_word[cue.begin]];
  return clause.opening == ClauseWord::Opening::main && clause.is_inverted &&
         clause.finite != Clause::no_verb && clause.finite >= cue.begin && clause.finite < cue.end;
}

bool has_verb_between(const SequenceMatch& cue, const SequenceMatch& target,
                      const Clauses& clauses) {
  const Clause& clause = clauses.all[clauses.of_word[target.begin]];
  return clause.opening == ClauseWord::Opening::main && clause.begins_with_phrase &&
         clause.finite != Clause::no_verb && clause.finite >= cue.end &&
         clause.finite < target.begin;
}

// What passes from clause to clause: modality and judgement into what is said ("ik denk dat",
// "het helpt dat"), negation only into an aim. A relative clause has a modality of its own.
bool is_open_to(CueClass c, Tie tie) {
  switch (tie) {
    case Tie::none:
      return false;
    case Tie::complement:
      return !turns_valence(c);
    case Tie::relative:
      return !is_modal(c);
    default:
      return true;
  }
}

// How much a modality takes from a claim.
unsigned weight_of(Modality modality) {
  switch (modality) {
    case Modality::fact:
      return 0;
    case Modality::hedge:
      return 1;
    case Modality::wish:
      return 2;
    case Modality::condition:
      return 3;
    case Modality::question:
      return 4;
  }
  return 0;
}

}  // namespace

Modality stronger(Modality a, Modality b) {
  return weight_of(a) < weight_of(b) ? b : a;
}
Modality weaker(Modality a, Modality b) {
  return weight_of(a) < weight_of(b) ? a : b;
}

Valence valence_after(Valence base, const Push& push) {
  const bool is_turned = push.turns % 2 == 1;
  if (push.hinders) return Valence::failure;
  if (base == Valence::success) return is_turned ? Valence::failure : Valence::success;
  if (base == Valence::failure) return is_turned ? Valence::success : Valence::failure;
  if (is_turned) return Valence::failure;
  return push.helps || push.turns > 0 ? Valence::success : Valence::neutral;
}

Decision decision_after(Valence base, const Push& push) {
  if (push.hinders) return Decision::hindered;
  if (push.turns > 0) return push.turns % 2 == 1 ? Decision::turned : Decision::turned_twice;
  return base == Valence::neutral && push.helps ? Decision::helped : Decision::base;
}

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
  const bool is_before = match.end <= target.begin;
  // One stands in a gap of the other.
  if (!is_before && match.begin < target.end) return InReach{number, Side::before, false};
  if (cue.direction == (is_before ? CueDirection::backward : CueDirection::forward) &&
      !(is_before && is_inverted(match, sentence)))
    return std::nullopt;
  const std::uint32_t distance = is_before ? target.begin - match.end : match.begin - target.end;
  if (cue.reach != 0 && distance >= cue.reach) return std::nullopt;
  if (keeps_to_noun(match, cue.cue_class, sentence) && (!is_before || distance > 1))
    return std::nullopt;
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

CuePart Context::part_of(std::uint32_t cue, const SequenceMatch& target,
                         const ContextSentence& sentence, const Judgement& judged,
                         CueSet off) const {
  if (std::find(judged.cues.begin(), judged.cues.end(), cue) != judged.cues.end())
    return CuePart::applied;
  const SequenceMatch& match = sentence.cues[cue];
  const Cue& it = cue_of(match);
  if (ends_clause(match)) return CuePart::no_effect;
  if (off.contains(it.cue_class)) return CuePart::switched_off;
  if (reach_of(cue, target, sentence)) return CuePart::not_nearest;
  if (is_spent(match, target)) return CuePart::spent;
  const bool is_before = match.end <= target.begin;
  if (it.direction == (is_before ? CueDirection::backward : CueDirection::forward))
    return CuePart::other_way;
  const std::uint32_t distance = is_before ? target.begin - match.end : match.begin - target.end;
  return it.reach != 0 && distance >= it.reach ? CuePart::too_far : CuePart::other_clause;
}

std::vector<Context::InReach> Context::in_reach(const SequenceMatch& target,
                                                const ContextSentence& sentence, CueSet off) const {
  const std::uint32_t first = target.begin > farthest ? target.begin - farthest : 0;
  std::vector<InReach> reaching;
  const auto from = std::lower_bound(
      sentence.cues.begin(), sentence.cues.end(), first,
      [](const SequenceMatch& cue, std::uint32_t word) { return cue.begin < word; });
  for (auto cue = from; cue != sentence.cues.end() && cue->begin < target.end + farthest; ++cue) {
    if (ends_clause(*cue) || off.contains(cue_of(*cue).cue_class)) continue;
    const auto number = static_cast<std::uint32_t>(cue - sentence.cues.begin());
    if (const auto reach = reach_of(number, target, sentence)) reaching.push_back(*reach);
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

// Whether one of the turning cues stands by this one: "belemmert ons niet", "geen obstakel".
bool Context::is_negated(const SequenceMatch& cue, const ContextSentence& sentence,
                         const std::vector<std::uint32_t>& used) const {
  return std::any_of(used.begin(), used.end(), [&](std::uint32_t i) {
    const SequenceMatch& other = sentence.cues[i];
    if (cue_of(other).cue_class != CueClass::negation) return false;
    const auto& [first, second] =
        std::minmax(cue, other, [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return second.begin < first.end + by_it && !is_parted(sentence, first.end, second.begin);
  });
}

bool Context::denies(std::span<const InReach> reaching, std::uint32_t cue) {
  return std::any_of(reaching.begin(), reaching.end(),
                     [&](const InReach& it) { return it.cue == cue && !it.leaves_it; });
}

Judgement Context::judge(const SequenceMatch& target, Valence base, const ContextSentence& sentence,
                         CueSet off) const {
  const std::vector<InReach> reaching = in_reach(target, sentence, off);
  Judgement judged;
  Push push;
  for (const Side side : {Side::before, Side::after}) {
    const std::size_t known = judged.cues.size();
    unsigned turned = turns(sentence, reaching, side, judged.cues);
    for (std::size_t i = known; i < judged.cues.size(); ++i)
      if (denies(reaching, judged.cues[i]))
        ++judged.turns;
      else
        judged.not_denying.push_back(judged.cues[i]);
    for (const InReach& cue : reaching) {
      const CueClass of = cue_of(sentence.cues[cue.cue]).cue_class;
      if (cue.side != side || turns_valence(of)) continue;
      judged.cues.push_back(cue.cue);
      judged.modality = stronger(judged.modality, modality_by(of));
      push.helps = push.helps || helps(of);
      if (of != CueClass::unfavourable) continue;
      const bool is_turned = turned > 0 && base != Valence::failure &&
                             is_negated(sentence.cues[cue.cue], sentence, judged.cues);
      (is_turned ? push.helps : push.hinders) = true;
      if (is_turned) --turned;  // "belemmert ons niet": both are used up
    }
    push.turns += turned;
  }
  judged.valence = valence_after(base, push);
  judged.decision = decision_after(base, push);
  if (sentence.is_question) judged.modality = Modality::question;
  if (judged.modality == Modality::question) {
    judged.valence = Valence::neutral;
    judged.decision = Decision::question;
  }
  std::sort(judged.cues.begin(), judged.cues.end());
  return judged;
}

}  // namespace pipeline
