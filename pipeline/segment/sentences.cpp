#include "pipeline/segment/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "pipeline/model/utf8.h"
#include "pipeline/segment/abbreviations.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/unpunctuated.h"

namespace pipeline {
namespace {

bool is_among(char sign, std::string_view signs) {
  return signs.find(sign) != std::string_view::npos;
}

// How surely a token ends a sentence.
enum class End : std::uint8_t {
  none,
  ellipsis,      // "..." may be a pause
  stop,          // "." "?" "!"
  foreign,       // the full stops of other scripts need no capital behind them
  abbreviation,  // "enz." does where a capital follows
  dotted         // "V.S." does where a word follows that begins sentences
};

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
           std::vector<Sentence>& sentences)
      : text_(text), tokens_(tokens), first_(first), sentences_(sentences) {}

  void run() {
    for (std::uint32_t at = first_; at < size(); ++at) {
      const End end = end_at(at);
      if (is_quote(at)) in_quote_ = !closes(at);
      if (end == End::none) continue;
      const auto [last, surest] = past_closers(at, end);
      at = last;
      if (at + 1 < size() && breaks(surest, at)) put(at + 1);
    }
    if (first_ < size()) put(size());
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::string_view form(std::uint32_t at) const { return slice(text_, tokens_[at].span); }
  char sign(std::uint32_t at) const {
    return tokens_[at].is_word() ? ' ' : text_[tokens_[at].span.begin];
  }
  bool is_quote(std::uint32_t at) const { return sign(at) == '"'; }
  bool is_attached(std::uint32_t at) const {  // to the token before it
    return at > 0 && at < size() && tokens_[at - 1].span.end == tokens_[at].span.begin;
  }
  CharacterKind first_kind(std::uint32_t at) const {
    return character_at(text_, tokens_[at].span.begin).kind;
  }

  void put(std::uint32_t end) {
    for (const std::uint32_t begin : begins_within(text_, tokens_, first_, end)) put_one(begin);
    put_one(end);
  }
  void put_one(std::uint32_t end) {
    sentences_.push_back({{tokens_[first_].span.begin, tokens_[end - 1].span.end}, first_, end});
    first_ = end;
  }

  End end_at(std::uint32_t at) const;
  bool closes(std::uint32_t at) const;
  std::pair<std::uint32_t, End> past_closers(std::uint32_t at, End end);
  bool breaks(End end, std::uint32_t last) const;
  bool breaks_before_lower(End end, std::uint32_t last, std::uint32_t word) const;
  bool opens_sentence(std::uint32_t word) const;
  bool is_list_number(std::uint32_t last) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;  // token that begins the present sentence
  bool in_quote_ = false;
  std::vector<Sentence>& sentences_;
};

End Splitter::end_at(std::uint32_t at) const {
  const std::string_view word = form(at);
  if (tokens_[at].kind == TokenKind::word) {
    if (word.size() < 2 || word.back() != '.') return End::none;
    const std::string_view bare = word.substr(0, word.size() - 1);
    switch (abbreviation(bare)) {
      case Abbreviation::leads:
        return End::none;
      case Abbreviation::stops:
        return End::abbreviation;
      case Abbreviation::none:
        break;
    }
    return bare.find('.') == std::string_view::npos ? End::none : End::dotted;
  }
  if (tokens_[at].kind == TokenKind::number)  // "2004-...": an open end
    return word.ends_with("..") ? End::ellipsis : End::none;
  if (word == "…" || word.starts_with("..")) return End::ellipsis;
  if (is_among(word.front(), ".?!")) return End::stop;
  if (static_cast<unsigned char>(word.front()) < 0x80) return End::none;
  const auto character = static_cast<UChar32>(code_point_at(word, 0).value);
  return u_hasBinaryProperty(character, UCHAR_S_TERM) ? End::foreign : End::none;
}

// Whether the quote at `at` closes: by what it touches, else by whether one is open.
bool Splitter::closes(std::uint32_t at) const {
  const bool before = is_attached(at) && !is_among(sign(at - 1), "([{");
  const bool after = is_attached(at + 1);
  if (after && is_among(sign(at + 1), ",.;:?!)]}")) return true;
  return before == after ? in_quote_ : before;
}

// The last of the closing signs and further full stops behind the one at `at`, and how surely a
// sentence ends there: "de V.S.!)" does.
std::pair<std::uint32_t, End> Splitter::past_closers(std::uint32_t at, End end) {
  while (at + 1 < size()) {
    const char next = sign(at + 1);
    if (next == '"') {
      if (!closes(at + 1)) break;
      in_quote_ = false;
    } else if (next == '\'') {
      if (!is_attached(at + 1) || (is_attached(at + 2) && sign(at + 2) == ' ')) break;
    } else if (is_among(next, ".?!") && is_attached(at + 1)) {
      end = End::stop;
    } else if (!is_among(next, ")]}")) {
      break;
    }
    ++at;
  }
  return {at, end};
}

// "1. Doel", "IV. Slot", "a. zorg": what stands before the full stop numbers a list.
bool Splitter::is_list_number(std::uint32_t last) const {
  if (last != first_ + 1 || form(last) != ".") return false;
  const std::string_view word = form(first_);
  return tokens_[first_].kind == TokenKind::number || word.size() == 1 ||
         std::ranges::all_of(word, [](char letter) { return is_among(letter, "IVXLCDM"); });
}

bool Splitter::opens_sentence(std::uint32_t word) const {
  const std::string_view begin = form(word);
  const bool is_small = begin == "De" || begin == "In" || begin == "Op" || begin == "Van";
  return (is_small || opens_sentences(begin)) && word + 1 < size() &&
         first_kind(word + 1) == CharacterKind::lower;
}

// Lower case goes on, but for "'s Avonds" and for a remark in brackets of its own.
bool Splitter::breaks_before_lower(End end, std::uint32_t last, std::uint32_t word) const {
  if (end != End::stop) return false;
  if (form(word).front() == '\'')
    return word + 1 < size() && first_kind(word + 1) == CharacterKind::upper;
  return is_among(sign(last + 1), "([");
}

// Whether a sentence ends behind token `last`, which is not the paragraph's last.
bool Splitter::breaks(End end, std::uint32_t last) const {
  if (end == End::foreign) return true;
  if (is_list_number(last)) return false;
  std::uint32_t word = last + 1;
  while (word < size() && (is_among(sign(word), "\"'([{-*") || form(word) == "–")) ++word;
  if (word == size()) return false;
  if (tokens_[word].kind == TokenKind::punctuation) {
    // A bullet, an amount or a little picture may begin a sentence; a comma goes on.
    const bool is_sign =
        static_cast<unsigned char>(form(word).front()) >= 0x80 && form(word) != "…";
    return end == End::stop && (is_sign || is_among(sign(word), "$<#"));
  }
  const CharacterKind kind = form(word).front() == '\'' ? CharacterKind::lower : first_kind(word);
  switch (end) {
    case End::abbreviation:
      return kind == CharacterKind::upper;
    case End::dotted:
      return kind == CharacterKind::upper && opens_sentence(word);
    default:
      return kind == CharacterKind::lower ? breaks_before_lower(end, last, word) : true;
  }
}

}  // namespace

void append_sentences(std::string_view text, const std::vector<Token>& tokens,
                      std::uint32_t first_token, std::vector<Sentence>& sentences) {
  Splitter(text, tokens, first_token, sentences).run();
}

}  // namespace pipeline
