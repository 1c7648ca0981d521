// A text cut by the plainest rules, so that a test of tagging shows nothing but tagging: a line is
// a passage, "I: " and "R: " name its speaker, "# " a heading; a sentence ends at ".", "!" or "?".
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  Segmented cut() {
    made_.speakers.resize(2);
    made_.speakers[0].kind = SpeakerKind::interviewer;
    made_.speakers[1].kind = SpeakerKind::respondent;
    for (std::uint32_t at = 0; at < size();) {
      std::uint32_t end = at;
      while (end < size() && text_[end] != '\n') ++end;
      if (end > at) add_passage(at, end);
      at = end + 1;
    }
    return made_;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  void add_passage(std::uint32_t begin, std::uint32_t end) {
    Passage passage;
    const std::string_view label = text_.substr(begin, 3);
    if (label == "I: " || label == "R: ") {
      passage.kind = PassageKind::turn;
      passage.speaker = label == "I: " ? 0 : 1;
      begin += 3;
    } else if (label.starts_with("# ")) {
      passage.kind = PassageKind::heading;
      begin += 2;
    }
    passage.span = {begin, end};
    passage.first_sentence = static_cast<std::uint32_t>(made_.sentences.size());
    add_sentences(begin, end);
    passage.end_sentence = static_cast<std::uint32_t>(made_.sentences.size());
    made_.passages.push_back(passage);
  }

  void add_sentences(std::uint32_t at, std::uint32_t end) {
    auto first = static_cast<std::uint32_t>(made_.tokens.size());
    const auto close = [&] {
      const auto last = static_cast<std::uint32_t>(made_.tokens.size());
      if (last == first) return;
      made_.sentences.push_back(
          {{made_.tokens[first].span.begin, made_.tokens.back().span.end}, first, last});
      first = last;
    };
    while (at < end) {
      if (text_[at] == ' ') {
        ++at;
        continue;
      }
      std::uint32_t stop = at;
      while (stop < end && is_letter(text_[stop])) ++stop;
      const bool is_word = stop > at;
      if (!is_word) ++stop;
      made_.tokens.push_back({{at, stop}, is_word ? TokenKind::word : TokenKind::punctuation});
      const bool is_end =
          !is_word && std::string_view(".!?").find(text_[at]) != std::string_view::npos;
      at = stop;
      if (is_end) close();
    }
    close();
  }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '\'' || (static_cast<unsigned char>(c) & 0x80) != 0;
  }

  std::string_view text_;
  Segmented made_;
};

}  // namespace pipeline
