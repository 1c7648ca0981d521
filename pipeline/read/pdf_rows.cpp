#include "pipeline/read/pdf_rows.h"

#include <algorithm>
#include <array>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

constexpr float widest_in_row = 2;  // in heights; what is wider is a tab

bool is_upper_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

bool is_word_end(char32_t c) {
  return c > 0x20 && c != ',' && c != '.' && c != '-' && c != '(' && c != 0x2013 && c != 0x2014;
}

// Words before which a hyphen at a line end was written by the author: "zorg- en welzijn".
bool begins_with_joining_word(std::string_view line) {
  constexpr std::array<std::string_view, 4> words{"en", "of", "tot", "noch"};
  const std::string_view first = line.substr(0, line.find(' '));
  return std::find(words.begin(), words.end(), first) != words.end();
}

}  // namespace

void add_line(std::string& text, std::string_view line) {
  constexpr std::string_view soft = "\u00AD";
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  if (text.ends_with(soft)) {
    text.resize(text.size() - soft.size());
    text += line;
    return;
  }
  const CodePoint last = code_point_before(text, text.size());
  const bool is_hyphen = last.value == '-' || last.value == 0x2010;
  if (!is_hyphen || text.size() == last.size ||
      !is_word_end(code_point_before(text, text.size() - last.size).value) ||
      begins_with_joining_word(line)) {
    text += ' ';
  } else if (!is_upper_or_digit(code_point_at(line, 0).value)) {
    text += '\n';
  }
  text += line;
}

PdfRow row_of(std::vector<const PdfLine*> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine* a, const PdfLine* b) { return a->box.left < b->box.left; });
  PdfRow row;
  row.box = lines.front()->box;
  row.first_word = lines.front()->first_word;
  std::size_t longest = 0;
  for (const PdfLine* line : lines) {
    if (!row.text.empty())
      row.text += line->box.left - row.box.right > widest_in_row * line->size ? '\t' : ' ';
    const auto at = static_cast<std::uint32_t>(row.text.size());
    for (const Span mark : line->marks) row.marks.push_back({at + mark.begin, at + mark.end});
    row.text += line->text;
    row.box = around(row.box, line->box);
    if (line->text.size() > longest) row.size = line->size;
    longest = std::max(longest, line->text.size());
  }
  return row;
}

std::vector<std::vector<const PdfLine*>> by_height(const std::vector<PdfLine>& lines) {
  std::vector<std::vector<const PdfLine*>> rows;
  for (const PdfLine& line : lines) {
    // Beside a tall initial stand two lines, which are not beside each other.
    if (rows.empty() || !is_beside(rows.back().front()->box, line.box) ||
        !is_beside(rows.back().back()->box, line.box))
      rows.emplace_back();
    rows.back().push_back(&line);
  }
  return rows;
}

std::vector<PdfRow> rows_of(const PdfBlock& block) {
  if (block.is_table) return table_rows_of(block);
  std::vector<PdfRow> rows;
  for (auto& lines : by_height(block.lines)) rows.push_back(row_of(std::move(lines)));
  float left = 1e9F, right = -1e9F;
  for (const PdfRow& row : rows) {
    left = std::min(left, row.box.left);
    right = std::max(right, row.box.right);
  }
  for (PdfRow& row : rows) {
    row.left = left;
    row.right = right;
  }
  return rows;
}

}  // namespace pipeline
