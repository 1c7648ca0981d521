// Notes what the tagger does with a sentence while it does it: "gedeelde visie" counted, "visie"
// lost to it.
#pragma once

#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/codings.h"
#include "pipeline/tag/false_friends.h"
#include "pipeline/tag/sentence_context.h"
#include "pipeline/tag/trace.h"

namespace pipeline {

class Tracer {
 public:
  // Notes only the sentences that touch `part` of the text.
  Tracer(const Lexicon& lexicon, Span part) : lexicon_(lexicon), part_(part) {}

  // Whether the sentence is one to note; the view must outlive the notes on it.
  bool begin(const SentencePlace& place, const SentenceView& view);
  void note_false(const std::vector<FalseMatch>& taken);
  void note_halves(const std::vector<SequenceMatch>& before,
                   const std::vector<SequenceMatch>& after);
  // `all_cues`: before the longest were chosen; `off`: those that the factor does not heed.
  void note_judged(const Win& win, const SentenceContext& context,
                   const std::vector<SequenceMatch>& all_cues, CueSet off);
  // Those that nobody judged, too.
  void note_wins(std::span<const Win> wins);
  // With the codings that came of it all in the end.
  std::vector<SentenceTrace> finish(const std::vector<Coding>& codings);

 private:
  void note_overruled(const Win& win);
  bool is_noted(const SequenceMatch& match) const;  // as counted
  TracedMatch& add(const SequenceMatch& match, TracedMatch::Fate fate);
  Span span_of(const SequenceMatch& match) const;

  const Lexicon& lexicon_;
  Span part_;
  const SentenceView* view_ = nullptr;
  const Segmented* segmented_ = nullptr;
  std::vector<SentenceTrace> traces_;
};

}  // namespace pipeline
