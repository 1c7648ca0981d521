#include "pipeline/tag/sentence_view.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

using Break = ClauseWord::Break;

Break break_of(std::string_view mark) {
  if (mark.empty()) return Break::none;
  switch (mark.front()) {
    case ',':
      return Break::comma;
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case '-':
      return Break::strong;
    default:
      break;
  }
  return mark == "\u2013" || mark == "\u2014" || mark == "\u2026" ? Break::strong : Break::none;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// How an answer to one's own question begins.
constexpr std::array<std::string_view, 14> answers{
    "nee",  "neen", "nou",   "ja",         "jawel",  "nooit",   "niet",
    "geen", "niks", "niets", "nauwelijks", "zelden", "vergeet", "amper"};
// "…, toch?" asks for assent; what stands before it is claimed.
constexpr std::array<std::string_view, 9> assent{"toch", "hè",   "he",  "hé",   "nietwaar",
                                                 "wel",  "hoor", "nou", "zeker"};

bool interviewer_speaks(const Segmented& segmented, const Passage& passage) {
  return passage.speaker && segmented.speakers[*passage.speaker].kind == SpeakerKind::interviewer;
}

std::span<const SeparableVerb> verbs_in(const Analysed& analysed, const Sentence& sentence) {
  const auto before = [](const SeparableVerb& verb, std::uint32_t token) {
    return verb.verb < token;
  };
  const auto begin = std::lower_bound(analysed.separable.begin(), analysed.separable.end(),
                                      sentence.first_token, before);
  const auto end = std::lower_bound(begin, analysed.separable.end(), sentence.end_token, before);
  return {begin, end};
}

}  // namespace

SentencePlace SentencePlace::at(std::string_view text, const Segmented& segmented,
                                const Analysed& analysed, std::uint32_t passage,
                                std::uint32_t sentence) {
  const Passage& within = segmented.passages[passage];
  const Sentence& it = segmented.sentences[sentence];
  return {text,
          segmented,
          analysed,
          it,
          verbs_in(analysed, it),
          passage,
          within.kind == PassageKind::heading,
          interviewer_speaks(segmented, within),
          sentence,
          0};
}

SentencePlace SentencePlace::with_answer() const {
  constexpr std::uint32_t longest_question = 7, longest_answer = 10;  // tokens
  SentencePlace both = *this;
  if (is_interviewer || number + 1 >= segmented.passages[passage].end_sentence) return both;
  const Sentence& next = segmented.sentences[number + 1];
  if (sentence.end_token - sentence.first_token > longest_question ||
      next.end_token - next.first_token > longest_answer || next.end_token == next.first_token ||
      slice(text, segmented.tokens[sentence.end_token - 1].span) != "?" ||
      slice(text, segmented.tokens[next.end_token - 1].span) == "?")
    return both;
  std::string first(slice(text, segmented.tokens[next.first_token].span));
  first.front() = first.front() >= 'A' && first.front() <= 'Z'
                      ? static_cast<char>(first.front() - 'A' + 'a')
                      : first.front();
  if (!is_one_of(first, answers)) return both;
  both.answer_token = next.first_token;
  both.sentence.end_token = next.end_token;
  return both;
}

bool SentenceView::look_at(const SentencePlace& place, WordClasses& classes,
                           Vocabulary& vocabulary) {
  words.clear();
  breaks.clear();
  halves.clear();
  bool is_asked_for = false;
  Break before = Break::none;
  for (std::uint32_t t = place.sentence.first_token; t < place.sentence.end_token; ++t) {
    const Token& token = place.segmented.tokens[t];
    if (!token.is_word()) {
      if (token.kind == TokenKind::punctuation)
        before = std::max(before, break_of(slice(place.text, token.span)));
      continue;
    }
    const KindId kind = classes.of_word(place.analysed.words[t], place.analysed.readings[t]);
    is_asked_for = is_asked_for || kind != 0;
    words.tokens.push_back(t);
    words.kinds.push_back(kind);
    words.break_before.push_back(before != Break::none);
    breaks.push_back(before);
    before = Break::none;
  }
  if (!place.verbs.empty()) {
    join_verbs(place, classes, vocabulary);
    is_asked_for = is_asked_for || std::any_of(halves.begin(), halves.end(), [&](const auto& half) {
                     return words.kinds[half.first] != 0;
                   });
  }
  return is_asked_for;
}

void SentenceView::join_verbs(const SentencePlace& place, WordClasses& classes,
                              Vocabulary& vocabulary) {
  const auto word_at = [&](std::uint32_t token) {
    const auto it = std::lower_bound(words.tokens.begin(), words.tokens.end(), token);
    return static_cast<std::uint32_t>(it - words.tokens.begin());
  };
  for (const SeparableVerb& verb : place.verbs) {
    const WordId lemma = vocabulary.id_of(verb.lemma);
    const std::uint32_t first = word_at(verb.verb), second = word_at(verb.particle);
    if (second >= words.size()) continue;
    const auto both = [&](std::uint32_t token) {
      return classes.of_both(place.analysed.words[token], place.analysed.readings[token], lemma);
    };
    words.kinds[first] = both(verb.verb);
    words.kinds[second] = both(verb.particle);
    halves[first] = second;
    halves[second] = first;
  }
}

void SentenceView::drop_second_halves(std::vector<SequenceMatch>& matches) const {
  if (halves.empty()) return;
  const std::vector<SequenceMatch> all = matches;
  std::erase_if(matches, [&](const SequenceMatch& match) {
    const auto half = halves.find(match.begin);
    if (half == halves.end() || half->second > match.begin || match.end != match.begin + 1)
      return false;
    return std::any_of(all.begin(), all.end(), [&](const SequenceMatch& other) {
      return other.rule == match.rule && other.begin == half->second &&
             other.end == half->second + 1;
    });
  });
}

Span SentenceView::span_of(const SequenceMatch& match, const Segmented& segmented) const {
  std::uint32_t first = match.begin, last = match.end - 1;
  if (first == last)
    if (const auto half = halves.find(first); half != halves.end()) {
      first = std::min(first, half->second);
      last = std::max(last, half->second);
    }
  return {segmented.tokens[words.tokens[first]].span.begin,
          segmented.tokens[words.tokens[last]].span.end};
}

bool asks(const SentencePlace& place) {
  const auto& tokens = place.segmented.tokens;
  std::uint32_t end = place.sentence.end_token;
  bool has_mark = false;
  while (end > place.sentence.first_token && !tokens[end - 1].is_word())
    has_mark = slice(place.text, tokens[--end].span).front() == '?' || has_mark;
  if (!has_mark || end < place.sentence.first_token + 3) return has_mark;
  return !(!tokens[end - 2].is_word() &&
           is_one_of(slice(place.text, tokens[end - 1].span), assent));
}

}  // namespace pipeline
