// Matches of a sentence -> its codings: which matches of a factor count, and what stands in the
// coding as evidence.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/context.h"
#include "pipeline/tag/sentence_view.h"

namespace pipeline {

struct Win {
  SequenceMatch match;  // `rule`: place in Lexicon::patterns
  bool is_outranked = false;
  Judgement judgement;
  bool is_overruled = false;  // another claim of the factor in the sentence goes before it
};

// Of matches of one factor that share words the strongest win, among equals the longest. By factor;
// within it the winners first, each in order of beginning. `words`: of the sentence.
std::vector<Win> longest_within_factor(const std::vector<SequenceMatch>& matches,
                                       const Lexicon& lexicon, std::size_t words);

// Adds what is not there yet, as long as there is room: a reader needs no thousand reasons.
void keep(Coding& coding, Evidence evidence);

// What evidence says of a pattern or a cue, written once.
struct EvidenceNames {
  explicit EvidenceNames(const Lexicon& lexicon);

  std::string coder;
  std::vector<std::string> pattern_sources, cue_rules, cue_sources;
};

struct CodingMaker {
  const Lexicon& lexicon;
  const EvidenceNames& names;
  const SentencePlace& place;
  const SentenceView& view;
  const std::vector<SequenceMatch>& cues;  // that judgements speak of

  void append(const std::vector<Win>& wins, std::vector<Coding>& codings) const;

 private:
  void append_factor(std::span<const Win> wins, std::vector<Coding>& codings) const;
  Coding coding_of(std::span<const Win> wins, Valence valence, bool with_neutral) const;
  void add_evidence(Coding& coding, const Win& win) const;
};

}  // namespace pipeline
