#include "pipeline/tag/sentence_context.h"

#include <algorithm>

#include "pipeline/tag/clause_words.h"

namespace pipeline {

void SentenceContext::look_at(const SentencePlace& place, const SentenceView& view,
                              std::span<const SequenceMatch> matches) {
  sentence_.cues.clear();
  sentence_.parts.clear();
  sentence_.attributes.clear();
  sentence_.is_question = asks(place);
  const auto& tokens = view.words.tokens;
  const auto answer = std::lower_bound(tokens.begin(), tokens.end(), place.answer_token);
  sentence_.answer =
      place.answer_token == 0 ? 0 : static_cast<std::uint32_t>(answer - tokens.begin());
  matcher_.match_cues(view.words, sentence_.cues);
  view.drop_second_halves(sentence_.cues);
  if (sentence_.cues.empty()) return;
  context_.settle(sentence_.cues, view.words.size(), matches);
  words_ = clause_words(place, view, vocabulary_);
  for (const SequenceMatch& cue : sentence_.cues)
    if (context_.ends_clause(cue)) open_clause(cue);
  sentence_.clauses = clauses_of(words_);
  std::erase_if(sentence_.cues, [&](const SequenceMatch& cue) {
    return words_[cue.begin].opens_sometimes && context_.is_condition(cue) &&
           sentence_.clauses.all[sentence_.clauses.of_word[cue.begin]].begin != cue.begin;
  });
  for (const ClauseWord& word : words_)
    sentence_.parts.push_back(word.before != ClauseWord::Break::none || word.is_coordinator);
  for (const ClauseWord& word : words_) sentence_.attributes.push_back(word.attribute);
  for (const SequenceMatch& match : matches) sentence_.parts[match.begin] = 1;
}

void SentenceContext::open_clause(const SequenceMatch& cue) {
  ClauseWord& first = words_[cue.begin];
  if (first.opening != ClauseWord::Opening::none) return;
  first.opening = cue.end > cue.begin + 1 && first.opening_as_cue == ClauseWord::Opening::none
                      ? ClauseWord::Opening::main
                      : first.opening_as_cue;
}

void SentenceContext::attend_to(std::span<const SequenceMatch> matches) {
  if (sentence_.cues.empty()) return;
  const Clauses& clauses = sentence_.clauses;
  const auto main_of = [&](std::uint32_t clause) {
    while (clauses.all[clause].parent != clause) clause = clauses.all[clause].parent;
    return clause;
  };
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> matched(clauses.all.size(), none);  // by main clause: where in it
  for (const SequenceMatch& match : matches) {
    const std::uint32_t clause = clauses.of_word[match.end - 1];
    matched[main_of(clause)] = clause;
  }
  sentence_.refers_to.resize(clauses.all.size());
  std::uint32_t before = none;  // what the main clause before is about
  for (std::uint32_t clause = 0; clause < clauses.all.size(); ++clause) {
    sentence_.refers_to[clause] = clause;
    if (clauses.all[clause].opening != ClauseWord::Opening::main) continue;
    const bool refers =
        clauses.all[clause].refers_back && matched[clause] == none && before != none;
    if (refers) sentence_.refers_to[clause] = before;
    before = refers ? before : matched[clause];
  }
}

}  // namespace pipeline
