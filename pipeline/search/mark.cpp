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
  PassageMarks(const Segmented& segmented, const PassageTerms& terms,
               std::span<const Coding* const> codings)
      : segmented_(segmented), tokens_(terms.tokens()), codings_(codings) {}

  void add(const HitPlace& place) {
    const auto placed = std::lower_bound(
        tokens_.begin(), tokens_.end(), place.position,
        [](const PlacedToken& token, std::uint32_t position) { return token.position < position; });
    if (placed == tokens_.end() || placed->position != place.position) return;
    const Span word = segmented_.tokens[placed->token].span;
    if (place.leaf->kind == MatchNode::Kind::coding)
      add_evidence(*place.leaf, word);
    else
      spans_.push_back(word);
  }

  std::vector<Span> take() {
    std::sort(spans_.begin(), spans_.end());
    spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
    return std::move(spans_);
  }

 private:
  // The words of the evidence that stands at `word`, where the codings are known.
  void add_evidence(const MatchNode& leaf, Span word) {
    for (const Coding* coding : codings_) {
      if (coding->status == CodingStatus::rejected || !answers(*coding, leaf)) continue;
      for (const Evidence& evidence : coding->evidence)
        if (evidence.kind == Evidence::Kind::pattern && overlap(evidence.match, word))
          add_words(evidence.match);
    }
  }

  void add_words(Span match) {
    for (const PlacedToken& placed : tokens_)
      if (const Span word = segmented_.tokens[placed.token].span; overlap(word, match))
        spans_.push_back(word);
  }

  const Segmented& segmented_;
  const std::vector<PlacedToken>& tokens_;
  std::span<const Coding* const> codings_;
  std::vector<Span> spans_;
};

std::size_t hits_in(std::span<const Span> hits, Span window) {
  return static_cast<std::size_t>(std::count_if(
      hits.begin(), hits.end(), [window](Span hit) { return contains(window, hit); }));
}

}  // namespace

std::vector<Span> HitMarker::operator()(const Segmented& segmented, const Analysed& analysed,
                                        const Vocabulary& vocabulary,
                                        std::span<const Coding> codings) const {
  PassageTerms terms(vocabulary, true);
  return (*this)(segmented, analysed, terms, codings);
}

std::vector<Span> HitMarker::operator()(const Segmented& segmented, const Analysed& analysed,
                                        PassageTerms& terms,
                                        std::span<const Coding> codings) const {
  const std::vector<const Coding*> sorted = by_passage(codings);
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < segmented.passages.size(); ++i) {
    const auto of_this = of_passage(sorted, i);
    terms.read(segmented, segmented.passages[i], analysed, of_this);
    PassageMarks marks(segmented, terms, of_this);
    for (const HitPlace& place : hit_places(query_.state().meaning, terms.stream()))
      marks.add(place);
    const std::vector<Span> found = marks.take();
    spans.insert(spans.end(), found.begin(), found.end());
  }
  return spans;
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
