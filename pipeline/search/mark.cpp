#include "pipeline/search/mark.h"

#include <algorithm>

#include "pipeline/index/terms.h"
#include "pipeline/search/match.h"
#include "pipeline/search/prepared.h"

namespace pipeline {
namespace {

bool answers(const Coding& coding, const MatchNode& leaf) {
  const std::vector<std::string> terms = coding_terms(coding);
  return std::any_of(terms.begin(), terms.end(), [&leaf](const std::string& term) {
    return std::binary_search(leaf.terms.begin(), leaf.terms.end(), term);
  });
}

// One passage and what of it is marked.
class PassageMarks {
 public:
  PassageMarks(const Segmented& segmented, std::span<const PlacedToken> words,
               std::span<const Coding> codings)
      : segmented_(segmented), words_(words), codings_(codings) {}

  void add(const HitPlace& place) {
    const auto word = std::ranges::lower_bound(words_, place.position, {}, &PlacedToken::position);
    if (word == words_.end() || word->position != place.position) return;
    if (place.leaf->kind == MatchNode::Kind::coding)
      add_evidence(*place.leaf, span_of(*word));
    else
      marks_.push_back(*word);
  }

  std::vector<PlacedToken> take() {
    std::ranges::sort(marks_);
    marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
    return std::move(marks_);
  }

 private:
  Span span_of(PlacedToken word) const { return segmented_.tokens[word.token].span; }

  // The words of the evidence that stands at `word`, where the codings are known.
  void add_evidence(const MatchNode& leaf, Span word) {
    for (const Coding& coding : codings_) {
      if (coding.status == CodingStatus::rejected || !answers(coding, leaf)) continue;
      for (const Evidence& evidence : coding.evidence)
        if (evidence.kind == Evidence::Kind::pattern && overlap(evidence.match, word))
          add_words(evidence.match);
    }
  }

  void add_words(Span match) {
    for (const PlacedToken word : words_)
      if (overlap(span_of(word), match)) marks_.push_back(word);
  }

  const Segmented& segmented_;
  std::span<const PlacedToken> words_;
  std::span<const Coding> codings_;
  std::vector<PlacedToken> marks_;
};

std::size_t hits_in(std::span<const Span> hits, Span window) {
  return static_cast<std::size_t>(std::count_if(
      hits.begin(), hits.end(), [window](Span hit) { return contains(window, hit); }));
}

}  // namespace

std::vector<PlacedToken> HitMarker::operator()(std::string_view stream, const Segmented& segmented,
                                               std::span<const PlacedToken> words,
                                               std::span<const Coding> codings) const {
  PassageMarks marks(segmented, words, codings);
  for (const HitPlace& place : hit_places(query_.state().meaning, stream)) marks.add(place);
  return marks.take();
}

Span snippet(const Segmented& segmented, const Passage& passage, std::span<const Span> hits,
             std::uint32_t longest) {
  if (length(passage.span) <= longest || passage.first_sentence == passage.end_sentence)
    return passage.span;
  Span best;
  std::size_t most = 0;
  for (std::uint32_t first = passage.first_sentence; first < passage.end_sentence; ++first) {
    Span window = segmented.sentences[first].span;
    for (std::uint32_t next = first + 1; next < passage.end_sentence; ++next) {
      const Span longer{window.begin, segmented.sentences[next].span.end};
      if (length(longer) > longest) break;
      window = longer;
    }
    const std::size_t held = hits_in(hits, window);
    if (best == Span{} || held > most) {
      best = window;
      most = held;
    }
  }
  return best;
}

}  // namespace pipeline
