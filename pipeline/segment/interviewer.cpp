#include "pipeline/segment/interviewer.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipeline {
namespace {

// What one speaker, or several together, say.
struct Share {
  std::uint64_t turns = 0, asking = 0, tokens = 0;

  Share& operator+=(const Share& other) {
    turns += other.turns;
    asking += other.asking;
    tokens += other.tokens;
    return *this;
  }
};

bool ends_in_question(std::string_view text, const Segmented& segmented, const Passage& passage) {
  if (passage.first_sentence == passage.end_sentence) return false;
  std::string_view last = slice(text, segmented.sentences[passage.end_sentence - 1].span);
  while (!last.empty() &&
         std::string_view("\"')]\u201D\u2019 ").find(last.back()) != std::string_view::npos)
    last.remove_suffix(1);
  return last.ends_with('?');
}

std::uint64_t tokens_of(const Segmented& segmented, const Passage& passage) {
  std::uint64_t tokens = 0;
  for (std::uint32_t at = passage.first_sentence; at < passage.end_sentence; ++at)
    tokens += segmented.sentences[at].end_token - segmented.sentences[at].first_token;
  return tokens;
}

// Passages of one speaker that follow each other are one turn, which asks if its last one does.
std::vector<Share> shares_of(std::string_view text, const Segmented& segmented) {
  std::vector<Share> shares(segmented.speakers.size());
  std::optional<std::uint32_t> last;
  bool asked = false;
  for (const Passage& passage : segmented.passages) {
    const bool goes_on = last == passage.speaker;
    last = passage.speaker;
    if (!passage.speaker) continue;
    Share& share = shares[*passage.speaker];
    if (goes_on && asked) --share.asking;
    if (!goes_on) ++share.turns;
    asked = ends_in_question(text, segmented, passage);
    share.asking += asked ? 1 : 0;
    share.tokens += tokens_of(segmented, passage);
  }
  return shares;
}

bool asks_often(const Share& share) {
  constexpr std::uint64_t fewest = 2;
  return share.asking >= fewest && share.asking * 5 >= share.turns * 2;
}

void tell_by_questions(const std::vector<Share>& shares, std::vector<Speaker>& speakers) {
  Share asking, answering;
  for (const Share& share : shares) (asks_often(share) ? asking : answering) += share;
  constexpr std::uint64_t times = 3;
  const bool is_clear = asking.turns > 0 && answering.turns > 0 &&
                        asking.tokens < answering.tokens &&
                        asking.asking * answering.turns >= times * answering.asking * asking.turns;
  if (!is_clear) return;
  for (std::size_t at = 0; at < speakers.size(); ++at) {
    const bool asks = asks_often(shares[at]);
    speakers[at].kind = asks ? SpeakerKind::interviewer : SpeakerKind::respondent;
    speakers[at].basis = asks ? KindBasis::questions : KindBasis::others;
  }
}

}  // namespace

void tell_apart(std::string_view text, const SegmentOptions& options, Segmented& segmented) {
  std::vector<Speaker>& speakers = segmented.speakers;
  const std::vector<Share> shares = shares_of(text, segmented);
  bool has_interviewer = false, has_respondent = false;
  for (std::size_t at = 0; at < speakers.size(); ++at) {
    Speaker& speaker = speakers[at];
    speaker.turns = static_cast<std::uint32_t>(shares[at].turns);
    speaker.asking = static_cast<std::uint32_t>(shares[at].asking);
    has_interviewer |= speaker.kind == SpeakerKind::interviewer;
    has_respondent |= speaker.kind == SpeakerKind::respondent;
    if (speaker.kind == SpeakerKind::unknown) continue;
    const auto lists = [&](const std::vector<std::string>& names) {
      return std::ranges::find(names, speaker.name) != names.end();
    };
    speaker.basis = lists(options.interviewers) || lists(options.respondents) ? KindBasis::study
                                                                              : KindBasis::label;
  }
  if (!has_interviewer && !has_respondent) return tell_by_questions(shares, speakers);
  if (!has_interviewer) return;
  for (Speaker& speaker : speakers)
    if (speaker.kind == SpeakerKind::unknown) {
      speaker.kind = SpeakerKind::respondent;
      speaker.basis = KindBasis::others;
    }
}

}  // namespace pipeline
