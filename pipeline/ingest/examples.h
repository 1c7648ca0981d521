// The made-up sentences that stand with the factors of a lexicon, coded as any sentence is: do they
// come out as the lexicon says? "Er was veel vertrouwen." under vertrouwen, succes.
#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"

namespace pipeline {

struct FailedExample {
  std::size_t example = 0;      // index into Lexicon::examples
  std::vector<Coding> codings;  // what the lexicon says of the sentence instead
};

// Those that are not coded with their factor in their valence, or are coded with a factor of which
// they do not speak; in the order of the lexicon.
std::vector<FailedExample> check_examples(const Lexicon& lexicon, const WordTable& words);

}  // namespace pipeline
