#include "pipeline/tag/sentence_context.h"

namespace pipeline {

void SentenceContext::look_at(const SentencePlace& place, const SentenceView& view,
                              std::span<const SequenceMatch> matches) {
  sentence_.cues.clear();
  sentence_.parts.clear();
  sentence_.is_question = asks(place);
  matcher_.match_cues(view.words, sentence_.cues);
  view.drop_second_halves(sentence_.cues);
  if (sentence_.cues.empty()) return;
  context_.settle(sentence_.cues, view.words.size());
  words_ = clause_words(place, view, vocabulary_);
  for (const SequenceMatch& cue : sentence_.cues)
    if (context_.ends_clause(cue)) words_[cue.begin].opens_clause = true;
  for (const ClauseWord& word : words_)
    sentence_.parts.push_back(word.before != ClauseWord::Break::none || word.is_coordinator);
  for (const SequenceMatch& match : matches) sentence_.parts[match.begin] = 1;
}

void SentenceContext::attend_to(std::span<const SequenceMatch> matches) {
  if (sentence_.cues.empty()) return;
  for (ClauseWord& word : words_) word.is_matched = false;
  for (const SequenceMatch& match : matches)
    for (std::uint32_t word = match.begin; word < match.end; ++word)
      words_[word].is_matched = words_[word].is_matched || covers(match, word);
  sentence_.clauses = clauses_of(words_);
}

}  // namespace pipeline
