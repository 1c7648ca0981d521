// A document cut into passages, and who its speakers are: all that can be known of it without
// analysing its words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/ingest/people.h"
#include "pipeline/language/word_table.h"
#include "pipeline/model/aligned_text.h"
#include "pipeline/model/document.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct CutText {
  AlignedText clean;
  Segmented segmented;  // of clean.text; its warnings are doubts about speakers
};

class Cutter {
 public:
  // `words` must outlive it. For one thread.
  Cutter(const Settings& settings, const WordTable& words);

  // `speakers`: what cases.csv and speakers.csv say of those in this document; "interviewer" = "ja"
  // | "nee" decides who asks. Linear in the text.
  CutText operator()(const Document& document, const SpeakerAttributes& speakers,
                     const People& people = {}) const;

 private:
  Normaliser normalise_;
  Segmenter segment_;
};

// The word and number tokens of a passage.
std::uint32_t count_words(const Segmented& segmented, const Passage& passage);

// Gives speakers whom the text names the spelling of the source: "Jan van ’t Hoff".
void restore_names(Segmented& segmented, const OffsetMap& map, std::string_view source);

// Captions of the source as spans of the clean text.
std::vector<Caption> to_clean(std::vector<Caption> captions, const OffsetMap& map);
// Parts and pages likewise.
std::vector<TextPart> to_clean(std::vector<TextPart> parts, const OffsetMap& map);
std::vector<PageStart> to_clean(std::vector<PageStart> pages, const OffsetMap& map);

}  // namespace pipeline
