#include "pipeline/ingest/cut.h"

#include <algorithm>

#include "pipeline/language/known_words.h"

namespace pipeline {
namespace {

SegmentOptions segment_options(const Settings& settings) {
  SegmentOptions options;
  options.longest_passage = settings.longest_passage;
  options.interviewers = settings.interviewers;
  return options;
}

}  // namespace

Cutter::Cutter(const Settings& settings, const WordTable& words)
    : normalise_(known_words(words)), segment_(segment_options(settings)) {}

CutText Cutter::operator()(const Document& document, const SpeakerAttributes& speakers,
                           const People& people) const {
  CutText cut;
  cut.clean = normalise_(document.source);
  const OffsetMap& map = cut.clean.map;
  cut.segmented = segment_(cut.clean.text, to_clean(document.captions, map),
                           to_clean(document.parts, map), to_clean(document.pages, map));
  restore_names(cut.segmented, cut.clean.map, document.source);
  give_attributes(cut.segmented.speakers, document.attributes, speakers, people);
  for (Said& doubt : doubts_about_speakers(document, cut.clean.text, cut.segmented))
    cut.segmented.warnings.push_back(std::move(doubt));
  return cut;
}

std::uint32_t count_words(const Segmented& segmented, const Passage& passage) {
  if (passage.first_sentence == passage.end_sentence) return 0;
  const auto begin =
      segmented.tokens.begin() + segmented.sentences[passage.first_sentence].first_token;
  const auto end =
      segmented.tokens.begin() + segmented.sentences[passage.end_sentence - 1].end_token;
  return static_cast<std::uint32_t>(
      std::count_if(begin, end, [](const Token& token) { return token.is_word(); }));
}

void restore_names(Segmented& segmented, const OffsetMap& map, std::string_view source) {
  for (Speaker& speaker : segmented.speakers)
    if (length(speaker.label) > 0) speaker.name = slice(source, map.to_source(speaker.label));
}

std::vector<Caption> to_clean(std::vector<Caption> captions, const OffsetMap& map) {
  for (Caption& caption : captions) caption.span = map.to_derived(caption.span);
  return captions;
}

std::vector<TextPart> to_clean(std::vector<TextPart> parts, const OffsetMap& map) {
  for (TextPart& part : parts) part.span = map.to_derived(part.span);
  return parts;
}

std::vector<PageStart> to_clean(std::vector<PageStart> pages, const OffsetMap& map) {
  for (PageStart& page : pages) page.begin = map.to_derived(Span{page.begin, page.begin}).begin;
  return pages;
}

}  // namespace pipeline
