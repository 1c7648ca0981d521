#include "pipeline/segment/marked_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/segment/labels.h"
#include "pipeline/segment/letters.h"
#include "pipeline/segment/marks.h"

namespace pipeline {
namespace {

// What the columns of a transcript are called.
constexpr std::array<std::string_view, 26> column_names{
    "tijd", "tijdcode",   "tijdstip",  "tijdsaanduiding", "begin",        "einde",
    "eind", "start",      "stop",      "spreker",         "naam",         "wie",
    "rol",  "tekst",      "uitspraak", "transcript",      "transcriptie", "nr",
    "nr.",  "regel",      "time",      "timecode",        "speaker",      "text",
    "name", "opmerkingen"};

// Takes a line apart from left to right.
class LineReader {
 public:
  LineReader(std::string_view text, Span line) : text_(text.substr(0, line.end)), at_(line.begin) {}

  MarkedLine read();

 private:
  std::uint32_t end() const { return static_cast<std::uint32_t>(text_.size()); }
  char byte(std::uint32_t at) const { return at < end() ? text_[at] : '\n'; }
  void skip_spaces() { at_ = past_spaces(text_, at_, end()); }
  bool take_time(const std::optional<TimeMark>& mark, MarkedLine& line);
  void take_row_number();
  void skip_number();
  void take_last_cell(MarkedLine& line);
  Span find_chat_label();
  Span find_label();
  Span label_between(std::uint32_t begin, std::uint32_t end) const;
  std::optional<std::uint32_t> past_colon(std::uint32_t at) const;
  bool take_label(MarkedLine& line);
  bool take_name_and_time(MarkedLine& line);
  bool take_name_alone(std::uint32_t time, MarkedLine& line);

  std::string_view text_;
  std::uint32_t at_;
};

bool LineReader::take_time(const std::optional<TimeMark>& mark, MarkedLine& line) {
  if (!mark || (mark->end < end() && !is_space_at(text_, mark->end) && byte(mark->end) != ':'))
    return false;
  line.start_ms = mark->ms;
  if (mark->until_ms) line.end_ms = mark->until_ms;
  at_ = mark->end;
  skip_spaces();
  return true;
}

// The name in [begin, end) without a remark or time in brackets behind it; empty if it is no name.
Span LineReader::label_between(std::uint32_t begin, std::uint32_t label_end) const {
  std::string_view name = slice(text_, {begin, label_end});
  if (const auto bracket = name.find_first_of("([#");
      bracket != std::string_view::npos && bracket > 0)
    name = name.substr(0, bracket);
  while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.remove_suffix(1);
  std::uint32_t characters = 0, words = 0;
  bool has_letter = false, in_word = false;
  for (std::size_t at = 0; at < name.size();) {
    const Character next = character_at(name, at);
    const bool is_sign = next.kind == CharacterKind::other &&
                         std::string_view(".'-_/&").find(name[at]) == std::string_view::npos;
    if (is_sign || ++characters > longest_label) return {};
    has_letter |= next.is_letter();
    words += next.kind != CharacterKind::space && !in_word ? 1 : 0;
    in_word = next.kind != CharacterKind::space;
    at += next.size;
  }
  if (!has_letter || words > most_label_words || !character_at(name, 0).is_letter()) return {};
  return {begin, begin + static_cast<std::uint32_t>(name.size())};
}

// Past the colon or tab behind a name, with nothing but a remark in brackets before it.
std::optional<std::uint32_t> LineReader::past_colon(std::uint32_t at) const {
  constexpr std::uint32_t reach = 4 * longest_label;
  char bracket = 0;
  for (std::uint32_t sign = at; sign - at < reach && byte(sign) != '\n'; ++sign) {
    const char next = byte(sign);
    if (bracket != 0)
      bracket = next == bracket ? '\0' : bracket;
    else if (next == '(' || next == '[')
      bracket = next == '(' ? ')' : ']';
    else if (next == ':' || next == '\t')
      return sign + 1;
    else if (next != ' ')
      return std::nullopt;
  }
  return std::nullopt;
}

// At the first sign behind a possible label, moves past it and its colon or tab.
Span LineReader::find_label() {
  constexpr std::uint32_t reach = 4 * longest_label;  // a remark in brackets may stand behind
  const std::uint32_t begin = at_;
  if (byte(at_) == '[') {
    std::uint32_t close = at_ + 1;
    while (close - begin < reach && byte(close) != ']' && byte(close) != '\n') ++close;
    const Span label = byte(close) == ']' ? label_between(begin + 1, close) : Span{};
    if (length(label) == 0) return {};
    // A pseudonym stands anywhere in a text, not only before what that person says.
    const auto colon = past_colon(close + 1);
    if (is_pseudonym(slice(text_, label)) && !colon) return {};
    at_ = colon.value_or(close + 1);
    return label;
  }
  char bracket = 0;
  for (std::uint32_t sign = begin; sign - begin < reach && byte(sign) != '\n'; ++sign) {
    const char next = byte(sign);
    if (bracket != 0) {
      if (next == bracket) bracket = 0;
    } else if (next == '(' || next == '[') {
      bracket = next == '(' ? ')' : ']';
    } else if (next == '#' && sign > begin) {
      bracket = '#';
    } else if (next == ':' || next == '\t') {
      const bool is_apart = next == '\t' || sign + 1 >= end() || is_space_at(text_, sign + 1);
      const Span label = label_between(begin, sign);
      const bool is_typed_on = length(label) > 0 && character_at(text_, sign + 1).is_letter() &&
                               is_usual_label(slice(text_, label));
      if (length(label) == 0 || (!is_apart && !is_typed_on)) return {};
      at_ = sign + 1;
      return label;
    }
  }
  return {};
}

// "From Bo Kok to Everyone: ", "Van Bo Kok aan iedereen: ", as the chat of Zoom has it behind a
// time; moves past its colon.
Span LineReader::find_chat_label() {
  constexpr std::size_t longest = 3 * longest_label;
  const std::string_view rest = text_.substr(at_, longest);
  const std::size_t colon = std::min(rest.find(':'), rest.size());
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"From ", " to "},
                                 {"From ", " To "},
                                 {"Van ", " aan "},
                                 {"Van ", " naar "}}) {
    const std::size_t until = rest.substr(0, colon).find(to);
    if (colon == rest.size() || !rest.starts_with(from) || until == std::string_view::npos)
      continue;
    const Span name = trimmed(text_, {at_ + static_cast<std::uint32_t>(from.size()),
                                      at_ + static_cast<std::uint32_t>(until)});
    if (length(name) == 0 || label_between(name.begin, name.end) != name) continue;
    at_ += static_cast<std::uint32_t>(colon) + 1;
    return name;
  }
  return {};
}

// "12. I: Hoe ging dat?": word processors number turns as they number any list.
void LineReader::skip_number() {
  constexpr std::uint32_t most_digits = 4;
  std::uint32_t at = at_;
  while (at - at_ <= most_digits && byte(at) >= '0' && byte(at) <= '9') ++at;
  const bool is_number =
      at > at_ && at - at_ <= most_digits && (byte(at) == '.' || byte(at) == ')');
  if (is_number && at + 1 < end() && is_space_at(text_, at + 1))
    at_ = past_spaces(text_, at + 1, end());
}

bool LineReader::take_label(MarkedLine& line) {
  skip_number();
  const std::uint32_t begin = at_;
  if (line.start_ms) line.label = find_chat_label();
  if (length(line.label) == 0) line.label = find_label();
  if (length(line.label) == 0) return false;
  // "Interviewer [00:12]: ": the time stands before the colon.
  for (std::uint32_t at = line.label.end; at < at_ && !line.start_ms; ++at)
    if (byte(at) == '(' || byte(at) == '[' || byte(at) == '#')
      if (const auto mark = loose_time_mark_at(text_, at)) {
        line.start_ms = mark->ms;
        if (mark->until_ms) line.end_ms = mark->until_ms;
      }
  skip_spaces();
  if (byte(at_) == ':' && begin != at_) ++at_, skip_spaces();  // a name, a time and a colon
  const auto mark = loose_time_mark_at(text_, at_);
  const bool is_cell = mark && byte(mark->end) == '\t';
  if (is_cell || byte(at_) == '[' || byte(at_) == '(' || byte(at_) == '#') take_time(mark, line);
  return true;
}

// "3<tab>00:12<tab>R<tab>Nee.": the number of a row.
void LineReader::take_row_number() {
  constexpr std::uint32_t most_digits = 5;
  std::uint32_t at = at_;
  while (at - at_ < most_digits && byte(at) >= '0' && byte(at) <= '9') ++at;
  if (at == at_ || byte(at) != '\t' || text_.find('\t', at + 1) == std::string_view::npos) return;
  at_ = at;
  skip_spaces();
}

// "R<tab>Nee.<tab>00:12": a row's time may stand in its last cell.
void LineReader::take_last_cell(MarkedLine& line) {
  const std::string_view row = text_.substr(at_);
  const std::size_t tab = row.rfind('\t');
  if (tab == std::string_view::npos || row.find('\t') == tab) return;
  const auto cell = at_ + static_cast<std::uint32_t>(tab) + 1;
  const auto mark = loose_time_mark_at(text_, past_spaces(text_, cell, end()));
  if (!mark || mark->end != end()) return;
  line.start_ms = mark->ms;
  line.end_ms = mark->until_ms;
  text_ = text_.substr(0, cell - 1);
}

// "Marloes Hendrikx   0:05", "Interviewer [00:12]", "[Bo Kok] 00:12", "Bo Kok - 00:12": a name and
// a time that fill the line.
bool LineReader::take_name_and_time(MarkedLine& line) {
  constexpr std::size_t longest = longest_label + 40;
  if (end() - at_ > longest) return false;
  for (std::uint32_t at = at_ + 1; at < end(); ++at) {
    if (!is_space_at(text_, at - 1)) continue;
    const auto mark = loose_time_mark_at(text_, at);
    if (!mark || mark->end != end()) continue;
    Span name = trimmed(text_, {at_, at});
    for (const std::string_view sign : {"-", "–", "—", "|", ","})
      if (slice(text_, name).ends_with(sign))
        name = trimmed(text_, {name.begin, name.end - static_cast<std::uint32_t>(sign.size())});
    if (slice(text_, name).starts_with('[') && slice(text_, name).ends_with(']'))
      name = {name.begin + 1, name.end - 1};
    const bool is_cells = slice(text_, name).find('\t') != std::string_view::npos;
    if (length(name) == 0 || is_cells || label_between(name.begin, name.end) != name) return false;
    line.label = name;
    line.start_ms = mark->ms;
    line.end_ms = mark->until_ms;
    line.words = {end(), end()};
    line.unlabelled = {at_, end()};
    return true;
  }
  return false;
}

// "00:00:12 Bo Kok", "[00:12] Bo Kok": behind a time that is no time of day a name may fill the
// line.
bool LineReader::take_name_alone(std::uint32_t time, MarkedLine& line) {
  const std::string_view mark = slice(text_, {time, at_});
  const bool is_of_day = std::ranges::count(mark, ':') < 2 && mark.find_first_of("[#") != 0;
  if (is_of_day || end() - at_ > longest_label) return false;
  const Span name{at_, end()};
  if (label_between(name.begin, name.end) != name || !is_full_name(slice(text_, name)))
    return false;
  line.label = name;
  line.words = {end(), end()};
  return true;
}

MarkedLine LineReader::read() {
  MarkedLine line;
  if (is_table_head(text_.substr(at_))) {
    line.words = line.unlabelled = {at_, end()};
    return line;
  }
  if (take_name_and_time(line)) return line;
  const std::uint32_t begin = at_;
  if (const auto mark = time_mark_before_end(text_); mark && mark->end > at_) {
    line.end_ms = mark->ms;
    text_ = text_.substr(0, mark->end);
  }
  line.unlabelled = trimmed(text_, {at_, end()});
  take_row_number();
  const auto strong = time_mark_at(text_, at_);
  if (take_time(loose_time_mark_at(text_, at_), line)) {
    if (strong || at_ == end()) {
      line.unlabelled = trimmed(text_, {at_, end()});
      line.unlabelled_start_ms = line.start_ms;
    }
    if (byte(at_) == ':') ++at_, skip_spaces();
    if (take_name_alone(begin, line)) return line;
  } else {
    take_last_cell(line);
  }
  if (take_label(line)) {
    line.words = trimmed(text_, {at_, end()});
  } else {
    line.words = line.unlabelled;
    line.start_ms = line.unlabelled_start_ms;
  }
  return line;
}

}  // namespace

MarkedLine marked_line(std::string_view text, Span line) {
  return LineReader(text, trimmed(text, line)).read();
}

bool is_table_head(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.size() > longest || line.find('\t') == std::string_view::npos) return false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    std::string cell(slice(
        line, trimmed(line, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(tab)})));
    std::ranges::transform(cell, cell.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    if (!cell.empty() && std::ranges::find(column_names, cell) == column_names.end()) return false;
    at = tab + 1;
  }
  return true;
}

}  // namespace pipeline
