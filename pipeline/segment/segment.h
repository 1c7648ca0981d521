// Clean text -> speakers, passages, sentences and tokens. A passage is a speaker's turn, or a
// paragraph where nobody speaks; a very long one is cut at a sentence.
//   "I: Hoe ging dat? \n R: Nou, dhr. De Boer belde." -> two turns (I asks, R answers), a sentence
//   each.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/aligned_text.h"
#include "pipeline/model/document.h"
#include "pipeline/segment/tokens.h"

namespace pipeline {

struct SegmentOptions {
  std::uint32_t longest_passage = 4000;   // bytes; longer ones are cut at a sentence
  std::vector<std::string> interviewers;  // labels that the study says are interviewers
  std::vector<std::string> respondents;
  bool find_speakers = true;        // false: labels are text like any other, and nobody speaks
  Manner manner = Manner::written;  // of what nobody speaks; turns are spoken anyway
};

class Segmenter {
 public:
  explicit Segmenter(SegmentOptions options = {});

  // `captions` are of the clean text, in order; where there are any, turns are made of them
  // (captions of one speaker that follow each other are joined) and the rest are paragraphs,
  // otherwise speaker labels are sought in the text. Spans are of `clean`. Labels, time marks and
  // white space at the edges belong to no passage; a label that captions repeat within a sentence
  // is in no token. No passage crosses the edge of one of the `parts` (of the clean text, in
  // order), and nobody speaks in them; `pages` say on which page a passage begins. Linear.
  Segmented operator()(std::string_view clean, std::span<const Caption> captions = {},
                       std::span<const TextPart> parts = {},
                       std::span<const PageStart> pages = {}) const;

 private:
  SegmentOptions options_;
};

}  // namespace pipeline
