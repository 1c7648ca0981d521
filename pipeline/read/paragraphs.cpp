#include "pipeline/read/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipeline {
namespace {

enum Kind : unsigned char { seen, blank, control };  // blank: space and tab

constexpr std::array<unsigned char, 256> kinds = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = control;
  table[0x7F] = control;
  table[' '] = table['\t'] = blank;
  return table;
}();

unsigned char kind(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

// How many bytes from the front are words with single spaces between them.
std::size_t folded_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool space_within =
        text[at] == ' ' && at > 0 && at + 1 < text.size() && kind(text[at + 1]) == seen;
    if (kind(text[at]) != seen && !space_within) break;
    ++at;
  }
  return at;
}

}  // namespace

void Paragraphs::trim() {
  std::size_t end = text_.size();
  while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  text_.resize(end);
}

void Paragraphs::add_run(std::string_view run) {
  if (cells_ > 0) {
    trim();
    text_.append(cells_, '\t');
  } else if (gap_ != Gap::none && !text_.empty()) {
    constexpr std::array<std::string_view, 4> gaps{"", " ", "\n", "\n\n"};
    if (gap_ != Gap::space) trim();
    text_ += gaps[static_cast<std::size_t>(gap_)];
  }
  gap_ = Gap::none;
  cells_ = 0;
  if (pages_.empty() || pages_.back().number != page_)
    pages_.push_back({static_cast<std::uint32_t>(text_.size()), page_});
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += run;
  if (!is_bold_) return;
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (!bold_.empty() && bold_.back().end == begin)
    bold_.back().end = end;
  else
    bold_.push_back({begin, end});
}

void Paragraphs::add(std::string_view words) {
  while (!words.empty()) {
    const auto stop =
        std::find_if(words.begin(), words.end(), [](char c) { return kind(c) == control; });
    std::string_view run = words.substr(0, static_cast<std::size_t>(stop - words.begin()));
    words.remove_prefix(run.size());
    if (text_.empty() || gap_ != Gap::none || cells_ > 0)
      run.remove_prefix(std::min(run.find_first_not_of(" \t"), run.size()));
    if (!run.empty()) add_run(run);
    if (words.empty()) break;
    if (words.front() == '\n' || words.front() == '\r')
      end_line();
    else if (gap_ == Gap::none)
      gap_ = Gap::space;
    words.remove_prefix(words.starts_with("\r\n") ? 2 : 1);
  }
}

void Paragraphs::add_folded(std::string_view words) {
  while (!words.empty()) {
    const std::size_t length = folded_prefix(words);
    if (length > 0) add_run(words.substr(0, length));
    words.remove_prefix(length);
    if (words.empty()) break;
    if (gap_ == Gap::none) gap_ = Gap::space;
    const auto next =
        std::find_if(words.begin(), words.end(), [](char c) { return kind(c) == seen; });
    words.remove_prefix(static_cast<std::size_t>(next - words.begin()));
  }
}

void Paragraphs::add_finished(std::string_view paragraphs) {
  if (paragraphs.empty()) return;
  end_paragraph();
  add_run(paragraphs);
  end_paragraph();
}

void Paragraphs::end_line() {
  if (cells_ == 0) gap_ = std::max(gap_, Gap::line);
}

void Paragraphs::end_paragraph() {
  if (cells_ == 0) gap_ = Gap::paragraph;
}

void Paragraphs::begin_row() {
  end_row();
  row_ = text_.size();
}

void Paragraphs::end_cell() {
  if (text_.size() == row_) return;  // empty cells in front leave no mark
  gap_ = Gap::none;
  ++cells_;
}

void Paragraphs::end_row() {
  cells_ = 0;
  gap_ = Gap::paragraph;
}

std::vector<PageStart> Paragraphs::take_pages() {
  if (std::exchange(page_, 1) == 1) pages_.clear();
  return std::exchange(pages_, {});
}

std::string Paragraphs::take() {
  trim();
  gap_ = Gap::none;
  cells_ = 0;
  return std::exchange(text_, {});
}

std::string folded_line(std::string_view text) {
  Paragraphs line;
  line.add_folded(text);
  return line.take();
}

}  // namespace pipeline
