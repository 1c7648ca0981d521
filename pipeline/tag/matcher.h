// A lexicon's patterns and cues, sought in a sentence. What is found are words of the sentence that
// a pattern asked for: in "Zij belden elkaar niet op" the pattern `elkaar opbellen` finds nothing,
// `opbellen` finds "belden" and "op".
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/tag/sequences.h"

namespace pipeline {

// A list of patterns of one kind; `SequenceMatch::rule` is the place in the list.
class Rules {
 public:
  void add(const PatternNode& tree, WordClasses& classes);
  void finish(const WordClasses& classes) { sequences_.finish(classes); }
  // In order of end; a window for each place where one half ends, with the nearest other half.
  void match(const SentenceWords& words, const WordClasses& classes,
             const std::vector<Phrase>& phrases, std::vector<SequenceMatch>& matches);

 private:
  struct Part {
    std::uint32_t rule = 0, words = 0;
    std::uint8_t half = 0;  // 0: the whole rule; 1 and 2: of a window
  };
  void join_windows(std::vector<SequenceMatch>& matches);
  void join(const std::vector<SequenceMatch>& ones, const std::vector<SequenceMatch>& others,
            const Part& part, std::vector<SequenceMatch>& joined) const;

  std::vector<Part> parts_;  // by rule of `sequences_`
  std::uint32_t count_ = 0;
  Sequences sequences_;
  std::vector<SequenceMatch> found_;
  std::map<std::uint32_t, std::pair<std::vector<SequenceMatch>, std::vector<SequenceMatch>>>
      halves_;
};

class Matcher {
 public:
  Matcher(const Lexicon& lexicon, Vocabulary& vocabulary);

  WordClasses& classes() { return classes_; }
  // The patterns in these words, of those that span a passage the first halves; then, in the same
  // words, the cues, the false friends or the second halves (`rule`: the pattern's place as well).
  void match_patterns(const SentenceWords& words, std::vector<SequenceMatch>& matches);
  void match_cues(const SentenceWords& words, std::vector<SequenceMatch>& matches);
  void match_false_friends(const SentenceWords& words, std::vector<SequenceMatch>& matches);
  void match_second_halves(const SentenceWords& words, std::vector<SequenceMatch>& matches);

 private:
  // Groups that hold phrases, those first that others use.
  struct GroupLevel {
    std::vector<ClassId> classes;  // by rule
    Sequences sequences{true};
  };
  void add_groups(const Lexicon& lexicon);
  void find_phrases(const SentenceWords& words);

  WordClasses classes_;
  std::vector<GroupLevel> levels_;
  Rules patterns_, cues_, false_friends_, second_halves_;
  std::vector<std::uint32_t> spanning_;  // patterns of which there is a second half
  std::vector<Phrase> phrases_;
  std::vector<SequenceMatch> found_;
};

}  // namespace pipeline
