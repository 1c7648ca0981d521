// How the clause of a cue lies to that of the words it may speak of, and what passes from one to
// the other: "ik denk | dat er vertrouwen was" lets doubt in, "ik zei niets, | want er was
// vertrouwen" lets nothing in. Rule 1 of docs/lexicon-format.md.
#pragma once

#include "pipeline/tag/context.h"

namespace pipeline {

enum class Tie : std::uint8_t {
  none,
  same,
  complement,  // the target's is said in it: "ik denk | dat er vertrouwen was"
  purpose,     // "het lukte niet | om vertrouwen op te bouwen"
  reference,   // it refers back to the target's: "er waren afspraken, | die werden niet nagekomen"
  relative     // it says more of the target itself: "afspraken | die niemand nakwam"
};

Tie tie_of(const SequenceMatch& cue, const SequenceMatch& target, const ContextSentence& sentence);
// "Komt er geld, | dan beginnen we": the clause before begins with its verb.
Tie tie_to_condition(const SequenceMatch& cue, const SequenceMatch& target, const Clauses& clauses);
// What passes from clause to clause: modality and judgement into what is said ("ik denk dat",
// "het helpt dat"), negation only into an aim. A relative clause has a modality of its own.
bool is_open_to(CueClass c, Tie tie);

// Who names the subject of a sentence speaks of all of it but what is told with "dat" and what
// stands on the other side of a contrast: "Hoofdstuk 2 beschrijft | hoe er wordt overlegd".
bool is_described(const SequenceMatch& cue, const SequenceMatch& target,
                  const ContextSentence& sentence);

// What stands before a noun, with an ending, is said of that noun only: "niet | opgeleide mensen",
// "een aanpak van | complexe vragen".
// The word after which it says nothing more.
std::optional<std::uint32_t> noun_kept_to(const SequenceMatch& cue, CueClass c,
                                          const ContextSentence& sentence);
// "Nu ontbreekt die band": what the verb of a main clause says of its subject it says of it after
// the verb too, where it does not stand before it.
bool is_inverted(const SequenceMatch& cue, const ContextSentence& sentence);
// "Door gebrek aan geld | is het overleg gestopt"
bool has_verb_between(const SequenceMatch& cue, const SequenceMatch& target,
                      const Clauses& clauses);

}  // namespace pipeline
