#include "pipeline/tag/valence.h"

namespace pipeline {
namespace {

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

bool turns_valence(CueClass c) {
  return c == CueClass::negation || c == CueClass::absence || c == CueClass::decline;
}
void add(CueClass c, Push& push) {
  push.helps = push.helps || c == CueClass::improvement || c == CueClass::favourable;
  push.is_wished = push.is_wished || c == CueClass::wish;
  push.is_described = push.is_described || c == CueClass::description;
  push.is_rhetorical = push.is_rhetorical || c == CueClass::rhetorical;
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

Modality stronger(Modality a, Modality b) {
  return weight_of(a) < weight_of(b) ? b : a;
}
Modality weaker(Modality a, Modality b) {
  return weight_of(a) < weight_of(b) ? a : b;
}

namespace {

// Who only names a subject says nothing of it, unless something else does.
bool only_describes(const Push& push) {
  return push.is_described && push.turns == 0 && !push.hinders && !push.helps;
}
// "Wat heb je aan afspraken?": nothing.
unsigned all_turns(Valence base, const Push& push) {
  return push.turns + (push.is_rhetorical && base != Valence::failure ? 1U : 0U);
}

}  // namespace

Valence valence_after(Valence base, const Push& push) {
  if (push.is_asked || only_describes(push)) return Valence::neutral;
  if (push.hinders) return Valence::failure;
  const unsigned turns = all_turns(base, push);
  const bool is_turned = turns % 2 == 1;
  if (base == Valence::success) return is_turned ? Valence::failure : Valence::success;
  if (base == Valence::failure) return is_turned ? Valence::success : Valence::failure;
  if (is_turned) return Valence::failure;
  return push.helps || push.is_wished || turns > 0 ? Valence::success : Valence::neutral;
}

Decision decision_after(Valence base, const Push& push) {
  if (push.is_asked) return Decision::question;
  if (only_describes(push)) return Decision::described;
  if (push.hinders) return Decision::hindered;
  if (push.is_rhetorical) return Decision::rhetorical;
  if (push.turns > 0) return push.turns % 2 == 1 ? Decision::turned : Decision::turned_twice;
  const bool is_helped = push.helps || push.is_wished;
  return base == Valence::neutral && is_helped ? Decision::helped : Decision::base;
}

}  // namespace pipeline
