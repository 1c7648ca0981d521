#include "pipeline/tag/ties.h"

namespace pipeline {
namespace {

constexpr std::uint32_t longest_attribute = 7;  // words

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

std::uint32_t main_of(const Clauses& clauses, std::uint32_t clause) {
  while (clauses.all[clause].parent != clause) clause = clauses.all[clause].parent;
  return clause;
}

bool is_told(const Clauses& clauses, std::uint32_t clause) {
  for (; clauses.all[clause].parent != clause; clause = clauses.all[clause].parent)
    if (clauses.all[clause].is_told) return true;
  return false;
}

}  // namespace

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
  if (from == clauses.of_word[target.begin]) return Tie::same;
  if (sentence.refers_to[from] == to) return Tie::reference;
  // "De wil | om iets te proberen | strandde"
  if (const Tie tie = tie_down(clauses, from, to); tie != Tie::none) return tie;
  const Clause& clause = clauses.all[from];
  return clause.opening == ClauseWord::Opening::relative && clause.begin == target.end
             ? Tie::relative
             : Tie::none;
}

std::optional<std::uint32_t> noun_kept_to(const SequenceMatch& cue, CueClass c,
                                          const ContextSentence& sentence) {
  using Attribute = ClauseWord::Attribute;
  const auto attribute = [&](std::uint32_t word) {
    return word < sentence.attributes.size() ? sentence.attributes[word] : Attribute::none;
  };
  if (c == CueClass::negation) {
    if (attribute(cue.end) == Attribute::participle) return cue.end + 1;
    // "de niet door de gemeente betaalde zorg"
    for (std::uint32_t word = cue.end + 2; word < cue.end + longest_attribute; ++word) {
      if (word >= sentence.parts.size() || sentence.parts[word] != 0) return std::nullopt;
      if (attribute(word) == Attribute::participle && attribute(word - 1) == Attribute::noun &&
          attribute(word + 1) == Attribute::noun)
        return word + 1;
    }
    return std::nullopt;
  }
  const bool is_attribute =
      attribute(cue.begin) == Attribute::adjective || attribute(cue.begin) == Attribute::participle;
  if ((c == CueClass::favourable || c == CueClass::unfavourable) && cue.end == cue.begin + 1 &&
      is_attribute)
    return cue.end + 1;
  return std::nullopt;
}

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
         clause.finite <= target.begin;
}

bool is_open_to(CueClass c, Tie tie) {
  switch (tie) {
    case Tie::none:
      return false;
    case Tie::complement:
      return !turns_valence(c);
    case Tie::relative:
      return modality_by(c) == Modality::fact;
    default:
      return true;
  }
}

bool is_described(const SequenceMatch& cue, const SequenceMatch& target,
                  const ContextSentence& sentence) {
  const Clauses& clauses = sentence.clauses;
  if (is_told(clauses, clauses.of_word[target.end - 1])) return false;
  for (const std::uint32_t said : {cue.begin, cue.end - 1})
    for (const std::uint32_t named : {target.begin, target.end - 1}) {
      const std::uint32_t from = main_of(clauses, clauses.of_word[said]);
      const std::uint32_t to = main_of(clauses, clauses.of_word[named]);
      if (from == to || main_of(clauses, sentence.refers_to[from]) == to) return true;
      // "Drie onderwerpen stonden centraal: vertrouwen, geld en tijd"
      if (to == from + 1 && clauses.all[to].finite == Clause::no_verb) return true;
    }
  return false;
}

}  // namespace pipeline
