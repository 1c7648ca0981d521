#include "pipeline/ingest/explain.h"

#include <algorithm>

namespace pipeline {
namespace {

// What cases.csv said of the speakers when the document was read, as far as it is kept.
std::map<std::string, Attributes> speakers_of(const CodedDocument& document) {
  std::map<std::string, Attributes> speakers;
  for (const Speaker& speaker : document.segmented.speakers) {
    Attributes& attributes = speakers[speaker.name];
    attributes = speaker.attributes;
    attributes["interviewer"] = speaker.kind == SpeakerKind::interviewer ? "ja" : "nee";
  }
  return speakers;
}

}  // namespace

TracedMatch to_source(TracedMatch match, const OffsetMap& map) {
  match.match = map.to_source(match.match);
  match.rival_match = map.to_source(match.rival_match);
  for (TracedCue& cue : match.cues) cue.match = map.to_source(cue.match);
  return match;
}

CodingTrace explain(const CodedDocument& document, const Coding& coding, const Lexicon& lexicon,
                    Stages& stages) {
  const Staged staged = stages(document.document, speakers_of(document));
  const OffsetMap& map = staged.clean.map;
  CodingTrace trace;
  trace.is_current =
      std::any_of(staged.codings.begin(), staged.codings.end(), [&](const Coding& it) {
        return map.to_source(it.span) == coding.span && it.factor == coding.factor &&
               it.valence == coding.valence && it.modality == coding.modality &&
               it.coder == coding.coder;
      });
  for (const SentenceTrace& sentence : stages.trace(staged, map.to_derived(coding.span)))
    for (const TracedMatch& match : sentence.matches)
      if (lexicon.factors[lexicon.patterns[match.pattern].factor].id == coding.factor)
        trace.matches.push_back(to_source(match, map));
  return trace;
}

bool AbsenceTrace::is_coded() const {
  return std::any_of(staged.codings.begin(), staged.codings.end(),
                     [&](const Coding& coding) { return coding.factor == factor; });
}

AbsenceTrace explain_absence(const std::string& text, std::size_t factor, const Lexicon& lexicon,
                             Stages& stages) {
  AbsenceTrace trace;
  trace.factor = lexicon.factors[factor].id;
  Document document;
  document.source = text;
  trace.staged = stages(document, {});
  const auto size = static_cast<std::uint32_t>(trace.staged.clean.text.size());
  std::vector<bool> is_matched(lexicon.patterns.size());
  for (const SentenceTrace& sentence : stages.trace(trace.staged, {0, size}))
    for (const TracedMatch& match : sentence.matches) {
      if (lexicon.patterns[match.pattern].factor != factor) continue;
      is_matched[match.pattern] = true;
      (match.fate == TracedMatch::Fate::counted ? trace.found : trace.lost).push_back(match);
    }
  for (NearMiss& miss : stages.near_misses(trace.staged, factor))
    if (!is_matched[miss.pattern]) trace.near.push_back(std::move(miss));
  return trace;
}

}  // namespace pipeline
