#include "pipeline/ingest/examples.h"

#include <algorithm>

#include "pipeline/ingest/stages.h"

namespace pipeline {
namespace {

bool is_as_it_says(const Example& example, const FactorId& factor,
                   const std::vector<Coding>& codings) {
  const bool is_coded = std::any_of(codings.begin(), codings.end(), [&](const Coding& coding) {
    return coding.factor == factor && (!example.valence || coding.valence == *example.valence);
  });
  return is_coded == example.valence.has_value();
}

}  // namespace

std::vector<FailedExample> check_examples(const Lexicon& lexicon, const WordTable& words) {
  Stages stages(words, lexicon, Settings{});
  std::vector<FailedExample> failed;
  for (std::size_t i = 0; i < lexicon.examples.size(); ++i) {
    const Example& example = lexicon.examples[i];
    Document document;
    document.source = example.sentence;
    std::vector<Coding> codings = stages(document, {}).codings;
    if (!is_as_it_says(example, lexicon.factors[example.factor].id, codings))
      failed.push_back({i, std::move(codings)});
  }
  return failed;
}

}  // namespace pipeline
