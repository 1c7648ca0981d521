#include "pipeline/segment/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/segment/abbreviations.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/marks.h"
#include "pipeline/segment/remarks.h"

namespace pipeline {
namespace {

// Words behind a hyphen that stands for the rest of a compound: "zorg- en welzijn".
constexpr std::array<std::string_view, 11> joining_words{
    "en",      "of",     "noch", "tot", "maar", "als", "dan", "resp", "respectievelijk",
    "alsmede", "evenals"};

// What is taken out most, in tags without a number.
constexpr std::array<std::string_view, 18> tag_names{
    "NAAM",   "PERSOON",  "PLAATS",   "LOCATIE",  "ORGANISATIE", "INSTELLING",
    "DATUM",  "LEEFTIJD", "TELEFOON", "ADRES",    "RESPONDENT",  "INTERVIEWER",
    "E-MAIL", "BSN",      "IBAN",     "POSTCODE", "ACCOUNT",     "WEBPAGINA"};

// Clitics that begin with their apostrophe: 's avonds, 't, 'n, 'm.
constexpr std::array<std::string_view, 10> clitics{"s", "t",  "n",  "m",  "k",
                                                   "r", "ns", "ie", "er", "em"};

// Particles of names behind an initial: "J. van 't Hof".
constexpr std::array<std::string_view, 12> name_particles{"van", "de",  "der", "den", "ten", "ter",
                                                          "'t",  "von", "la",  "le",  "el",  "du"};

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

// Signs that are one token where several stand together: "...", "?!", "---".
bool is_run(char sign, char next) {
  if (sign == '?' || sign == '!') return next == '?' || next == '!';
  return sign == next && std::string_view(".-=_*~#+").find(sign) != std::string_view::npos;
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

// Cuts one stretch. What it looks at ahead is bounded, or taken after.
class Cutter {
 public:
  Cutter(std::string_view text, Span span, std::vector<Token>& tokens, Manner manner)
      : text_(text.substr(0, span.end)),
        at_(span.begin),
        begin_(span.begin),
        is_spoken_(manner == Manner::spoken),
        tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      const Character first = character(at_);
      token_ = at_;
      if (first.kind == CharacterKind::space)
        at_ += first.size;
      else if (first.is_word())
        take_word();
      else
        take_sign();
    }
  }

 private:
  Character character(std::size_t at) const { return character_at(text_, at); }
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  bool is_digit(std::size_t at) const { return byte(at) >= '0' && byte(at) <= '9'; }
  bool is_letter(std::size_t at) const { return character(at).is_letter(); }
  static constexpr std::size_t npos = std::string_view::npos;
  bool is_space(std::size_t at) const { return character(at).kind == CharacterKind::space; }
  std::uint32_t end() const { return static_cast<std::uint32_t>(text_.size()); }
  // The next character that is no space, a few bytes ahead at most.
  std::uint32_t next_word(std::uint32_t at) const {
    return past_spaces(text_, at, std::min(end(), at + 8));
  }
  // The letters from `at` on, no more than `limit` characters of them.
  std::string_view letters(std::size_t at, unsigned limit = 16) const {
    std::size_t last = at;
    for (unsigned taken = 0; taken < limit && is_letter(last); ++taken)
      last += character(last).size;
    return text_.substr(std::min(at, text_.size()), last - at);
  }

  void put(std::uint32_t token_end, TokenKind kind) {
    tokens_.push_back({{token_, token_end}, kind});
    at_ = token_end;
  }
  bool go(std::uint32_t size) {
    at_ += size;
    piece_ = at_;
    return true;
  }

  void take_word();
  bool hesitates() const;
  bool take_join();
  bool joins_dot();
  bool takes_final_dot() const;
  bool is_initial() const;
  bool begins_sentence(std::uint32_t at) const;
  bool has_short_pieces() const;
  bool takes_hyphen() const;
  bool take_formula();
  bool take_web_address();
  void take_sign();
  bool take_tag();
  bool take_small_tag();
  bool begins_word() const;

  std::string_view text_;
  std::uint32_t at_, begin_;
  bool is_spoken_;
  std::uint32_t token_ = 0;
  std::uint32_t piece_ = 0;  // where the letters since the last joiner of this word begin
  std::vector<Token>& tokens_;
};

// From at_, the rest of a word; token_ is where it begins.
void Cutter::take_word() {
  if (take_web_address()) return;
  bool has_letters = false;
  piece_ = at_;
  do {
    for (Character next = character(at_); next.is_word(); next = character(at_)) {
      has_letters |= next.kind != CharacterKind::digit;
      at_ += next.size;
    }
  } while (take_join());
  const bool is_remark = is_spoken_ && has_letters && hesitates();
  put(at_, is_remark ? TokenKind::remark : has_letters ? TokenKind::word : TokenKind::number);
}

// "eh", but not "5 mm".
bool Cutter::hesitates() const {
  const bool is_unit = !tokens_.empty() && tokens_.back().kind == TokenKind::number &&
                       tokens_.back().span.end + 1 >= token_;
  return !is_unit && is_hesitation(text_.substr(token_, at_ - token_));
}

// At a sign behind letters or digits: whether the word goes on with it. If so, at_ is past it.
bool Cutter::take_join() {
  const bool after_digit = is_digit(at_ - 1), before_digit = is_digit(at_ + 1);
  switch (byte(at_)) {
    case '\'':  // auto's, zo'n, 65'er
      return is_letter(at_ + 1) && go(1);
    case '-':
      if (after_digit && text_.substr(at_ + 1, 3) == "...") return go(4);  // 2004-...
      return (character(at_ + 1).is_word() || takes_hyphen()) && go(1);
    case '.':
      if (after_digit && before_digit) return go(1);
      if (is_letter(at_ + 1)) return !after_digit && joins_dot() && go(1);
      if (!takes_final_dot()) return false;
      go(1);
      return byte(at_) == '-' && is_letter(at_ + 1) && go(1);  // O.L.V.-college
    case ',':
      if (after_digit && before_digit) return go(1);
      if (after_digit && byte(at_ + 1) == '-' && !character(at_ + 2).is_word()) at_ += 2;  // 5,-
      return false;
    case ':':
      return after_digit && before_digit && go(1);
    case '/':  // 2024/2025, en/of, t/m, km/u
      if (after_digit && before_digit) return go(1);
      return at_ - piece_ <= 3 && !after_digit && is_letter(at_ + 1) &&
             letters(at_ + 1, 4).size() <= 3 && go(1);
    case '&':
      return !after_digit && is_letter(at_ + 1) && go(1);
    case '_':
    case '@':
      return character(at_ + 1).is_word() && go(1);
    case '%':
    case '+':  // 50%, 65+, 65+'ers, a+b
      if (take_formula()) return false;
      if (!after_digit || before_digit) return false;
      ++at_;
      return byte(at_) == '\'' && is_letter(at_ + 1) && go(1);
    case '=':
    case '^':
    case '(':
      take_formula();
      return false;
    case '\xE2':  // 2010–2015
      return after_digit && text_.substr(at_, 3) == "–" && is_digit(at_ + 3) && go(3);
    default:
      return false;
  }
}

// At a dot before a letter: one word in "i.v.m", "V.S", "zorg.nl"; two in "gedaan.Het", "A.Jansen".
bool Cutter::joins_dot() {
  if (character(at_ + 1).kind == CharacterKind::lower) return true;
  const bool is_short = at_ - piece_ == 1;
  const bool next_is_short = letters(at_ + 1, 2).size() == 1;
  const bool is_abbreviation =
      abbreviation(text_.substr(token_, at_ - token_)) != Abbreviation::none;
  // The initial or title keeps its dot.
  if ((is_short && !next_is_short) || is_abbreviation) ++at_;
  return is_short && next_is_short && !is_abbreviation;
}

// "De gemeente", "Maar ik", but not "De Boer".
bool Cutter::begins_sentence(std::uint32_t at) const {
  const std::string_view word = letters(at);
  if (word != "De" && word != "In" && word != "Op" && word != "Van" && !opens_sentences(word))
    return false;
  const auto last = at + static_cast<std::uint32_t>(word.size());
  return character(next_word(last)).kind == CharacterKind::lower;
}

// At a dot: "J. Jansen", "J. van 't Hof", but not "vitamine C. De stof" or "plan B."
bool Cutter::is_initial() const {
  const Character letter = character(token_);
  if (letter.kind != CharacterKind::upper || token_ + letter.size != at_) return false;
  std::uint32_t next = next_word(at_ + 1);
  if (next == at_ + 1 || next >= end()) return false;
  if (byte(next) == '(') ++next;  // H. (Hennie) Kuipers
  if (character(next).kind == CharacterKind::upper) return !begins_sentence(next);
  return (byte(next) == '\'' && byte(next + 1) == 't') || is_one_of(letters(next), name_particles);
}

// "d.w.z", "A.F", "ca.a": pieces of two letters at most.
bool Cutter::has_short_pieces() const {
  constexpr std::uint32_t longest = 16;
  if (at_ - token_ > longest) return false;
  std::uint32_t letters_in_piece = 0, dots = 0;
  for (std::uint32_t at = token_; at < at_; at += character(at).size) {
    if (byte(at) == '.')
      ++dots, letters_in_piece = 0;
    else if (!is_letter(at) || ++letters_in_piece > 2)
      return false;
  }
  return dots > 0;
}

// At a dot with no letter or digit behind it: whether it is an abbreviation's.
bool Cutter::takes_final_dot() const {
  if (byte(at_ + 1) == '.' || is_digit(at_ - 1)) return false;
  const std::string_view word = text_.substr(token_, at_ - token_);
  if (abbreviation(word) != Abbreviation::none || is_initial() || has_short_pieces()) return true;
  if (piece_ > token_ && byte(piece_ - 1) == '.' &&  // prof.dr.
      abbreviation(text_.substr(piece_, at_ - piece_)) != Abbreviation::none)
    return true;
  const std::uint32_t next = next_word(at_ + 1);
  return word.size() == 1 && next > at_ + 1 &&
         (is_digit(next) || letters(next, 3) == "Chr");  // p. 12, v. Chr.
}

// At a hyphen with no letter behind it: "zorg- en welzijn", "hart-, long- en vaatziekten".
bool Cutter::takes_hyphen() const {
  if (!is_letter(at_ - 1)) return false;
  const char next = byte(at_ + 1);
  if (next == ',' || next == ')' || next == '/') return true;
  const std::uint32_t word = next_word(at_ + 1);
  if (word == at_ + 1 || word >= end()) return false;
  // Behind a line end stands the rest of a name: "Zuid-\nHolland".
  if (next == '\n' && character(word).kind == CharacterKind::upper) return true;
  return is_one_of(letters(word), joining_words) || byte(word) == '(';
}

// At a sign within "a+b=b+a", "sqrt(-1)", "e^(2x)": whether the stretch up to the next space is a
// formula, of numbers, variables and short names of functions. If so, at_ is past it. What people
// write with these signs is none: "zorg+welzijn", "medewerker(s)".
bool Cutter::take_formula() {
  constexpr std::uint32_t longest = 64;
  std::uint32_t last = token_, depth = 0, closed = token_, letters_in_row = 0;
  bool has_operator = false;
  for (; last < std::min(end(), token_ + longest) && !is_space(last); ++last) {
    const char sign = byte(last);
    const bool is_plain_letter = (sign >= 'a' && sign <= 'z') || is_upper(sign);
    if (letters_in_row > 2 && !is_plain_letter && (sign != '(' || letters_in_row > 5)) break;
    letters_in_row = is_plain_letter ? letters_in_row + 1 : 0;
    has_operator |= sign == '=' || sign == '^' || sign == '+' || (sign == '-' && depth > 0);
    if (sign == '(') ++depth;
    if (sign == ')' && depth-- == 0) break;
    if (!is_plain_letter && !is_digit(last) && std::string_view("()+=^*/-.,").find(sign) == npos)
      return false;
    if (depth == 0 && (is_plain_letter || is_digit(last) || sign == ')')) closed = last + 1;
  }
  const bool is_whole = closed == last || std::string_view(".,)").find(byte(closed)) != npos;
  if (!has_operator || !is_whole || letters_in_row > 2 || closed <= at_) return false;
  at_ = closed;
  return true;
}

bool Cutter::take_web_address() {
  if (byte(at_) != 'h' && byte(at_) != 'w') return false;
  const std::string_view rest = text_.substr(at_, 8);
  if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www."))
    return false;
  std::uint32_t last = at_;
  while (last < end() && !is_space(last) && byte(last) != '<' && byte(last) != '>' &&
         byte(last) != '"')
    last += character(last).size;
  const bool has_bracket = text_.substr(at_, last - at_).find('(') != std::string_view::npos;
  const std::string_view edges = has_bracket ? ".,;:!?]}'*-" : ".,;:!?]}'*-)";
  while (last > at_ + 4 && edges.find(text_[last - 1]) != std::string_view::npos) --last;
  put(last, TokenKind::word);
  return true;
}

// At a sign that belongs to the word behind it: 's avonds, '50, had -ie, @naam, #zorg.
bool Cutter::begins_word() const {
  const bool is_first = token_ == begin_ || !character(token_ - 1).is_word();
  const auto word = letters(at_ + 1, 4);
  switch (byte(at_)) {
    case '\'': {
      if (!is_first) return false;
      const bool is_year = is_digit(at_ + 1) && is_digit(at_ + 2) && !is_digit(at_ + 3) &&
                           (byte(at_ + 3) != '\'' || is_letter(at_ + 4));
      return is_year || (is_one_of(word, clitics) && byte(at_ + 1 + word.size()) != '\'');
    }
    case '-':
      return word == "ie" || word == "tie";
    case '@':
    case '#':
      return is_first && !word.empty();
    default:
      return false;
  }
}

// [NAAM-1], <PERSOON-2>, [DATUM]: what stands for a name taken out.
bool Cutter::take_tag() {
  const char open = byte(at_), close = open == '[' ? ']' : '>';
  if (open != '[' && open != '<') return false;
  constexpr std::uint32_t longest = 40;
  std::uint32_t last = at_ + 1, capitals = 0;
  bool has_digit = false;
  for (; last < at_ + longest; ++last) {
    capitals += is_upper(byte(last)) ? 1 : 0;
    has_digit |= is_digit(last);
    if (!is_upper(byte(last)) && !is_digit(last) && byte(last) != '-' && byte(last) != '_') break;
  }
  if (byte(last) != close || capitals < 2 || !is_upper(byte(at_ + 1))) return false;
  const std::string_view name = text_.substr(at_ + 1, last - at_ - 1);
  if (!has_digit && !is_one_of(name, tag_names)) return false;
  put(last + 1, TokenKind::word);
  return true;
}

// <plaats>, [naam 2]: the same in lower case; other words in such brackets are remarks.
bool Cutter::take_small_tag() {
  const char open = byte(at_), close = open == '[' ? ']' : '>';
  if (open != '[' && open != '<') return false;
  std::string name(letters(at_ + 1));
  std::uint32_t last = at_ + 1 + static_cast<std::uint32_t>(name.size());
  std::ranges::transform(name, name.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  if (!is_one_of(name, tag_names)) return false;
  const char joiner = byte(last);
  if ((joiner == ' ' || joiner == '-' || joiner == '_') && is_digit(last + 1)) ++last;
  for (unsigned digits = 0; digits < 4 && is_digit(last); ++digits) ++last;
  if (byte(last) != close) return false;
  put(last + 1, TokenKind::word);
  return true;
}

void Cutter::take_sign() {
  if (take_tag() || take_small_tag()) return;
  if (is_spoken_)
    if (const auto end = remark_at(text_, at_)) return put(*end, TokenKind::remark);
  if (const auto end = note_number_at(text_, at_)) return put(*end, TokenKind::remark);
  if (begins_word()) {
    ++at_;
    return take_word();
  }
  if (const auto mark = time_mark_at(text_, at_)) return put(mark->end, TokenKind::punctuation);
  std::uint32_t last = at_ + character(at_).size;
  while (is_run(byte(at_), byte(last))) ++last;
  while (is_mark_at(text_, last)) last += character(last).size;
  put(last, TokenKind::punctuation);
}

}  // namespace

void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens, Manner manner) {
  Cutter(text, span, tokens, manner).run();
}

}  // namespace pipeline
