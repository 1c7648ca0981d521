#include "pipeline/ingest/stages.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

// Distinct words a thread, some 600 bytes each with what was found out about them. A corpus of
// interviews stays far below it; 24 MB of mixed Dutch hold 150,000.
constexpr std::size_t largest_vocabulary = 50'000;

}  // namespace

Stages::Stages(const WordTable& words, const Lexicon& lexicon, const Settings& settings)
    : words_(words),
      lexicon_(lexicon),
      left_out_(settings.left_out),
      cut_(settings, words),
      identify_(settings.languages),
      vocabulary_(std::make_unique<Vocabulary>(words)),
      tag_(std::make_unique<Tagger>(lexicon, *vocabulary_)) {}

bool Stages::is_large() const {
  return vocabulary_->size() >= largest_vocabulary;
}

void Stages::renew_if_large() {
  if (!is_large()) return;
  tag_.reset();
  vocabulary_ = std::make_unique<Vocabulary>(words_);
  tag_ = std::make_unique<Tagger>(lexicon_, *vocabulary_);
}

Staged Stages::cut_and_analysed(const Document& document, const SpeakerAttributes& speakers,
                                const People& people) {
  CutText cut = cut_(document, speakers, people);
  Staged staged{std::move(cut.clean), std::move(cut.segmented), {}, {}};
  const std::string& text = staged.clean.text;
  for (Passage& passage : staged.segmented.passages)
    passage.is_coded = !left_out_.contains(passage.part);
  staged.analysed = analyse(text, staged.segmented, *vocabulary_);
  identify_.set(identify_(text, staged.segmented, staged.analysed, *vocabulary_), staged.segmented);
  return staged;
}

Staged Stages::operator()(const Document& document, const SpeakerAttributes& speakers,
                          const People& people) {
  Staged staged = cut_and_analysed(document, speakers, people);
  staged.codings = (*tag_)(staged.clean.text, staged.segmented, staged.analysed);
  return staged;
}

Staged Stages::traced(const Document& document, const SpeakerAttributes& speakers) {
  Staged staged = cut_and_analysed(document, speakers, {});
  auto [codings, traces] = tag_->traced(staged.clean.text, staged.segmented, staged.analysed);
  staged.codings = std::move(codings);
  staged.traces = std::move(traces);
  return staged;
}

SpeakerAttributes speaker_rows(const Segmented& stored) {
  SpeakerAttributes rows;
  for (const Speaker& speaker : stored.speakers) rows[speaker.name] = speaker.attributes;
  return rows;
}

std::vector<SentenceTrace> Stages::trace(const Staged& staged, Span part) const {
  return tag_->trace(staged.clean.text, staged.segmented, staged.analysed, part);
}

std::vector<NearMiss> Stages::near_misses(const Staged& staged, std::size_t factor) const {
  const Segmented& segmented = staged.segmented;
  PieceFinder finder(lexicon_, factor, *vocabulary_);
  std::vector<NearMiss> misses;
  for (std::uint32_t p = 0; p < segmented.passages.size(); ++p)
    for (std::uint32_t s = segmented.passages[p].first_sentence;
         s < segmented.passages[p].end_sentence; ++s) {
      const SentencePlace place =
          SentencePlace::at(staged.clean.text, segmented, staged.analysed, p, s);
      if (!finder.look_at(place)) continue;
      for (NearMiss& miss : pipeline::near_misses(lexicon_, factor, finder, *vocabulary_))
        misses.push_back(std::move(miss));
    }
  std::ranges::stable_sort(misses, std::greater<>(), &NearMiss::share);
  std::vector<NearMiss> once;
  for (NearMiss& miss : misses)
    if (std::ranges::find(once, miss.pattern, &NearMiss::pattern) == once.end())
      once.push_back(std::move(miss));
  return once;
}

std::vector<Coding> to_clean(std::vector<Coding> codings, const OffsetMap& map) {
  for (Coding& coding : codings) {
    coding.span = map.to_derived(coding.span);
    for (Evidence& evidence : coding.evidence) evidence.match = map.to_derived(evidence.match);
  }
  return codings;
}

void put_into(CodedDocument& document, const Staged& staged) {
  const OffsetMap& map = staged.clean.map;
  const Segmented& from = staged.segmented;
  Segmented& to = document.segmented;
  to.speakers = from.speakers;
  for (Speaker& speaker : to.speakers) speaker.label = {};  // is not stored
  for (Speaker& speaker : to.speakers) speaker.label = map.to_source(speaker.label);
  to.passages = from.passages;
  to.language = from.language;
  to.is_foreign = from.is_foreign;
  to.sentences.clear();
  to.tokens.clear();
  document.words.clear();
  for (Passage& passage : to.passages) {
    document.words.push_back(count_words(from, passage));
    passage.span = map.to_source(passage.span);
  }
  for (const Sentence& sentence : from.sentences)
    to.sentences.push_back({map.to_source(sentence.span), 0, 0});
  document.codings = staged.codings;
  for (Coding& coding : document.codings) {
    coding.span = map.to_source(coding.span);
    for (Evidence& evidence : coding.evidence) evidence.match = map.to_source(evidence.match);
  }
}

}  // namespace pipeline
