// Lines -> paragraphs. A blank line ends a paragraph; whether a line end does is decided by the
// whole text: where lines break off unfinished at about the same width ("De gemeente en de\n
// zorgaanbieder ..."), they were wrapped and belong together, otherwise each is a paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/span.h"

namespace pipeline {

struct Line {
  Span span;             // without spaces at the edges, not empty
  bool opens = false;    // a paragraph begins here whatever the width: behind a blank line, a label
  bool is_item = false;  // begins with a bullet or number: opens too

  friend bool operator==(const Line&, const Line&) = default;
};

// The lines of `text` under `span` that hold something.
std::vector<Line> lines_of(std::string_view text, Span span);

struct Paragraph {
  Span span;
  std::uint32_t first_line = 0, end_line = 0;  // of the lines given
  bool is_heading = false;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// The rules: (1) a line goes on if it ends in a comma or hyphen, or has no final sign (.?!:;) and
// the next begins in lower case. (2) Text is wrapped if of at least five line ends inside blocks
// half lack a final sign and nine tenths of the lines are 40 to 140 bytes long at most; then a line
// goes on if the first word of the next would not have fitted. (3) In other texts this holds for a
// block of 50 to 120 bytes wide that ends with a final sign and in which it is true of every line
// without one, of which there is one at least. (4) A heading is one line of at most twelve words
// that begins with a capital or number and has no final sign, above a text.
std::vector<Paragraph> paragraphs_of(std::string_view text, const std::vector<Line>& lines);

}  // namespace pipeline
