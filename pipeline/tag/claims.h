// Of a factor that a sentence calls both good and bad, the claim that it makes in the end: "er was
// veel argwaan, maar nu vertrouwen ze elkaar" is succes. Rule 8 of docs/lexicon-format.md.
#pragma once

#include <span>

#include "pipeline/tag/codings.h"

namespace pipeline {

// Marks as overruled what says the opposite of a claim that goes before it. Where neither does,
// both stay. `wins`: of one factor, judged.
void settle_claims(std::span<Win> wins);

}  // namespace pipeline
