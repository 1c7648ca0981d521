#include "pipeline/search/sentence_match.h"

#include <algorithm>

#include "pipeline/index/stream.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;

// Between sentences positions make a leap; within one they follow each other.
std::vector<Stretch> sentences_of(std::string_view stream) {
  std::vector<StreamTerm> terms;
  read_stream(stream, terms);
  std::vector<Stretch> sentences;
  for (const StreamTerm& term : terms) {
    if (sentences.empty() || term.position > sentences.back().end)
      sentences.push_back({term.position, term.position + 1});
    sentences.back().end = std::max(sentences.back().end, term.position + 1);
  }
  return sentences;
}

using Holding = std::vector<bool>;  // by sentence

Holding holding(const MatchNode& asked, std::string_view stream,
                const std::vector<Stretch>& sentences) {
  Holding holds(sentences.size(), asked.kind == Kind::all);
  if (asked.kind == Kind::all || asked.kind == Kind::any || asked.kind == Kind::none) {
    for (const MatchNode& child : asked.children) {
      const Holding of_child = holding(child, stream, sentences);
      for (std::size_t i = 0; i < holds.size(); ++i)
        holds[i] = asked.kind == Kind::all   ? holds[i] && of_child[i]
                   : asked.kind == Kind::any ? holds[i] || of_child[i]
                                             : !of_child[i];
    }
    return holds;
  }
  for (const Stretch& found : stretches(asked, stream)) {
    const auto after = std::ranges::upper_bound(sentences, found.begin, {}, &Stretch::begin);
    if (after != sentences.begin())
      holds[static_cast<std::size_t>(after - sentences.begin() - 1)] = true;
  }
  return holds;
}

}  // namespace

std::vector<Stretch> sentences_with(const MatchNode& asked, std::string_view stream) {
  const std::vector<Stretch> sentences = sentences_of(stream);
  const Holding holds = holding(asked, stream, sentences);
  std::vector<Stretch> found;
  for (std::size_t i = 0; i < sentences.size(); ++i)
    if (holds[i]) found.push_back(sentences[i]);
  return found;
}

}  // namespace pipeline
