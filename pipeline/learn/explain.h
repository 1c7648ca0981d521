// Why a model thinks so: what of a sentence weighed most for and against, in words.
//   voor:  woord “wantrouwen” (+1,2), woorden “elkaar gunnen” (+0,6)
#pragma once

#include <string>
#include <vector>

#include "pipeline/learn/model.h"

namespace pipeline {

struct Reason {
  std::string words;  // Dutch: "woord “overleg”"
  double weight = 0;  // what it adds to the score; below 0: it speaks against
};

struct LearnedReasons {
  Proposal proposal;
  std::vector<Reason> factor;   // of the words of the sentence
  std::vector<Reason> look;     // combined only: of the lexicon's hit, and of the words together
  std::vector<Reason> valence;  // why this valence
};

// Heaviest first, each at most `most` for and against. `factor`: a place in Model::factors.
LearnedReasons explain(const Model& model, const Observation& seen, std::size_t factor,
                       Proposer proposer, std::size_t most);

// "w:overleg" as a reader can read it.
std::string feature_in_words(const std::string& name);

}  // namespace pipeline
