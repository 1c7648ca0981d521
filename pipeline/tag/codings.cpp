#include "pipeline/tag/codings.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "pipeline/lexicon/pattern_shape.h"

namespace pipeline {
namespace {

// Enough to see why; a sentence that repeats a word a thousand times needs no thousand reasons.
constexpr std::size_t max_evidence = 16;

template <typename Visit>
void for_each_word(const SequenceMatch& match, Visit visit) {
  for (std::uint32_t word = match.begin; word < match.end; ++word)
    if (covers(match, word)) visit(word);
}

bool counts(const Win& win) {
  return !win.is_outranked && !win.is_overruled;
}

// Of a pattern that spans a passage the second half is one word more.
int words_asked(const SequenceMatch& match, const Lexicon& lexicon) {
  return std::popcount(match.words) + (spans_passage(lexicon.patterns[match.rule].tree) ? 1 : 0);
}

}  // namespace

void keep(Coding& coding, Evidence evidence) {
  if (coding.evidence.size() < max_evidence &&
      std::find(coding.evidence.begin(), coding.evidence.end(), evidence) == coding.evidence.end())
    coding.evidence.push_back(std::move(evidence));
}

EvidenceNames::EvidenceNames(const Lexicon& lexicon) : coder(lexicon.coder()) {
  for (const Pattern& pattern : lexicon.patterns)
    pattern_sources.push_back(evidence_source(pattern));
  for (const Cue& cue : lexicon.cues) {
    cue_rules.push_back(std::string(to_string(cue.cue_class)) + ": " + cue.text);
    cue_sources.push_back(cue.source.file + ":" + std::to_string(cue.source.line));
  }
}

std::vector<Win> longest_within_factor(const std::vector<SequenceMatch>& matches,
                                       const Lexicon& lexicon, std::size_t words) {
  const auto factor_of = [&](const SequenceMatch& m) { return lexicon.patterns[m.rule].factor; };
  const auto strength_of = [&](const SequenceMatch& m) {
    return lexicon.patterns[m.rule].strength;
  };
  std::vector<Win> wins;
  for (const SequenceMatch& match : matches) wins.push_back({match, false, {}, false});
  std::sort(wins.begin(), wins.end(), [&](const Win& a, const Win& b) {
    const auto key = [&](const SequenceMatch& m) {
      return std::tuple(factor_of(m), strength_of(m), -words_asked(m, lexicon), m.begin, m.end,
                        m.rule);
    };
    return key(a.match) < key(b.match);
  });
  std::vector<std::size_t> taken(wins.size() > 1 ? words : 0);  // by which factor, plus one
  for (Win& win : wins) {
    if (taken.empty()) break;
    const std::size_t owner = factor_of(win.match) + 1;
    for_each_word(win.match, [&](std::uint32_t word) {
      win.is_outranked = win.is_outranked || taken[word] == owner;
    });
    if (win.is_outranked) continue;
    for_each_word(win.match, [&](std::uint32_t word) { taken[word] = owner; });
  }
  std::stable_sort(wins.begin(), wins.end(), [&](const Win& a, const Win& b) {
    const auto key = [&](const Win& w) {
      return std::tuple(factor_of(w.match), w.is_outranked, w.match.begin);
    };
    return key(a) < key(b);
  });
  return wins;
}

void CodingMaker::append(const std::vector<Win>& wins, std::vector<Coding>& codings) const {
  const auto factor_of = [&](const Win& win) { return lexicon.patterns[win.match.rule].factor; };
  for (std::size_t begin = 0, end = 0; begin < wins.size(); begin = end) {
    while (end < wins.size() && factor_of(wins[end]) == factor_of(wins[begin])) ++end;
    append_factor(std::span(wins).subspan(begin, end - begin), codings);
  }
}

void CodingMaker::append_factor(std::span<const Win> wins, std::vector<Coding>& codings) const {
  bool is_first = true;
  for (const Valence valence : {Valence::success, Valence::failure, Valence::neutral}) {
    const bool is_claimed = std::any_of(wins.begin(), wins.end(), [&](const Win& win) {
      return counts(win) && win.judgement.valence == valence;
    });
    if (!is_claimed) continue;
    if (valence == Valence::neutral && (!is_first || place.is_heading)) break;
    codings.push_back(coding_of(wins, valence, is_first));
    is_first = false;
  }
}

// `with_neutral`: what has no valence of its own and what lost stand with this coding.
Coding CodingMaker::coding_of(std::span<const Win> wins, Valence valence, bool with_neutral) const {
  Coding coding;
  coding.passage = place.passage;
  coding.span = place.sentence.span;
  coding.factor = lexicon.factors[lexicon.patterns[wins.front().match.rule].factor].id;
  coding.valence = valence;
  coding.modality = Modality::question;
  coding.coder = names.coder;
  for (const Win& win : wins) {
    const bool is_its_own = counts(win) && win.judgement.valence == valence;
    if (is_its_own) coding.modality = weaker(coding.modality, win.judgement.modality);
    if (is_its_own || (with_neutral && (!counts(win) || win.judgement.valence == Valence::neutral)))
      add_evidence(coding, win);
  }
  return coding;
}

void CodingMaker::add_evidence(Coding& coding, const Win& win) const {
  const Pattern& pattern = lexicon.patterns[win.match.rule];
  const auto kind = counts(win) ? Evidence::Kind::pattern : Evidence::Kind::outranked;
  keep(coding, {kind, pattern.text, names.pattern_sources[win.match.rule],
                view.span_of(win.match, place.segmented)});
  if (!counts(win)) return;
  for (const std::uint32_t i : win.judgement.cues) {
    const SequenceMatch& cue = cues[i];
    keep(coding, {Evidence::Kind::cue, names.cue_rules[cue.rule], names.cue_sources[cue.rule],
                  view.span_of(cue, place.segmented)});
  }
}

}  // namespace pipeline
