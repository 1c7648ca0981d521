// Small texts cut the plain way, for tests of rooms that take segmented text: a line is a passage,
// '.', '?' and '!' end a sentence, letters and digits make words.
//   cut("Zij werkten samen. Goed!\nEn nu?") -> two passages, three sentences
#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

inline bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte >= 0x80 || byte == '-';
}

class PlainCutter {
 public:
  explicit PlainCutter(std::string_view text) : text_(text) {}

  Segmented operator()() {
    while (at_ < text_.size()) step();
    end_passage();
    return cut_;
  }

 private:
  void step() {
    const std::uint32_t begin = at_++;
    const char c = text_[begin];
    if (c == '\n') return end_passage();
    if (c == ' ') return;
    TokenKind kind = TokenKind::punctuation;
    if (is_word_byte(c)) {
      kind = c >= '0' && c <= '9' ? TokenKind::number : TokenKind::word;
      while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    }
    cut_.tokens.push_back({{begin, at_}, kind});
    if (c == '.' || c == '?' || c == '!') end_sentence();
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(cut_.tokens.size());
    if (end == first_token_) return;
    cut_.sentences.push_back(
        {{cut_.tokens[first_token_].span.begin, cut_.tokens.back().span.end}, first_token_, end});
    first_token_ = end;
  }

  void end_passage() {
    end_sentence();
    const auto end = static_cast<std::uint32_t>(cut_.sentences.size());
    if (end == first_sentence_) return;
    Passage passage;
    passage.span = {cut_.sentences[first_sentence_].span.begin, cut_.sentences.back().span.end};
    passage.first_sentence = first_sentence_;
    passage.end_sentence = end;
    cut_.passages.push_back(passage);
    first_sentence_ = end;
  }

  std::string_view text_;
  std::uint32_t at_ = 0, first_token_ = 0, first_sentence_ = 0;
  Segmented cut_;
};

inline Segmented cut(std::string_view text) {
  return PlainCutter(text)();
}

}  // namespace pipeline
