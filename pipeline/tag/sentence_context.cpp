#include "pipeline/tag/sentence_context.h"

#include <algorithm>

namespace pipeline {

void SentenceContext::look_at(const SentencePlace& place, const SentenceView& view,
                              std::span<const SequenceMatch> matches) {
  sentence_.cues.clear();
  sentence_.parts.clear();
  sentence_.attributes.clear();
  sentence_.standings.clear();
  sentence_.spent.clear();
  sentence_.is_question = asks(place);
  sentence_.question = 0;
  const auto& tokens = view.words.tokens;
  const auto answer = std::lower_bound(tokens.begin(), tokens.end(), place.answer_token);
  sentence_.answer =
      place.answer_token == 0 ? 0 : static_cast<std::uint32_t>(answer - tokens.begin());
  matcher_.match_cues(view.words, sentence_.cues);
  view.drop_second_halves(sentence_.cues);
  join_particles(view);
  if (sentence_.cues.empty() && !sentence_.is_question) return;
  context_.settle(sentence_.cues, view.words.size(), matches);
  words_ = clause_words_(place, view);
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
  find_question();
  find_standings(place, view);
}

// "Raakte het dorp de zeggenschap kwijt": `kwijt` says nothing that `kwijtraken` does not say; it
// is one cue of two words.
void SentenceContext::join_particles(const SentenceView& view) {
  constexpr std::uint32_t most_words = 63;
  for (const auto& halves : view.halves) {
    const std::uint32_t first = halves.first, second = halves.second;
    if (second < first || second - first >= most_words) continue;
    const auto is_half = [&](const SequenceMatch& cue, std::uint32_t at) {
      return cue.begin == at && cue.end == at + 1;
    };
    const std::vector<SequenceMatch> all = sentence_.cues;
    for (const SequenceMatch& verb : all) {
      if (!is_half(verb, first)) continue;
      const auto joined = std::erase_if(sentence_.cues, [&](const SequenceMatch& cue) {
        return is_half(cue, second) && context_.is_alike(cue, verb);
      });
      if (joined == 0) continue;
      SequenceMatch& whole = *std::ranges::find(sentence_.cues, verb);
      whole.end = second + 1;
      whole.words |= std::uint64_t{1} << (second - first);
    }
  }
}

// "Er is hier niks, | waar moet je dan heen?": what is told before the question is no part of it.
void SentenceContext::find_question() {
  if (!sentence_.is_question || sentence_.answer != 0) return;
  const auto asks = [&](const Clause& it) {
    const std::uint32_t first = it.begin + (words_[it.begin].is_coordinator ? 1U : 0U);
    return it.finite != Clause::no_verb && (it.finite == first || words_[first].asks);
  };
  bool is_told = false;
  for (const Clause& it : sentence_.clauses.all) {
    if (it.opening != ClauseWord::Opening::main || it.finite == Clause::no_verb) continue;
    if (!asks(it)) {
      is_told = true;
    } else if (is_told) {
      sentence_.question = it.begin;
      return;
    } else {
      return;
    }
  }
  if (is_told && std::ranges::any_of(words_, &ClauseWord::assures)) sentence_.is_question = false;
}

// Rule 8: what stands after a contrast, what is conceded, what is only said by the way.
void SentenceContext::find_standings(const SentencePlace& place, const SentenceView& view) {
  const auto form = [&](std::uint32_t word) -> const std::string& {
    return vocabulary_[place.analysed.words[view.words.tokens[word]]].folded;
  };
  const auto& clauses = sentence_.clauses.all;
  std::vector<std::uint32_t> contrasts(clauses.size());
  for (const SequenceMatch& cue : sentence_.cues) {
    if (!context_.is_contrast(cue)) continue;
    const std::uint32_t clause = sentence_.clauses.of_word[cue.begin];
    // "maar ook" adds; "nu de subsidie weg is" gives a reason, "nu is zij weg" a contrast.
    const bool adds = cue.end < words_.size() && form(cue.end) == "ook";
    const bool is_reason =
        form(cue.begin) == "nu" && clauses[clause].opening != ClauseWord::Opening::main;
    if (!adds && !is_reason) ++contrasts[clause];
  }
  std::uint32_t passed = 0;
  for (std::uint32_t clause = 0; clause < clauses.size(); ++clause) {
    const ClauseWord::Opening opening = clauses[clause].opening;
    Standing standing;
    if (opening == ClauseWord::Opening::main) {
      passed += contrasts[clause];
      standing.after_contrast = passed;
    } else {
      standing = sentence_.standings[clauses[clause].parent];
      if (opening == ClauseWord::Opening::adjunct || opening == ClauseWord::Opening::relative)
        standing.is_aside = true;
      if (opening != ClauseWord::Opening::complement && contrasts[clause] > 0)
        standing.is_conceded = true;
    }
    sentence_.standings.push_back(standing);
  }
}

void SentenceContext::open_clause(const SequenceMatch& cue) {
  ClauseWord& first = words_[cue.begin];
  if (first.opening != ClauseWord::Opening::none) return;
  first.opening = cue.end > cue.begin + 1 && first.opening_as_cue == ClauseWord::Opening::none
                      ? ClauseWord::Opening::main
                      : first.opening_as_cue;
}

// Rule 2.
void SentenceContext::note_spent(std::span<const SequenceMatch> matches) {
  std::vector<std::uint32_t> owners(
      words_.size());  // by word: the match that asks for it, plus one
  for (std::uint32_t i = 0; i < matches.size(); ++i)
    for (std::uint32_t word = matches[i].begin; word < matches[i].end; ++word)
      if (covers(matches[i], word)) owners[word] = i + 1;
  sentence_.spent.clear();
  for (const SequenceMatch& cue : sentence_.cues) {
    bool is_spent = owners[cue.begin] != 0;
    for (std::uint32_t word = cue.begin; word < cue.end; ++word)
      if (covers(cue, word)) is_spent = is_spent && owners[word] == owners[cue.begin];
    sentence_.spent.push_back(is_spent ? 1 : 0);
  }
}

void SentenceContext::attend_to(std::span<const SequenceMatch> matches) {
  if (sentence_.clauses.of_word.empty() || sentence_.standings.empty()) return;
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
  note_spent(matches);
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
