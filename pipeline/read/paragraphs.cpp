#include "pipeline/read/paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipeline {
namespace {

constexpr bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}
constexpr bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
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
  text_ += run;
}

void Paragraphs::add(std::string_view words) {
  while (!words.empty()) {
    const auto stop = std::find_if(words.begin(), words.end(), is_control);
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
    const auto white = std::find_if(words.begin(), words.end(), is_white);
    const auto run = words.substr(0, static_cast<std::size_t>(white - words.begin()));
    if (!run.empty()) add(run);
    words.remove_prefix(run.size());
    if (words.empty()) break;
    if (gap_ == Gap::none) gap_ = Gap::space;
    words.remove_prefix(static_cast<std::size_t>(
        std::find_if_not(words.begin(), words.end(), is_white) - words.begin()));
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

std::string Paragraphs::take() {
  trim();
  gap_ = Gap::none;
  cells_ = 0;
  return std::exchange(text_, {});
}

}  // namespace pipeline
