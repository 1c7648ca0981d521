// `why` of a coding that was proposed by what was learned from people.
#pragma once

#include <string>

#include "pipeline/cli/session.h"

namespace pipeline {

struct LearnedQuestion {
  const Study& study;
  const Store& store;
  const WordTable& words;
  const Lexicon& lexicon;
  const ShownCoding& coding;
  const CodedDocument& document;
};

// Gives the exit status.
int why_learned(const Session& session, const LearnedQuestion& question, const std::string& format,
                bool is_strict);

}  // namespace pipeline
