#include "pipeline/pseudonymise/identifiers.h"

#include <algorithm>
#include <optional>
#include <string>

#include "pipeline/normalise/fold.h"
#include "pipeline/pseudonymise/name_words.h"
#include "pipeline/pseudonymise/numbers.h"
#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

constexpr bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}
constexpr bool is_upper(char sign) {
  return sign >= 'A' && sign <= 'Z';
}
constexpr bool is_plain_letter(char sign) {
  return is_upper(sign) || (sign >= 'a' && sign <= 'z');
}
constexpr bool is_beyond_ascii(char sign) {
  return static_cast<unsigned char>(sign) >= 0x80;
}
// Letters beyond ASCII count: addresses are typed as names are.
constexpr bool is_of_address(char sign) {
  return is_plain_letter(sign) || is_digit(sign) || is_beyond_ascii(sign) || sign == '.' ||
         sign == '_' || sign == '-' || sign == '+' || sign == '%';
}

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto bsn_words = std::to_array<std::string_view>(
    {"bsn", "burgerservicenummer", "sofinummer", "sofi", "bsnnummer"});
constexpr auto birth_words =
    std::to_array<std::string_view>({"geboren", "geb", "geboortedatum", "geboortedag", "gebdatum"});
constexpr auto months = std::to_array<std::string_view>(
    {"januari", "februari", "maart",    "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december", "jan",   "feb", "mrt",  "apr",  "jun",      "jul",
     "aug",     "sep",      "sept",     "okt",   "nov", "dec",  "febr", "mar"});
// What streets end in.
constexpr auto street_ends = std::to_array<std::string_view>(
    {"straatje", "straat", "steeg", "laan", "weg",   "plein", "gracht",    "kade",
     "singel",   "dreef",  "hof",   "pad",  "dijk",  "park",  "plantsoen", "markt",
     "wal",      "kamp",   "haven", "erf",  "brink", "baan",  "poort",     "akker"});
constexpr auto account_hosts = std::to_array<std::string_view>(
    {"linkedin.com/in/", "facebook.com/", "instagram.com/", "twitter.com/", "x.com/",
     "tiktok.com/@", "youtube.com/@", "github.com/", "bsky.app/profile/"});
// What a web address begins with.
constexpr auto page_words =
    std::to_array<std::string_view>({"http", "https", "www", "linkedin", "facebook", "instagram",
                                     "twitter", "x", "tiktok", "youtube", "github", "bsky"});
// What four digits are counted in, and no postcode.
constexpr auto units = std::to_array<std::string_view>({"MB", "GB", "KB", "TB"});
// Letters that no postcode has.
constexpr auto no_postcodes = std::to_array<std::string_view>({"SA", "SD", "SS"});

// Groups of digits with what may part them: "06 - 12 34", "(020) 123 45 67", "1234.56.782".
struct Digits {
  std::string signs;                // digits, and a + in front
  std::vector<std::size_t> groups;  // their sizes
  std::size_t end = 0;
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Identifier> run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      step();
      if (at_ <= begin) at_ = begin + 1;
    }
    return std::move(found_);
  }

 private:
  char sign(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }
  bool is_word_sign(std::size_t at) const {
    return is_plain_letter(sign(at)) || is_digit(sign(at)) || is_beyond_ascii(sign(at));
  }
  bool is_within_word() const { return at_ > 0 && is_word_sign(at_ - 1); }
  std::size_t floor() const { return found_.empty() ? 0 : found_.back().span.end; }

  void step() {
    const char next = text_[at_];
    if (const std::size_t end = tag_end(text_, at_); end > at_)
      at_ = end;
    else if (next == '@')
      take_at_sign();
    else if (is_digit(next) || ((next == '+' || next == '(') && is_digit(sign(at_ + 1))))
      take_number();
    else if (is_plain_letter(next) && !is_within_word())
      take_word();
  }

  bool put(std::size_t begin, std::size_t end, IdentifierKind kind) {
    found_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
    at_ = end;
    return true;
  }

  void take_at_sign();
  void take_number();
  void take_word();
  bool take_iban();
  bool take_page();
  bool take_street(std::size_t end);
  bool take_postcode();
  bool take_phone();
  bool take_bsn();
  bool take_birth_date();
  Digits digits_at(std::size_t at, std::size_t most) const;
  std::size_t past_spaces_at(std::size_t at) const {
    while (sign(at) == ' ') ++at;
    return at;
  }
  std::size_t past_digits(std::size_t at) const {
    while (is_digit(sign(at))) ++at;
    return at;
  }
  std::size_t past_letters(std::size_t at) const {
    while (is_plain_letter(sign(at)) || is_beyond_ascii(sign(at))) ++at;
    return at;
  }
  std::size_t past_house_number(std::size_t at) const;
  template <typename List>
  bool stands_behind(const List& words) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Identifier> found_;
};

// name@place.nl, or @name.
void Finder::take_at_sign() {
  std::size_t begin = at_, end = at_ + 1;
  while (begin > floor() && is_of_address(text_[begin - 1])) --begin;
  while (begin < at_ && text_[begin] == '.') ++begin;
  while (end < text_.size() && is_of_address(text_[end])) ++end;
  while (end > at_ + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
  const std::string_view host = text_.substr(at_ + 1, end - at_ - 1);
  constexpr std::size_t shortest_account = 3;
  if (begin < at_ && host.find('.') != std::string_view::npos)
    put(begin, end, IdentifierKind::mail);
  else if (begin == at_ && host.size() >= shortest_account && !is_digit(host.front()))
    put(at_, end, IdentifierKind::account);
}

Digits Finder::digits_at(std::size_t at, std::size_t most) const {
  constexpr std::size_t widest_gap = 3;
  Digits result;
  std::size_t gap = 0;
  bool is_open = false;
  for (std::size_t end = at; end < text_.size() && result.signs.size() < most; ++end) {
    const char next = text_[end];
    if (is_digit(next) || (next == '+' && end == at)) {
      if (!is_open) result.groups.push_back(0);
      is_open = true;
      ++result.groups.back();
      result.signs += next;
      result.end = end + 1;
      gap = 0;
    } else if (std::string_view(" -.()/").find(next) == std::string_view::npos ||
               ++gap > widest_gap) {
      break;
    } else {
      is_open = false;
    }
  }
  return result;
}

// Whether one of the few words before this place is among `words`.
template <typename List>
bool Finder::stands_behind(const List& words) const {
  constexpr std::size_t reach = 48, nearest = 4;
  std::size_t from = at_ > reach ? at_ - reach : 0;
  while (from < at_ && !is_plain_letter(text_[from])) ++from;
  const std::string_view before = text_.substr(from, at_ - from);
  const std::vector<NameWord> all = name_words(before);
  const std::size_t first = all.size() > nearest ? all.size() - nearest : 0;
  return std::any_of(
      all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
      [&](const NameWord& word) { return is_one_of(fold(slice(before, word.span)), words); });
}

// "06-12345678", "020 - 123 45 67", "+31 (0)6 12 34 56 78": the first group is a code.
bool Finder::take_phone() {
  const bool is_bracketed = text_[at_] == '(';
  const std::size_t begin = is_bracketed ? at_ + 1 : at_;
  for (const std::size_t size : {10U, 12U, 13U, 14U}) {
    const Digits digits = digits_at(begin, size);
    if (digits.signs.size() != size || is_digit(sign(digits.end)) || !is_dutch_phone(digits.signs))
      continue;
    const std::size_t code = digits.groups.front();
    const bool is_code = size > 10 || code == 10 || code == 3 || code == 4 ||
                         (code == 2 && digits.signs.starts_with("06"));
    if (is_code) return put(at_, digits.end, IdentifierKind::phone);
  }
  if (text_[at_] != '+') return false;
  const Digits digits = digits_at(begin, 16);
  return is_foreign_phone(digits.signs) && !is_word_sign(digits.end) &&
         put(at_, digits.end, IdentifierKind::phone);
}

// Nine digits in one, or as 123 456 789 and 1234.56.789; what stands behind "BSN" need not be
// right.
bool Finder::take_bsn() {
  const auto is_shape = [](const std::vector<std::size_t>& groups) {
    using Groups = std::vector<std::size_t>;
    return groups == Groups{9} || groups == Groups{8} || groups == Groups{3, 3, 3} ||
           groups == Groups{4, 2, 3};
  };
  for (const std::size_t size : {9U, 8U}) {
    const Digits digits = digits_at(at_, size);
    if (digits.signs.size() != size || !is_shape(digits.groups) || is_word_sign(digits.end))
      continue;
    const char next = sign(digits.end);
    if ((next == ',' || next == '.' || next == '-') && is_digit(sign(digits.end + 1))) continue;
    const bool is_named = stands_behind(bsn_words);
    const bool is_sum =
        at_ >= 3 && text_.substr(0, at_).find("€", at_ - std::min<std::size_t>(at_, 4)) !=
                        std::string_view::npos;
    if (is_named || (size == 9 && !is_sum && is_bsn(digits.signs)))
      return put(at_, digits.end, IdentifierKind::bsn);
  }
  return false;
}

// Past "12", "12a", "12-2" at or behind spaces; `at` itself where none stands.
std::size_t Finder::past_house_number(std::size_t at) const {
  constexpr std::size_t longest = 5;
  const std::size_t number = past_spaces_at(at);
  std::size_t end = past_digits(number);
  if (end == number || end - number > longest || sign(number) == '0') return at;
  if (is_plain_letter(sign(end)) && !is_word_sign(end + 1)) ++end;
  if (sign(end) == '-' && is_digit(sign(end + 1)) && past_digits(end + 1) - end < longest)
    end = past_digits(end + 1);
  return is_word_sign(end) ? at : end;
}

// "1234 AB", "1234ab 12".
bool Finder::take_postcode() {
  const std::size_t digits = past_digits(at_);
  if (digits - at_ != 4 || text_[at_] == '0') return false;
  const std::size_t letters = sign(digits) == ' ' ? digits + 1 : digits;
  const std::size_t end = past_letters(letters);
  if (end - letters != 2 || is_digit(sign(end))) return false;
  const std::string_view pair = text_.substr(letters, 2);
  const bool is_close = letters == digits, is_capital = is_upper(pair[0]) && is_upper(pair[1]);
  if (is_beyond_ascii(pair[0]) || (!is_capital && !is_close)) return false;
  if (is_one_of(pair, no_postcodes) || is_one_of(pair, units)) return false;
  return put(at_, past_house_number(end), IdentifierKind::postcode);
}

// "3 mei 1956", "03-05-1956", "3/5/56" behind "geboren op" and the like.
bool Finder::take_birth_date() {
  std::size_t end = past_digits(at_);
  if (end - at_ > 4 || !stands_behind(birth_words)) return false;
  const auto take_part = [&](std::size_t at) {
    if (is_digit(sign(at))) return past_digits(at);
    const std::size_t word = past_letters(at);
    return is_one_of(fold(text_.substr(at, word - at)), months) ? word : at;
  };
  std::size_t parts = 1;
  for (; parts < 3; ++parts) {
    std::size_t next = end;
    while (std::string_view(" -/.'").find(sign(next)) != std::string_view::npos && next - end < 3)
      ++next;
    const std::size_t part = take_part(next);
    if (part == next || next == end) break;
    end = part;
  }
  const bool is_year = parts == 1 && end - at_ == 4;
  return (parts > 1 || is_year) && put(at_, end, IdentifierKind::birth_date);
}

void Finder::take_number() {
  if (take_phone()) return;  // "tel06-12345678", too
  if (is_within_word()) {
    at_ = std::max(past_digits(at_), at_ + 1);
    return;
  }
  if (!is_digit(text_[at_])) {
    ++at_;
    return;
  }
  if (take_birth_date() || take_bsn() || take_postcode()) return;
  at_ = past_digits(at_);
}

bool Finder::take_iban() {
  constexpr std::size_t shortest = 15, longest = 34;
  if (!is_plain_letter(sign(at_ + 1)) || !is_digit(sign(at_ + 2)) || !is_digit(sign(at_ + 3)))
    return false;
  std::string signs;
  std::vector<std::size_t> ends;
  for (std::size_t at = at_; signs.size() < longest; ++at) {
    if (is_plain_letter(sign(at)) || is_digit(sign(at))) {
      signs += sign(at);
      ends.push_back(at + 1);
    } else if ((sign(at) != ' ' && sign(at) != '.') || sign(at + 1) == sign(at)) {
      break;
    }
  }
  for (std::size_t size = signs.size(); size >= shortest; --size)
    if (const auto part = std::string_view(signs).substr(0, size);
        !is_word_sign(ends[size - 1]) && (is_iban(part) || is_shaped_as_dutch_iban(part)))
      return put(at_, ends[size - 1], IdentifierKind::iban);
  return false;
}

// A page of one person; other addresses are passed over whole.
bool Finder::take_page() {
  constexpr std::size_t longest = 2000;
  std::size_t end = at_;
  while (end < text_.size() && end - at_ < longest && !is_space_at(text_, end) &&
         std::string_view("<>\"").find(text_[end]) == std::string_view::npos)
    ++end;
  while (end > at_ && std::string_view(".,;:!?)]'").find(text_[end - 1]) != std::string_view::npos)
    --end;
  const std::string_view address = text_.substr(at_, end - at_);
  if (address.find('/') == std::string_view::npos) return false;
  for (const std::string_view host : account_hosts) {
    const std::size_t found = address.find(host);
    const bool is_whole =
        found == 0 || (found != std::string_view::npos && !is_plain_letter(address[found - 1]));
    if (is_whole && address.size() > found + host.size() + 1)
      return put(at_, end, IdentifierKind::web_page);
  }
  if (!address.starts_with("http") && !address.starts_with("www.")) return false;
  if (address.find("/~") != std::string_view::npos) return put(at_, end, IdentifierKind::web_page);
  if (address.find('@') != std::string_view::npos) return false;
  at_ = end;
  return true;
}

// "Dorpsstraat 12a", "Lange Dreef 3".
bool Finder::take_street(std::size_t end) {
  const std::string_view word = text_.substr(at_, end - at_);
  if (!is_upper(word.front())) return false;
  const std::string folded = fold(word);
  const bool is_street = std::ranges::any_of(
      street_ends, [&](std::string_view ending) { return folded.ends_with(ending); });
  if (!is_street) return false;
  const std::size_t number = past_house_number(end);
  return number > end && sign(end) == ' ' && put(at_, number, IdentifierKind::address);
}

void Finder::take_word() {
  const std::size_t end = past_letters(at_);
  const bool may_be_page =
      is_one_of(fold(text_.substr(at_, std::min<std::size_t>(end - at_, 12))), page_words);
  if (take_iban() || (may_be_page && take_page()) || take_street(end)) return;
  at_ = end;
}

}  // namespace

std::vector<Identifier> find_identifiers(std::string_view clean) {
  return Finder(clean).run();
}

}  // namespace pipeline
