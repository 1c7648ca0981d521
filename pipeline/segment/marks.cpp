#include "pipeline/segment/marks.h"

#include <algorithm>

namespace pipeline {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// A number of at most `digits` digits; moves `at` past it.
std::optional<std::int64_t> number_at(std::string_view text, std::uint32_t& at, unsigned digits) {
  if (!is_digit(text, at)) return std::nullopt;
  std::int64_t value = 0;
  for (; digits > 0 && is_digit(text, at); --digits) value = value * 10 + (text[at++] - '0');
  if (is_digit(text, at)) return std::nullopt;
  return value;
}

// The part of a second behind "." "," or "-", in milliseconds; 0 where there is none.
std::int64_t fraction_at(std::string_view text, std::uint32_t& at) {
  if (at >= text.size() || (text[at] != '.' && text[at] != ',' && text[at] != '-')) return 0;
  std::uint32_t past = at + 1;
  const std::uint32_t begin = past;
  const auto value = number_at(text, past, 3);
  if (!value || (past < text.size() && text[past] == ':')) return 0;  // 00:12-00:15
  at = past;
  const std::uint32_t digits = past - begin;
  return digits == 1 ? *value * 100 : digits == 2 ? *value * 10 : *value;
}

// 1:02:03, 02:03, 01:02:03.500: hours, minutes and seconds, or minutes and seconds.
std::optional<TimeMark> moment_at(std::string_view text, std::uint32_t at) {
  auto first = number_at(text, at, 3);
  if (!first || at >= text.size() || text[at] != ':') return std::nullopt;
  std::uint32_t begin = ++at;
  auto second = number_at(text, at, 2);
  if (!second || at - begin != 2 || *second > 59) return std::nullopt;
  if (at < text.size() && text[at] == ':') {
    begin = ++at;
    const auto third = number_at(text, at, 2);
    if (!third || at - begin != 2 || *third > 59) return std::nullopt;
    first = *first * 60 + *second;
    second = third;
  }
  const std::int64_t ms = (*first * 60 + *second) * 1000 + fraction_at(text, at);
  return TimeMark{at, ms};
}

// One moment, or two with an arrow or hyphen between.
std::optional<TimeMark> time_at(std::string_view text, std::uint32_t at) {
  auto mark = moment_at(text, at);
  if (!mark) return mark;
  const auto past_blanks = [&](std::uint32_t place) {
    while (place < text.size() && (text[place] == ' ' || text[place] == '\t')) ++place;
    return place;
  };
  const std::uint32_t sign = past_blanks(mark->end);
  for (const std::string_view until : {"-->", "->", "-", "–", "—"}) {
    if (!text.substr(sign).starts_with(until)) continue;
    const auto end = moment_at(text, past_blanks(sign + static_cast<std::uint32_t>(until.size())));
    if (end && end->ms >= mark->ms) *mark = {end->end, mark->ms, end->ms};
    break;
  }
  return mark;
}

std::optional<TimeMark> bracketed(std::string_view text, std::uint32_t at, char open, char close) {
  if (at >= text.size() || text[at] != open) return std::nullopt;
  auto time = time_at(text, at + 1);
  if (!time || time->end >= text.size() || text[time->end] != close) return std::nullopt;
  ++time->end;
  return time;
}

}  // namespace

std::optional<TimeMark> time_mark_at(std::string_view text, std::uint32_t at) {
  if (const auto mark = bracketed(text, at, '[', ']')) return mark;
  return bracketed(text, at, '#', '#');
}

std::optional<TimeMark> loose_time_mark_at(std::string_view text, std::uint32_t at) {
  if (const auto mark = time_mark_at(text, at)) return mark;
  if (const auto mark = bracketed(text, at, '(', ')')) return mark;
  return time_at(text, at);
}

std::optional<TimeMark> time_mark_before_end(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.empty() || (text.back() != ']' && text.back() != '#')) return std::nullopt;
  const std::size_t from = text.size() - std::min(longest, text.size());
  const std::string_view tail = text.substr(from, text.size() - from - 1);
  const std::size_t in_tail = tail.rfind(text.back() == ']' ? '[' : '#');
  if (in_tail == std::string_view::npos) return std::nullopt;
  const std::size_t begin = from + in_tail;
  auto mark = time_mark_at(text, static_cast<std::uint32_t>(begin));
  if (!mark || mark->end != text.size()) return std::nullopt;
  mark->end = static_cast<std::uint32_t>(begin);
  return mark;
}

}  // namespace pipeline
