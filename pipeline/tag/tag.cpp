#include "pipeline/tag/tag.h"

#include <span>

#include "pipeline/tag/claims.h"
#include "pipeline/tag/codings.h"
#include "pipeline/tag/false_friends.h"
#include "pipeline/tag/matcher.h"
#include "pipeline/tag/sentence_context.h"
#include "pipeline/tag/sentence_view.h"
#include "pipeline/tag/support.h"
#include "pipeline/tag/tracer.h"
#include "pipeline/tag/turns.h"

namespace pipeline {
struct Tagger::State {
  State(const Lexicon& given, Vocabulary& known)
      : lexicon(given),
        vocabulary(known),
        matcher(lexicon, known),
        false_friends(lexicon),
        context(lexicon),
        sentence(context, matcher, known),
        names(lexicon),
        support(lexicon),
        turns(lexicon) {}

  Lexicon lexicon;
  Vocabulary& vocabulary;
  Matcher matcher;
  FalseFriends false_friends;
  Context context;
  SentenceContext sentence;
  EvidenceNames names;
  Support support;
  Turns turns;
  SentenceView view, other_view;
  std::vector<SequenceMatch> matches, friends, targets, elsewhere;
  Tracer* tracer = nullptr;  // of a call that asks why
  bool is_traced = false;    // the sentence at hand

  std::vector<SequenceMatch> all_cues();
  void drop_false_friends();
  void drop_halves(const SentencePlace& place);
  void find_second_halves(const SentencePlace& place);
  void code(const SentencePlace& place, std::vector<Coding>& codings);
  void judge(const SentencePlace& place, std::span<Win> wins);
};

// Cues are sought, and clauses cut, only where a pattern was found.
void Tagger::State::judge(const SentencePlace& place, std::span<Win> wins) {
  const auto matches_of = [&](std::span<Win> some, bool with_outranked) {
    targets.clear();
    for (const Win& win : some)
      if (with_outranked || !win.is_outranked) targets.push_back(win.match);
    return std::span<const SequenceMatch>(targets);
  };
  sentence.look_at(place, view, matches_of(wins, true));
  const auto factor_of = [&](const Win& win) { return lexicon.patterns[win.match.rule].factor; };
  for (std::size_t begin = 0, end = 0; begin < wins.size(); begin = end) {
    while (end < wins.size() && factor_of(wins[end]) == factor_of(wins[begin])) ++end;
    const std::span<Win> of_factor = wins.subspan(begin, end - begin);
    sentence.attend_to(matches_of(of_factor, false));
    const auto off = lexicon.cues_off.find(factor_of(wins[begin]));
    const CueSet cues_off = off == lexicon.cues_off.end() ? CueSet{} : off->second;
    for (Win& win : of_factor)
      if (!win.is_outranked) {
        win.judgement =
            sentence.judge(win.match, lexicon.patterns[win.match.rule].valence, cues_off);
        if (is_traced) tracer->note_judged(win, sentence, all_cues(), cues_off);
      }
    settle_claims(of_factor);
  }
}

// Also those that lose to longer ones.
std::vector<SequenceMatch> Tagger::State::all_cues() {
  std::vector<SequenceMatch> cues;
  matcher.match_cues(view.words, cues);
  view.drop_second_halves(cues);
  return cues;
}

void Tagger::State::drop_false_friends() {
  if (!false_friends.concern(matches)) return;
  friends.clear();
  matcher.match_false_friends(view.words, friends);
  const std::vector<FalseMatch> taken = false_friends.take_out(matches, friends);
  if (is_traced) tracer->note_false(taken);
}

void Tagger::State::drop_halves(const SentencePlace& place) {
  if (turns.asks_for_halves(matches)) find_second_halves(place);
  const std::vector<SequenceMatch> before = is_traced ? matches : std::vector<SequenceMatch>();
  turns.take_out_single(place.number, matches);
  if (is_traced) tracer->note_halves(before, matches);
}

void Tagger::State::find_second_halves(const SentencePlace& place) {
  const Passage& passage = place.segmented.passages[place.passage];
  std::vector<SecondHalf> halves;
  for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
    const SentencePlace other =
        SentencePlace::at(place.text, place.segmented, place.analysed, place.passage, s);
    if (!other_view.look_at(other, matcher.classes(), vocabulary)) continue;
    elsewhere.clear();
    matcher.match_second_halves(other_view.words, elsewhere);
    for (const SequenceMatch& it : elsewhere)
      halves.push_back({it.rule, s, it.begin, it.end, other_view.span_of(it, place.segmented)});
  }
  turns.know(std::move(halves));
  elsewhere.clear();
  matcher.match_patterns(view.words, elsewhere);  // the matcher turns back to this sentence
}

void Tagger::State::code(const SentencePlace& place, std::vector<Coding>& codings) {
  if (!view.look_at(place, matcher.classes(), vocabulary)) return;
  matches.clear();
  matcher.match_patterns(view.words, matches);
  // What an answer names is the next sentence's.
  if (place.answer_token != 0)
    std::erase_if(matches, [&](const SequenceMatch& match) {
      return view.words.tokens[match.end - 1] >= place.answer_token;
    });
  is_traced = tracer != nullptr && tracer->begin(place, view);
  drop_false_friends();
  drop_halves(place);
  if (matches.empty()) return;
  std::vector<Win> wins = longest_within_factor(matches, lexicon, view.words.size());
  if (!place.is_interviewer) {
    judge(place, wins);
  } else if (asks(place)) {
    for (Win& win : wins) win.judgement.modality = Modality::question;
  }
  if (is_traced) tracer->note_wins(wins);
  const std::size_t first = codings.size();
  CodingMaker{lexicon, names, place, view, sentence.cues()}.append(wins, codings);
  turns.add_evidence(place.number, wins, codings, first);
  support.note(wins, sentence.cues(), codings, first);
}

Tagger::Tagger(const Lexicon& lexicon, Vocabulary& vocabulary)
    : state_(std::make_unique<State>(lexicon, vocabulary)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;

std::vector<Coding> Tagger::operator()(std::string_view text, const Segmented& segmented,
                                       const Analysed& analysed) const {
  std::vector<Coding> codings;
  for (std::uint32_t p = 0; p < segmented.passages.size(); ++p) {
    const Passage& passage = segmented.passages[p];
    if (!passage.is_coded || passage.is_foreign) continue;
    const auto place_of = [&](std::uint32_t number) {
      return SentencePlace::at(text, segmented, analysed, p, number);
    };
    state_->turns.begin_passage();
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
      state_->code(place_of(s).with_answer(), codings);
    state_->support.end_passage(codings);
  }
  return codings;
}

Tagger::Traced Tagger::traced(std::string_view text, const Segmented& segmented,
                              const Analysed& analysed, Span part) const {
  Tracer tracer(state_->lexicon, part);
  state_->tracer = &tracer;
  std::vector<Coding> codings = (*this)(text, segmented, analysed);
  state_->tracer = nullptr;
  state_->is_traced = false;
  std::vector<SentenceTrace> traces = tracer.finish(codings);
  return {std::move(codings), std::move(traces)};
}

Tagger::Traced Tagger::traced(std::string_view text, const Segmented& segmented,
                              const Analysed& analysed) const {
  return traced(text, segmented, analysed, {0, static_cast<std::uint32_t>(text.size())});
}

std::vector<SentenceTrace> Tagger::trace(std::string_view text, const Segmented& segmented,
                                         const Analysed& analysed, Span part) const {
  return traced(text, segmented, analysed, part).traces;
}

}  // namespace pipeline
