#include "pipeline/read/pdf_words.h"

#include <array>
#include <charconv>
#include <cmath>

namespace pipeline {
namespace {

constexpr std::string_view opening = "samenspel-pdf 1";
constexpr std::string_view closing = "end";
constexpr std::array<std::string_view, 4> states{"read", "locked", "broken", "no-pages"};
// Twice the largest page that PDF knows. What lies further out is on no page.
constexpr int farthest = 100 * 28'800;

std::string escaped(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "\\n";
    else if (c == '\\')
      line += "\\\\";
    else
      line += c;
  }
  return line;
}

std::string unescaped(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size())
      text += line[++i] == 'n' ? '\n' : line[i];
    else
      text += line[i];
  }
  return text;
}

std::string hundredths(float points) {
  return std::to_string(std::isfinite(points) ? std::lround(points * 100) : 0L);
}

// The front of a line up to a space, which are taken off it.
std::string_view take_field(std::string_view& line) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view field = line.substr(0, space);
  line.remove_prefix(std::min(space + 1, line.size()));
  return field;
}

template <typename Number>
bool take_number(std::string_view& line, Number& number, int least, int most) {
  const std::string_view field = take_field(line);
  int value = 0;
  const auto end = field.data() + field.size();
  const auto parsed = std::from_chars(field.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || value < least || value > most) return false;
  number = static_cast<Number>(value);
  return true;
}

bool take_length(std::string_view& line, float& points) {
  if (!take_number(line, points, -farthest, farthest)) return false;
  points /= 100;
  return true;
}

bool take_page(std::string_view line, PdfContent& content) {
  PdfPage page;
  if (!take_length(line, page.width) || !take_length(line, page.height)) return false;
  content.pages.push_back(std::move(page));
  return true;
}

bool take_word(std::string_view line, PdfContent& content) {
  PdfWord word;
  PdfBox& box = word.box;
  if (content.pages.empty()) return false;
  for (float* side : {&box.left, &box.top, &box.right, &box.bottom})
    if (!take_length(line, *side)) return false;
  if (!take_number(line, word.turns, 0, 3) || !take_number(line, word.space_after, 0, 1))
    return false;
  if (box.right < box.left || box.bottom < box.top) return false;
  word.text = line;
  content.pages.back().words.push_back(std::move(word));
  return true;
}

bool take_comment(std::string_view line, PdfContent& content) {
  PdfComment comment;
  if (!take_number(line, comment.page, 1, 1'000'000)) return false;
  comment.text = unescaped(line);
  content.comments.push_back(std::move(comment));
  return true;
}

bool take_state(std::string_view line, PdfContent& content) {
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == line) {
      content.state = static_cast<PdfState>(i);
      return true;
    }
  return false;
}

bool take(std::string_view line, PdfContent& content) {
  const std::string_view kind = take_field(line);
  if (kind == "word") return take_word(line, content);
  if (kind == "page") return take_page(line, content);
  if (kind == "comment") return take_comment(line, content);
  if (kind == "state") return take_state(line, content);
  if (kind == "damaged") return content.is_damaged = true;
  if (kind != "property") return false;
  std::string name(take_field(line));
  content.properties.emplace_back(std::move(name), unescaped(line));
  return true;
}

}  // namespace

std::string page_lines(const PdfPage& page) {
  std::string lines = "page " + hundredths(page.width) + ' ' + hundredths(page.height) + '\n';
  for (const PdfWord& word : page.words) {
    lines += "word ";
    for (const float side : {word.box.left, word.box.top, word.box.right, word.box.bottom})
      lines += hundredths(side) + ' ';
    lines += std::to_string(word.turns) + (word.space_after ? " 1 " : " 0 ") + word.text + '\n';
  }
  return lines;
}

std::string first_lines(const PdfContent& content) {
  std::string lines(opening);
  lines += "\nstate " + std::string(states[static_cast<std::size_t>(content.state)]) + '\n';
  if (content.is_damaged) lines += "damaged\n";
  for (const auto& [name, value] : content.properties)
    lines += "property " + name + ' ' + escaped(value) + '\n';
  return lines;
}

std::string comment_line(const PdfComment& comment) {
  return "comment " + std::to_string(comment.page) + ' ' + escaped(comment.text) + '\n';
}

std::string last_line() {
  return std::string(closing) + '\n';
}

std::string to_lines(const PdfContent& content) {
  std::string lines = first_lines(content);
  for (const PdfPage& page : content.pages) lines += page_lines(page);
  for (const PdfComment& comment : content.comments) lines += comment_line(comment);
  return lines + last_line();
}

std::optional<PdfContent> from_lines(std::string_view lines) {
  PdfContent content;
  bool has_begun = false;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    if (!has_begun) {
      if (line != opening) return std::nullopt;
      has_begun = true;
    } else if (line == closing) {
      return lines.empty() ? std::optional(std::move(content)) : std::nullopt;
    } else if (!take(line, content)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace pipeline
