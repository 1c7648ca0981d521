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

}  // namespace pipeline
