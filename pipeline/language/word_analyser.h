// One word by itself -> its readings, best first, and its compound parts: from the table; else as
// the head of the compound reads; else by its ending; else by its stem.
#pragma once

#include <memory>
#include <string_view>

#include "pipeline/language/traits.h"
#include "pipeline/language/vocabulary.h"

namespace pipeline {

struct AnalysedWord {
  Word word;
  WordTraits traits;
};

class WordAnalyser {
 public:
  explicit WordAnalyser(const WordTable& table);
  ~WordAnalyser();

  // Any valid UTF-8, also empty; linear in its length.
  AnalysedWord operator()(std::string_view surface) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
