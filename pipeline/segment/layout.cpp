#include "pipeline/segment/layout.h"

#include <algorithm>

#include "pipeline/model/utf8.h"
#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

// "- ", "* ", "• ", "1. ", "2) ", "a) ".
bool begins_item(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "+ ", "– ", "• ", "· ", "▪ ", "‣ ", "o "})
    if (line.starts_with(bullet)) return true;
  const auto is_digit = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
  std::size_t at = 0;
  while (at < std::min<std::size_t>(line.size(), 3) && is_digit(at)) ++at;
  const bool is_letter = at == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z';
  if (is_letter) at = 1;
  if (at == 0 || at + 1 >= line.size() || (line[at + 1] != ' ' && line[at + 1] != '\t'))
    return false;
  return line[at] == ')' || (line[at] == '.' && !is_letter);
}

bool is_among(char sign, std::string_view signs) {
  return signs.find(sign) != std::string_view::npos;
}

// The last sign but closing quotes and brackets ends a sentence or introduces something.
bool is_finished(std::string_view line) {
  while (!line.empty() && is_among(line.back(), "\"')]")) line.remove_suffix(1);
  return !line.empty() && (is_among(line.back(), ".?!:;") || line.ends_with("…"));
}

std::uint32_t first_word_size(std::string_view line) {
  constexpr std::size_t longest = 40;
  return static_cast<std::uint32_t>(std::min({line.find(' '), line.size(), longest}));
}

class Layout {
 public:
  Layout(std::string_view text, const std::vector<Line>& lines);
  std::vector<Paragraph> paragraphs() const;

 private:
  std::string_view line(std::size_t at) const { return slice(text_, lines_[at].span); }
  std::uint32_t width_of_text() const;
  std::uint32_t width_of_block(std::size_t first, std::size_t end) const;
  bool fills(std::size_t at, std::uint32_t width) const;
  bool goes_on(std::size_t at) const;
  bool may_be_heading(const Paragraph& paragraph) const;
  void mark_headings(std::vector<Paragraph>& paragraphs) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> widths_;  // to which each line was wrapped; 0: it was not
};

Layout::Layout(std::string_view text, const std::vector<Line>& lines)
    : text_(text), lines_(lines), widths_(lines.size(), width_of_text()) {
  if (widths_.empty() || widths_.front() > 0) return;
  for (std::size_t first = 0, end = 0; first < lines.size(); first = end) {
    for (end = first + 1; end < lines.size() && !lines[end].opens;) ++end;
    const std::uint32_t width = width_of_block(first, end);
    for (std::size_t at = first; at < end; ++at) widths_[at] = width;
  }
}

// The first word of the next line would not have fitted in a line of this width. Lines are not
// filled to the last place, hence a tenth of slack.
bool Layout::fills(std::size_t at, std::uint32_t width) const {
  return (line(at).size() + 1 + first_word_size(line(at + 1))) * 10 > width * 9;
}

// Rule 2 of the header; 0 where the lines of the text are not wrapped.
std::uint32_t Layout::width_of_text() const {
  std::vector<std::uint32_t> widths;
  std::size_t unfinished = 0;
  for (std::size_t at = 0; at + 1 < lines_.size(); ++at) {
    if (lines_[at + 1].opens) continue;
    widths.push_back(length(lines_[at].span));
    unfinished += is_finished(line(at)) ? 0 : 1;
  }
  constexpr std::size_t fewest = 5;
  constexpr std::uint32_t narrowest = 40, widest = 140;
  if (widths.size() < fewest || 2 * unfinished < widths.size()) return 0;
  const auto ninth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::ranges::nth_element(widths, ninth);
  return *ninth >= narrowest && *ninth <= widest ? *ninth : 0;
}

// Rule 3: a block by itself.
std::uint32_t Layout::width_of_block(std::size_t first, std::size_t end) const {
  constexpr std::uint32_t narrowest = 50, widest = 120;
  std::uint32_t width = 0;
  bool has_unfinished = false;
  for (std::size_t at = first; at < end; ++at) width = std::max(width, length(lines_[at].span));
  if (width < narrowest || width > widest || !is_finished(line(end - 1))) return 0;
  for (std::size_t at = first; at + 1 < end; ++at) {
    if (is_finished(line(at))) continue;
    has_unfinished = true;
    if (!fills(at, width)) return 0;
  }
  return has_unfinished ? width : 0;
}

// Whether line `at` and the next are of one paragraph.
bool Layout::goes_on(std::size_t at) const {
  if (lines_[at + 1].opens) return false;
  const std::string_view here = line(at), next = line(at + 1);
  if (here.ends_with('-') && here.size() > 1 && here[here.size() - 2] != ' ') return true;
  if (here.ends_with(',') || is_among(next.front(), ",;)")) return true;
  if (!is_finished(here) && character_at(next, 0).kind == CharacterKind::lower) return true;
  return widths_[at] > 0 && fills(at, widths_[at]);
}

bool Layout::may_be_heading(const Paragraph& paragraph) const {
  constexpr std::size_t longest = 100, most_words = 12;
  const std::string_view words = slice(text_, paragraph.span);
  const Line& first = lines_[paragraph.first_line];
  if (paragraph.end_line - paragraph.first_line > 1 || words.size() > longest) return false;
  const Character begin = character_at(words, 0);
  if (begin.kind != CharacterKind::upper && begin.kind != CharacterKind::digit) return false;
  if (first.is_item && begin.kind != CharacterKind::digit) return false;
  const bool has_letter = std::ranges::any_of(words, [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  });
  return has_letter && !is_finished(words) && words.back() != ',' &&
         static_cast<std::size_t>(std::ranges::count(words, ' ')) < most_words;
}

// A heading has a text below it; two more headings may stand in between.
void Layout::mark_headings(std::vector<Paragraph>& paragraphs) const {
  constexpr unsigned most_in_a_row = 3;
  unsigned row = most_in_a_row;
  for (std::size_t at = paragraphs.size(); at-- > 0;) {
    if (!may_be_heading(paragraphs[at])) {
      row = 0;
    } else if (row < most_in_a_row) {
      ++row;
      paragraphs[at].is_heading = true;
    }
  }
}

std::vector<Paragraph> Layout::paragraphs() const {
  std::vector<Paragraph> result;
  for (std::uint32_t at = 0; at < lines_.size();) {
    const std::uint32_t first = at++;
    while (at < lines_.size() && goes_on(at - 1)) ++at;
    result.push_back({{lines_[first].span.begin, lines_[at - 1].span.end}, first, at});
  }
  mark_headings(result);
  return result;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text, Span span) {
  std::vector<Line> lines;
  bool opens = true;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const std::size_t found = text.find('\n', at);
    const std::uint32_t end = found < span.end ? static_cast<std::uint32_t>(found) : span.end;
    const Span line = trimmed(text, {at, end});
    if (length(line) > 0) {
      const bool is_item = begins_item(slice(text, line));
      lines.push_back({line, opens || is_item, is_item});
    }
    opens = length(line) == 0;
    at = end + 1;
  }
  return lines;
}

std::vector<Paragraph> paragraphs_of(std::string_view text, const std::vector<Line>& lines) {
  return Layout(text, lines).paragraphs();
}

}  // namespace pipeline
