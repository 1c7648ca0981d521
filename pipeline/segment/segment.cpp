#include "pipeline/segment/segment.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/segment/sentences.h"
#include "pipeline/segment/tokens.h"
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

struct Share {
  std::uint32_t questions = 0, sentences = 0;
};

// The one of two speakers whose sentences are questions far more often than the other's asks.
void tell_apart_by_questions(std::string_view text, Segmented& segmented) {
  if (segmented.speakers.size() != 2) return;
  Share shares[2];
  for (const Passage& passage : segmented.passages) {
    if (!passage.speaker) continue;
    Share& share = shares[*passage.speaker];
    for (std::uint32_t at = passage.first_sentence; at < passage.end_sentence; ++at) {
      ++share.sentences;
      share.questions += slice(text, segmented.sentences[at].span).ends_with('?') ? 1 : 0;
    }
  }
  constexpr std::uint32_t fewest = 2, times = 3;
  for (std::size_t at = 0; at < 2; ++at) {
    const Share &one = shares[at], &other = shares[1 - at];
    const bool is_clear =
        one.questions >= fewest && one.questions * 4 >= one.sentences && other.sentences > 0 &&
        one.questions * other.sentences >= times * other.questions * one.sentences;
    if (!is_clear) continue;
    segmented.speakers[at].kind = SpeakerKind::interviewer;
    segmented.speakers[1 - at].kind = SpeakerKind::respondent;
    return;
  }
}

// Where one is known to ask, the others answer; where nobody is known, questions tell.
void tell_apart(std::string_view text, Segmented& segmented) {
  const auto has = [&](SpeakerKind kind) {
    return std::ranges::find(segmented.speakers, kind, &Speaker::kind) != segmented.speakers.end();
  };
  if (has(SpeakerKind::interviewer)) {
    for (Speaker& speaker : segmented.speakers)
      if (speaker.kind == SpeakerKind::unknown) speaker.kind = SpeakerKind::respondent;
  } else if (!has(SpeakerKind::respondent)) {
    tell_apart_by_questions(text, segmented);
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
                                   : drafts_of_captions(clean, captions, options_);
  Segmented segmented;
  segmented.speakers = std::move(drafts.speakers);
  constexpr std::size_t bytes_per_token = 6;  // of Dutch, spaces included; a little too few
  segmented.tokens.reserve(clean.size() / bytes_per_token);
  for (const Draft& draft : drafts.drafts) {
    const auto first_sentence = static_cast<std::uint32_t>(segmented.sentences.size());
    auto first_token = static_cast<std::uint32_t>(segmented.tokens.size());
    for (std::uint32_t at = draft.first_piece; at < draft.end_piece; ++at) {
      append_tokens(clean, drafts.pieces[at].span, segmented.tokens);
      if (at + 1 < draft.end_piece && drafts.pieces[at + 1].goes_on) continue;
      append_sentences(clean, segmented.tokens, first_token, segmented.sentences);
      first_token = static_cast<std::uint32_t>(segmented.tokens.size());
    }
    append_passages(draft, first_sentence, options_.longest_passage, segmented);
  }
  tell_apart(clean, segmented);
  find_pages(pages, segmented);
  return segmented;
}

}  // namespace pipeline
