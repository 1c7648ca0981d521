#include "pipeline/tag/tag.h"

#include <algorithm>
#include <span>

#include "pipeline/tag/codings.h"
#include "pipeline/tag/false_friends.h"
#include "pipeline/tag/matcher.h"
#include "pipeline/tag/sentence_view.h"
#include "pipeline/tag/support.h"
#include "pipeline/tag/turns.h"

namespace pipeline {
namespace {

bool is_interviewer(const Segmented& segmented, const Passage& passage) {
  return passage.speaker && segmented.speakers[*passage.speaker].kind == SpeakerKind::interviewer;
}

// The verbs found apart in the sentence.
std::span<const SeparableVerb> verbs_in(const Analysed& analysed, const Sentence& sentence) {
  const auto before = [](const SeparableVerb& verb, std::uint32_t token) {
    return verb.verb < token;
  };
  const auto begin = std::lower_bound(analysed.separable.begin(), analysed.separable.end(),
                                      sentence.first_token, before);
  const auto end = std::lower_bound(begin, analysed.separable.end(), sentence.end_token, before);
  return {begin, end};
}

}  // namespace

struct Tagger::State {
  State(const Lexicon& given, Vocabulary& known)
      : lexicon(given),
        vocabulary(known),
        matcher(lexicon, known),
        false_friends(lexicon),
        context(lexicon),
        names(lexicon),
        support(lexicon),
        turns(lexicon) {}

  Lexicon lexicon;
  Vocabulary& vocabulary;
  Matcher matcher;
  FalseFriends false_friends;
  Context context;
  EvidenceNames names;
  Support support;
  Turns turns;
  SentenceView view;
  std::vector<SequenceMatch> matches, friends;
  std::vector<ClauseWord> words;

  void drop_false_friends();
  std::vector<SecondHalf> second_halves_in(const SentencePlace& place);
  void code(const SentencePlace& place, std::vector<Coding>& codings);
  ContextSentence context_of(const SentencePlace& place, const std::vector<Win>& wins);
  void judge_factor(std::span<Win> wins, ContextSentence& sentence);
};

// Cues are sought, and clauses cut, only where a pattern was found.
ContextSentence Tagger::State::context_of(const SentencePlace& place,
                                          const std::vector<Win>& wins) {
  ContextSentence sentence;
  matcher.match_cues(view.words, sentence.cues);
  view.drop_second_halves(sentence.cues);
  sentence.is_question = asks(place);
  if (sentence.cues.empty()) return sentence;
  context.settle(sentence.cues, view.words.size());
  words = clause_words(place, view, vocabulary);
  for (const SequenceMatch& cue : sentence.cues)
    if (context.ends_clause(cue)) words[cue.begin].opens_clause = true;
  for (const ClauseWord& word : words)
    sentence.parts.push_back(word.before != ClauseWord::Break::none || word.is_coordinator);
  for (const Win& win : wins) sentence.parts[win.match.begin] = 1;
  return sentence;
}

// Where a clause that refers back belongs depends on what the factor's own matches are.
void Tagger::State::judge_factor(std::span<Win> wins, ContextSentence& sentence) {
  if (!sentence.cues.empty()) {
    for (ClauseWord& word : words) word.is_matched = false;
    for (const Win& win : wins)
      for (std::uint32_t word = win.match.begin; word < win.match.end; ++word)
        words[word].is_matched = words[word].is_matched || covers(win.match, word);
    sentence.clauses = clauses_of(words);
  }
  for (Win& win : wins)
    if (!win.is_outranked)
      win.judgement = context.judge(win.match, lexicon.patterns[win.match.rule].valence, sentence);
}

void Tagger::State::drop_false_friends() {
  if (!false_friends.concern(matches)) return;
  friends.clear();
  matcher.match_false_friends(view.words, friends);
  false_friends.take_out(matches, friends);
}

std::vector<SecondHalf> Tagger::State::second_halves_in(const SentencePlace& place) {
  std::vector<SecondHalf> halves;
  if (!view.look_at(place, matcher.classes(), vocabulary)) return halves;
  matches.clear();
  matcher.match_second_halves(view.words, matches);
  for (const SequenceMatch& it : matches)
    halves.push_back({it.rule, place.number, it.begin, it.end, view.span_of(it, place.segmented)});
  return halves;
}

void Tagger::State::code(const SentencePlace& place, std::vector<Coding>& codings) {
  if (!view.look_at(place, matcher.classes(), vocabulary)) return;
  matches.clear();
  matcher.match_patterns(view.words, matches);
  drop_false_friends();
  turns.take_out_single(place.number, matches);
  if (matches.empty()) return;
  std::vector<Win> wins = longest_within_factor(matches, lexicon, view.words.size());
  CodingMaker maker{lexicon, names, place, view, {}};
  if (!place.is_interviewer) {
    maker.sentence = context_of(place, wins);
    const auto factor_of = [&](std::size_t i) {
      return lexicon.patterns[wins[i].match.rule].factor;
    };
    for (std::size_t begin = 0, end = 0; begin < wins.size(); begin = end) {
      while (end < wins.size() && factor_of(end) == factor_of(begin)) ++end;
      judge_factor(std::span(wins).subspan(begin, end - begin), maker.sentence);
    }
  } else if (asks(place)) {
    for (Win& win : wins) win.judgement.modality = Modality::question;
  }
  const std::size_t first = codings.size();
  maker.append(wins, codings);
  turns.add_evidence(place.number, wins, codings, first);
  support.note(wins, maker.sentence.cues, codings, first);
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
    const auto place_of = [&](std::uint32_t number) {
      const Sentence& sentence = segmented.sentences[number];
      return SentencePlace{text,
                           segmented,
                           analysed,
                           sentence,
                           verbs_in(analysed, sentence),
                           p,
                           passage.kind == PassageKind::heading,
                           is_interviewer(segmented, passage),
                           number};
    };
    if (state_->turns.has_any()) {
      std::vector<SecondHalf> halves;
      for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
        for (const SecondHalf& it : state_->second_halves_in(place_of(s))) halves.push_back(it);
      state_->turns.begin_passage(std::move(halves));
    }
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
      state_->code(place_of(s), codings);
    state_->support.end_passage(codings);
  }
  return codings;
}

}  // namespace pipeline
