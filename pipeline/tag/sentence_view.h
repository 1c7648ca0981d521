// A sentence of a document as the matcher and the rules of context see it: its words without the
// punctuation, which of them stand next to each other, and the verbs found apart put together.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/model/document.h"
#include "pipeline/tag/clauses.h"
#include "pipeline/tag/sequences.h"

namespace pipeline {

struct SentencePlace {
  std::string_view text;
  const Segmented& segmented;
  const Analysed& analysed;
  Sentence sentence;
  std::span<const SeparableVerb> verbs;  // found apart in it
  std::uint32_t passage = 0;
  bool is_heading = false, is_interviewer = false;
  std::uint32_t number = 0;  // of the sentence in the document

  // Where words of the next sentence begin that were added to it; 0: none were.
  std::uint32_t answer_token = 0;

  // "Overleg? Nee, dat niet.": a short question and the answer that its speaker gives at once are
  // taken together; the sentence's span stays that of the question.
  SentencePlace with_answer() const;
  // Of a sentence and the passage that it is in, by their numbers.
  static SentencePlace at(std::string_view text, const Segmented& segmented,
                          const Analysed& analysed, std::uint32_t passage, std::uint32_t sentence);
};

struct SentenceView {
  SentenceWords words;
  std::vector<ClauseWord::Break> breaks;  // before each word
  // Word -> the other half of its verb: "belden" -> "op" and back.
  std::map<std::uint32_t, std::uint32_t> halves;

  // Makes it a view of that sentence. False, and unfinished, if no pattern asks for any of its
  // words.
  bool look_at(const SentencePlace& place, WordClasses& classes, Vocabulary& vocabulary);

  // From the match's first word to its last; a verb found apart is taken with its other half.
  Span span_of(const SequenceMatch& match, const Segmented& segmented) const;

  // A verb found apart is found at both its words; this leaves the match at the first.
  void drop_second_halves(std::vector<SequenceMatch>& matches) const;

 private:
  void join_verbs(const SentencePlace& place, WordClasses& classes, Vocabulary& vocabulary);
};

// Whether the sentence is a question, and more than a request for assent ("..., toch?").
bool asks(const SentencePlace& place);

}  // namespace pipeline
