#include "pipeline/segment/segment.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/segment/interviewer.h"
#include "pipeline/segment/sentences.h"
#include "pipeline/segment/turns.h"

namespace pipeline {
namespace {

// Adds the draft as one passage, or as several cut at sentences where it is too long.
void append_passages(const Draft& draft, std::uint32_t first_sentence, std::uint32_t longest,
                     Segmented& segmented) {
  const auto& sentences = segmented.sentences;
  const auto end = static_cast<std::uint32_t>(sentences.size());
  for (std::uint32_t first = first_sentence; first < end;) {
    std::uint32_t last = first;
    while (last + 1 < end && sentences[last + 1].span.end - sentences[first].span.begin <= longest)
      ++last;
    Passage passage{draft.kind,
                    {sentences[first].span.begin, sentences[last].span.end},
                    draft.speaker,
                    {},
                    {},
                    first,
                    last + 1,
                    draft.part,
                    {}};
    if (first == first_sentence) passage.start_ms = draft.start_ms;
    if (last + 1 == end) passage.end_ms = draft.end_ms;
    segmented.passages.push_back(passage);
    first = last + 1;
  }
}

void find_pages(std::span<const PageStart> pages, Segmented& segmented) {
  for (Passage& passage : segmented.passages) {
    const auto next = std::ranges::upper_bound(pages, passage.span.begin, {}, &PageStart::begin);
    if (next != pages.begin() && std::prev(next)->number > 0)
      passage.page = std::prev(next)->number;
  }
}

}  // namespace

Segmenter::Segmenter(SegmentOptions options) : options_(std::move(options)) {}

Segmented Segmenter::operator()(std::string_view clean, std::span<const Caption> captions,
                                std::span<const TextPart> parts,
                                std::span<const PageStart> pages) const {
  Drafts drafts = captions.empty() ? drafts_of_text(clean, parts, options_)
                                   : drafts_of_captions(clean, captions, parts, options_);
  Segmented segmented;
  segmented.speakers = std::move(drafts.speakers);
  constexpr std::size_t bytes_per_token = 6;  // of Dutch, spaces included; a little too few
  segmented.tokens.reserve(clean.size() / bytes_per_token);
  for (const Draft& draft : drafts.drafts) {
    const auto first_sentence = static_cast<std::uint32_t>(segmented.sentences.size());
    auto first_token = static_cast<std::uint32_t>(segmented.tokens.size());
    const Manner manner = draft.kind == PassageKind::turn ? Manner::spoken : options_.manner;
    for (std::uint32_t at = draft.first_piece; at < draft.end_piece; ++at) {
      append_tokens(clean, drafts.pieces[at].span, segmented.tokens, manner);
      if (at + 1 < draft.end_piece && drafts.pieces[at + 1].goes_on) continue;
      append_sentences(clean, segmented.tokens, first_token, segmented.sentences);
      first_token = static_cast<std::uint32_t>(segmented.tokens.size());
    }
    append_passages(draft, first_sentence, options_.longest_passage, segmented);
  }
  tell_apart(clean, options_, segmented);
  find_pages(pages, segmented);
  return segmented;
}

}  // namespace pipeline
