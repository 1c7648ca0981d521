#include "pipeline/index/passage_terms.h"

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/terms.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

// The token range of a passage.
std::pair<std::uint32_t, std::uint32_t> tokens_of(const Segmented& segmented,
                                                  const Passage& passage) {
  if (passage.first_sentence == passage.end_sentence) return {0, 0};
  return {segmented.sentences[passage.first_sentence].first_token,
          segmented.sentences[passage.end_sentence - 1].end_token};
}

// The first token of the range that does not lie before `offset`.
std::uint32_t token_at(const Segmented& segmented, std::pair<std::uint32_t, std::uint32_t> range,
                       std::uint32_t offset) {
  const auto begin = segmented.tokens.begin();
  const auto found =
      std::partition_point(begin + range.first, begin + range.second,
                           [offset](const Token& token) { return token.span.end <= offset; });
  return static_cast<std::uint32_t>(found - begin);
}

// Where a coding stands: its patterns' first words, or its own beginning (a person's coding).
std::vector<std::uint32_t> places_of(const Coding& coding) {
  std::vector<std::uint32_t> places;
  for (const Evidence& evidence : coding.evidence)
    if (evidence.kind == Evidence::Kind::pattern) places.push_back(evidence.match.begin);
  if (places.empty()) places.push_back(coding.span.begin);
  return places;
}

}  // namespace

PassageTerms::PassageTerms(const Vocabulary& vocabulary, bool exact_forms)
    : vocabulary_(&vocabulary), exact_forms_(exact_forms) {}

void PassageTerms::read(const Segmented& segmented, const Passage& passage,
                        const Analysed& analysed, std::span<const Coding* const> codings) {
  writer_.clear();
  marks_.clear();
  for (const Coding* coding : codings)
    if (coding->status != CodingStatus::rejected) mark(segmented, passage, *coding);
  std::sort(marks_.begin(), marks_.end());
  marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
  next_mark_ = 0;
  const auto first_verb =
      std::partition_point(analysed.separable.begin(), analysed.separable.end(),
                           [first = tokens_of(segmented, passage).first](
                               const SeparableVerb& verb) { return verb.verb < first; });
  next_verb_ = static_cast<std::size_t>(first_verb - analysed.separable.begin());
  for (std::uint32_t i = passage.first_sentence; i < passage.end_sentence; ++i)
    write_sentence(segmented, segmented.sentences[i], analysed);
  // Evidence behind the last word, or in a passage without words.
  if (next_mark_ == marks_.size()) return;
  for (; next_mark_ < marks_.size(); ++next_mark_)
    writer_.add(Place::beside, marks_[next_mark_].second);
  writer_.end_sentence();
}

void PassageTerms::mark(const Segmented& segmented, const Passage& passage, const Coding& coding) {
  const auto range = tokens_of(segmented, passage);
  for (const std::uint32_t place : places_of(coding))
    for (std::string& term : coding_terms(coding))
      marks_.emplace_back(token_at(segmented, range, place), std::move(term));
}

void PassageTerms::write_sentence(const Segmented& segmented, const Sentence& sentence,
                                  const Analysed& analysed) {
  const std::uint32_t before = writer_.position();
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
    if (segmented.tokens[i].is_word()) write_token(i, analysed);
  if (writer_.position() != before) writer_.end_sentence();
}

void PassageTerms::write_token(std::uint32_t token, const Analysed& analysed) {
  const WordTerms& terms = terms_of(analysed.words[token], analysed.readings[token]);
  writer_.add(Place::lemma, terms.lemma);
  if (!terms.form.empty()) writer_.add(Place::beside, terms.form);
  for (; next_verb_ < analysed.separable.size() && analysed.separable[next_verb_].verb <= token;
       ++next_verb_)
    if (analysed.separable[next_verb_].verb == token)
      writer_.add(Place::apart, term_of(fold(analysed.separable[next_verb_].lemma)));
  // Evidence that begins with punctuation counts for the word after it.
  for (; next_mark_ < marks_.size() && marks_[next_mark_].first <= token; ++next_mark_)
    writer_.add(Place::beside, marks_[next_mark_].second);
}

const PassageTerms::WordTerms& PassageTerms::terms_of(WordId id, std::uint8_t reading) {
  const auto place = static_cast<std::size_t>(id);
  if (place >= words_.size()) words_.resize(std::max(place + 1, words_.size() * 2));
  std::vector<WordTerms>& readings = words_[place];
  if (readings.empty()) {
    const Word& word = (*vocabulary_)[id];
    for (std::size_t i = 0; i < word.readings.size(); ++i)
      readings.push_back({lemma_term(word, i), exact_forms_ ? form_term(word, i) : std::string()});
  }
  return readings[reading];
}

std::vector<const Coding*> by_passage(std::span<const Coding> codings) {
  std::vector<const Coding*> sorted;
  sorted.reserve(codings.size());
  for (const Coding& coding : codings) sorted.push_back(&coding);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Coding* a, const Coding* b) { return a->passage < b->passage; });
  return sorted;
}

std::span<const Coding* const> of_passage(std::span<const Coding* const> sorted,
                                          std::uint32_t passage) {
  const auto first = std::partition_point(
      sorted.begin(), sorted.end(), [passage](const Coding* c) { return c->passage < passage; });
  const auto last = std::partition_point(
      first, sorted.end(), [passage](const Coding* c) { return c->passage == passage; });
  return {first, last};
}

}  // namespace pipeline
