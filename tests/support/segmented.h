// What a segmented text promises, for property tests and fuzz entries.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

namespace segmented_check {

inline bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t';
}

// Whether `span` is filled, in the text, trimmed of blanks and not before `last`.
inline bool is_next(std::string_view text, Span span, std::uint32_t last) {
  return span.begin >= last && span.begin < span.end && span.end <= text.size() &&
         !is_blank(text[span.begin]) && !is_blank(text[span.end - 1]);
}

}  // namespace segmented_check

// The first promise of model/document.h that is broken; empty if all are kept.
inline std::string broken_promise(std::string_view text, const Segmented& segmented) {
  using segmented_check::is_next;
  std::uint32_t end = 0, sentence = 0, token = 0;
  for (const Passage& passage : segmented.passages) {
    if (!is_next(text, passage.span, end)) return "passage out of order";
    end = passage.span.end;
    if (passage.speaker && *passage.speaker >= segmented.speakers.size()) return "no such speaker";
    if (passage.first_sentence != sentence || passage.end_sentence <= sentence)
      return "sentences of passages do not join";
    sentence = passage.end_sentence;
    if (sentence > segmented.sentences.size()) return "no such sentence";
    for (auto at = passage.first_sentence; at < sentence; ++at)
      if (!contains(passage.span, segmented.sentences[at].span)) return "sentence outside passage";
  }
  if (sentence != segmented.sentences.size()) return "sentence of no passage";
  end = 0;
  for (const Sentence& here : segmented.sentences) {
    if (!is_next(text, here.span, end)) return "sentence out of order";
    end = here.span.end;
    if (here.first_token != token || here.end_token <= token) return "tokens do not join";
    token = here.end_token;
    if (token > segmented.tokens.size()) return "no such token";
    for (auto at = here.first_token; at < token; ++at)
      if (!contains(here.span, segmented.tokens[at].span)) return "token outside sentence";
  }
  if (token != segmented.tokens.size()) return "token of no sentence";
  end = 0;
  for (const Token& here : segmented.tokens) {
    if (!is_next(text, here.span, end)) return "token out of order";
    end = here.span.end;
  }
  return {};
}

// What is no blank and in no token.
inline std::string letters_outside_tokens(std::string_view text, const Segmented& segmented) {
  std::string outside;
  std::size_t at = 0;
  const auto look = [&](std::size_t end) {
    for (; at < end; ++at)
      if (!segmented_check::is_blank(text[at])) outside += text[at];
  };
  for (const Token& token : segmented.tokens) {
    look(token.span.begin);
    at = token.span.end;
  }
  look(text.size());
  return outside;
}

}  // namespace pipeline
