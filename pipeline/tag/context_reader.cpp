#include "pipeline/tag/context_reader.h"

#include <algorithm>

#include "pipeline/tag/sentence_context.h"

namespace pipeline {
namespace {

Lexicon with_cues_only(const Lexicon& lexicon) {
  Lexicon made = lexicon;
  made.patterns.clear();
  made.factors.clear();
  return made;
}

// It says that something is good or bad, not whether it is there.
bool only_values(CueClass c) {
  return c == CueClass::improvement || c == CueClass::favourable || c == CueClass::unfavourable;
}

Polarity polarity_of(const Judgement& judged) {
  if (judged.turns == 0) return Polarity::affirmed;
  return judged.turns % 2 == 1 ? Polarity::negated : Polarity::twice_negated;
}

}  // namespace

struct ContextReader::State {
  State(const Lexicon& given, Vocabulary& known)
      : lexicon(with_cues_only(given)),
        vocabulary(known),
        matcher(lexicon, known),
        context(lexicon),
        sentence(context, matcher, known) {}

  Lexicon lexicon;
  Vocabulary& vocabulary;
  Matcher matcher;
  Context context;
  SentenceContext sentence;
  SentenceView view;

  WordsInContext read(const SentencePlace& place, Span target);
};

namespace {

// The sentence in which the target begins, with what the rules need to know of it.
std::optional<SentencePlace> place_of(std::string_view text, const Segmented& segmented,
                                      const Analysed& analysed, Span target) {
  for (std::uint32_t p = 0; p < segmented.passages.size(); ++p) {
    const Passage& passage = segmented.passages[p];
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
      const Sentence& sentence = segmented.sentences[s];
      if (sentence.span.end <= target.begin || sentence.span.begin >= target.end) continue;
      return SentencePlace::at(text, segmented, analysed, p, s).with_answer();
    }
  }
  return std::nullopt;
}

}  // namespace

WordsInContext ContextReader::State::read(const SentencePlace& place, Span target) {
  view.look_at(place, matcher.classes(), vocabulary);
  SequenceMatch match;
  for (std::uint32_t word = 0; word < view.words.size(); ++word) {
    const Span span = place.segmented.tokens[view.words.tokens[word]].span;
    if (span.end <= target.begin || span.begin >= target.end) continue;
    if (match.end == 0) match.begin = word;
    match.end = word + 1;
  }
  if (match.end == 0) return {};
  match.words = ~std::uint64_t{0};
  std::vector<SequenceMatch> no_patterns;
  matcher.match_patterns(view.words, no_patterns);  // cues are sought in the words it has seen
  sentence.look_at(place, view, {&match, 1});
  sentence.attend_to({&match, 1});
  const Judgement judged = sentence.judge(match, Valence::success);
  WordsInContext made{polarity_of(judged), judged.modality, {}};
  if (place.is_interviewer) made.modality = Modality::question;
  for (const std::uint32_t i : judged.cues) {
    const SequenceMatch& cue = sentence.cues()[i];
    if (std::ranges::count(judged.not_denying, i) > 0 ||
        only_values(lexicon.cues[cue.rule].cue_class))
      continue;
    made.cues.push_back({view.span_of(cue, place.segmented), lexicon.cues[cue.rule].cue_class});
  }
  return made;
}

ContextReader::ContextReader(const Lexicon& lexicon, Vocabulary& vocabulary)
    : state_(std::make_unique<State>(lexicon, vocabulary)) {}
ContextReader::~ContextReader() = default;
ContextReader::ContextReader(ContextReader&&) noexcept = default;

WordsInContext ContextReader::operator()(std::string_view text, const Segmented& segmented,
                                         const Analysed& analysed, Span target) const {
  const auto place = place_of(text, segmented, analysed, target);
  return place ? state_->read(*place, target) : WordsInContext{};
}

}  // namespace pipeline
