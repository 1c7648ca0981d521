#include "pipeline/pseudonymise/name_words.h"

#include <algorithm>

#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

// "v/d" is the one abbreviation with a stroke in it.
bool is_stroke_of_particle(std::string_view text, Span before) {
  const std::string_view word = slice(text, before);
  return word == "v" || word == "V";
}

class Splitter {
 public:
  Splitter(std::string_view text, WordsOf kind) : text_(text), kind_(kind) {}

  std::vector<NameWord> run() {
    while (at_ < text_.size()) step();
    return std::move(words_);
  }

 private:
  void step() {
    if (const std::size_t end = tag_end(text_, at_); end > at_) tag_end_ = end;
    const Character next = character_at(text_, at_);
    if (next.is_letter())
      take_letters(next);
    else if (next.kind == CharacterKind::digit)
      take_while([](const Character& c) { return c.kind == CharacterKind::digit; }, false);
    else if (text_[at_] == '&' || text_[at_] == ',' || text_[at_] == '+')
      put(at_ + 1, false);
    else
      at_ += std::max<std::uint32_t>(next.size, 1);
  }

  void take_letters(const Character& first) {
    const bool is_capital = first.kind == CharacterKind::upper;
    if (kind_ == WordsOf::text)
      return take_while([](const Character& c) { return c.is_letter(); }, is_capital);
    bool was_lower = false;
    take_while(
        [&](const Character& c) {
          if (!c.is_letter() || (was_lower && c.kind == CharacterKind::upper)) return false;
          was_lower = c.kind == CharacterKind::lower;
          return true;
        },
        is_capital);
  }

  template <typename Goes>
  void take_while(Goes goes_on, bool is_capital) {
    std::size_t end = at_;
    while (end < text_.size()) {
      const Character next = character_at(text_, end);
      const bool is_mark = end > at_ && is_mark_at(text_, end);
      if (!is_mark && !goes_on(next)) break;
      end += next.size;
    }
    put(end, is_capital);
  }

  void put(std::size_t end, bool is_capital) {
    words_.push_back({{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)},
                      is_capital,
                      at_ < tag_end_});
    at_ = end;
  }

  std::string_view text_;
  WordsOf kind_;
  std::size_t at_ = 0, tag_end_ = 0;
  std::vector<NameWord> words_;
};

}  // namespace

std::vector<NameWord> name_words(std::string_view text, WordsOf kind) {
  return Splitter(text, kind).run();
}

bool may_join(std::string_view text, Span before, Span after) {
  constexpr std::size_t longest = 40, longest_abbreviation = 3;  // the indent of a next line
  if (after.begin - before.end > longest) return false;
  unsigned line_ends = 0;
  for (const char sign : slice(text, {before.end, after.begin})) {
    switch (sign) {
      case ' ':
      case '\t':
      case '-':
      case '_':
      case '\'':
        break;
      case '\n':
        if (++line_ends > 1) return false;
        break;
      case '.':
        if (length(before) > longest_abbreviation) return false;
        break;
      case '/':
        if (!is_stroke_of_particle(text, before)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

std::size_t tag_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 40;
  if (text[at] != '[') return at;
  std::size_t end = at + 1;
  for (; end < text.size() && end - at < longest; ++end) {
    const char sign = text[end];
    const bool is_capital = sign >= 'A' && sign <= 'Z';
    if (end == at + 1 && !is_capital) return at;
    if (!is_capital && (sign < '0' || sign > '9') && sign != '-' && sign != '_') break;
  }
  return end < text.size() && text[end] == ']' && end > at + 2 ? end + 1 : at;
}

}  // namespace pipeline
