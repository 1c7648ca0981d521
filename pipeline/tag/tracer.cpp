#include "pipeline/tag/tracer.h"

#include <algorithm>
#include <tuple>

namespace pipeline {
namespace {

using Fate = TracedMatch::Fate;

bool shares_word(const SequenceMatch& a, const SequenceMatch& b) {
  for (std::uint32_t word = std::max(a.begin, b.begin); word < std::min(a.end, b.end); ++word)
    if (covers(a, word) && covers(b, word)) return true;
  return false;
}

// `codings` are in the order of their sentences.
bool has_factor(const std::vector<Coding>& codings, Span sentence, const FactorId& factor) {
  auto it = std::ranges::lower_bound(codings, sentence.begin, {},
                                     [](const Coding& coding) { return coding.span.begin; });
  for (; it != codings.end() && it->span.begin == sentence.begin; ++it)
    if (it->factor == factor) return true;
  return false;
}

}  // namespace

bool Tracer::begin(const SentencePlace& place, const SentenceView& view) {
  if (!overlap(place.sentence.span, part_)) return false;
  view_ = &view;
  segmented_ = &place.segmented;
  traces_.push_back(
      {place.number, place.sentence.span, place.is_interviewer, place.is_heading, {}});
  return true;
}

Span Tracer::span_of(const SequenceMatch& match) const {
  return view_->span_of(match, *segmented_);
}

bool Tracer::is_noted(const SequenceMatch& match) const {
  const Span span = span_of(match);
  const auto& matches = traces_.back().matches;
  return std::any_of(matches.begin(), matches.end(), [&](const TracedMatch& it) {
    return it.fate == Fate::counted && it.pattern == match.rule && it.match == span;
  });
}

TracedMatch& Tracer::add(const SequenceMatch& match, Fate fate) {
  TracedMatch& traced = traces_.back().matches.emplace_back();
  traced.pattern = match.rule;
  traced.match = span_of(match);
  traced.fate = fate;
  return traced;
}

void Tracer::note_false(const std::vector<FalseMatch>& taken) {
  for (const FalseMatch& it : taken) {
    TracedMatch& traced = add(it.match, Fate::false_friend);
    traced.rival = it.mistaken_for.rule;
    traced.rival_match = span_of(it.mistaken_for);
  }
}

void Tracer::note_halves(const std::vector<SequenceMatch>& before,
                         const std::vector<SequenceMatch>& after) {
  for (const SequenceMatch& match : before)
    if (std::find(after.begin(), after.end(), match) == after.end()) add(match, Fate::half);
}

void Tracer::note_judged(const Win& win, const SentenceContext& context,
                         const std::vector<SequenceMatch>& all_cues, CueSet off) {
  if (is_noted(win.match)) return;  // a verb found apart, at its other half
  TracedMatch& traced = add(win.match, Fate::counted);
  traced.valence = win.judgement.valence;
  traced.modality = win.judgement.modality;
  traced.decision = win.judgement.decision;
  const Valence base = lexicon_.patterns[win.match.rule].valence;
  const auto& kept = context.cues();
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    traced.cues.push_back(
        {kept[i].rule, span_of(kept[i]), context.part_of(i, win.match, base, win.judgement, off)});
  for (const SequenceMatch& cue : all_cues) {
    if (std::find(kept.begin(), kept.end(), cue) != kept.end()) continue;
    const bool is_pseudo = lexicon_.cues[cue.rule].cue_class == CueClass::pseudo_negation;
    traced.cues.push_back(
        {cue.rule, span_of(cue), is_pseudo ? CuePart::no_effect : CuePart::overtaken});
  }
  std::sort(traced.cues.begin(), traced.cues.end(), [](const TracedCue& a, const TracedCue& b) {
    return std::tie(a.match, a.cue) < std::tie(b.match, b.cue);
  });
}

void Tracer::note_wins(std::span<const Win> wins) {
  const auto factor_of = [&](const Win& win) { return lexicon_.patterns[win.match.rule].factor; };
  for (const Win& win : wins) {
    if (win.is_overruled) {
      note_overruled(win);
    } else if (!win.is_outranked) {
      if (!is_noted(win.match)) add(win.match, Fate::counted).modality = win.judgement.modality;
    }
    if (!win.is_outranked) continue;
    TracedMatch& traced = add(win.match, Fate::outranked);
    for (const Win& other : wins) {
      if (other.is_outranked || factor_of(other) != factor_of(win) ||
          !shares_word(other.match, win.match))
        continue;
      traced.rival = other.match.rule;
      traced.rival_match = span_of(other.match);
      break;
    }
  }
}

void Tracer::note_overruled(const Win& win) {
  const Span span = span_of(win.match);
  for (TracedMatch& it : traces_.back().matches)
    if (it.fate == Fate::counted && it.pattern == win.match.rule && it.match == span)
      it.fate = Fate::overruled;
}

std::vector<SentenceTrace> Tracer::finish(const std::vector<Coding>& codings) {
  for (SentenceTrace& trace : traces_)
    for (TracedMatch& it : trace.matches) {
      const Pattern& pattern = lexicon_.patterns[it.pattern];
      if (it.fate != Fate::counted ||
          has_factor(codings, trace.span, lexicon_.factors[pattern.factor].id))
        continue;
      it.fate =
          trace.is_heading && it.valence == Valence::neutral ? Fate::in_heading : Fate::unsupported;
    }
  return std::move(traces_);
}

}  // namespace pipeline
