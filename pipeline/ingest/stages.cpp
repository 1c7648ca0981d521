#include "pipeline/ingest/stages.h"

#include <algorithm>

#include "pipeline/language/known_words.h"

namespace pipeline {
namespace {

// Distinct words a thread, some 600 bytes each with what was found out about them. A corpus of
// interviews stays far below it; 24 MB of mixed Dutch hold 150,000.
constexpr std::size_t largest_vocabulary = 50'000;

void apply(const std::map<std::string, Attributes>& rows, std::vector<Speaker>& speakers) {
  for (Speaker& speaker : speakers) {
    const auto row = rows.find(speaker.name);
    if (row == rows.end()) continue;
    speaker.attributes = row->second;
    const auto role = row->second.find("interviewer");
    if (role == row->second.end()) continue;
    speaker.kind = role->second == "ja" ? SpeakerKind::interviewer : SpeakerKind::respondent;
  }
}

std::uint32_t count_words(const Segmented& segmented, const Passage& passage) {
  if (passage.first_sentence == passage.end_sentence) return 0;
  const auto begin =
      segmented.tokens.begin() + segmented.sentences[passage.first_sentence].first_token;
  const auto end =
      segmented.tokens.begin() + segmented.sentences[passage.end_sentence - 1].end_token;
  return static_cast<std::uint32_t>(std::count_if(
      begin, end, [](const Token& token) { return token.kind != TokenKind::punctuation; }));
}

}  // namespace

Stages::Stages(const WordTable& words, const Lexicon& lexicon, const Settings& settings)
    : words_(words),
      lexicon_(lexicon),
      normalise_(known_words(words)),
      segment_(SegmentOptions{settings.longest_passage, settings.interviewers, {}}),
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

Staged Stages::operator()(const Document& document,
                          const std::map<std::string, Attributes>& speakers) {
  Staged staged;
  staged.clean = normalise_(document.source);
  const std::string& text = staged.clean.text;
  staged.segmented = segment_(text, to_clean(document.captions, staged.clean.map));
  restore_names(staged.segmented, staged.clean.map, document.source);
  apply(speakers, staged.segmented.speakers);
  staged.analysed = analyse(text, staged.segmented, *vocabulary_);
  staged.codings = (*tag_)(text, staged.segmented, staged.analysed);
  return staged;
}

std::map<std::string, Attributes> speaker_rows(const Segmented& stored) {
  std::map<std::string, Attributes> rows;
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

void restore_names(Segmented& segmented, const OffsetMap& map, std::string_view source) {
  for (Speaker& speaker : segmented.speakers)
    if (length(speaker.label) > 0) speaker.name = slice(source, map.to_source(speaker.label));
}

std::vector<Caption> to_clean(std::vector<Caption> captions, const OffsetMap& map) {
  for (Caption& caption : captions) caption.span = map.to_derived(caption.span);
  return captions;
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
