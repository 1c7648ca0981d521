// Words of a page -> lines: words side by side without a wide gap between them. Beside each other
// on one height there may be several, as in columns and tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/span.h"
#include "pipeline/read/pdf_words.h"

namespace pipeline {

// The widest gap between words of one line, in heights of a letter. A line that is stretched beyond
// it comes in two, and is put together again where no column parts them.
inline constexpr float widest_space = 0.5F;

struct PdfLine {
  PdfBox box;
  float size = 0;  // height of most of its words
  std::string text;
  float first_word = 0;          // its width
  std::uint32_t words = 0;       // in how many pieces it came
  std::vector<Span> marks = {};  // raised numbers in the text, as point to notes

  friend bool operator==(const PdfLine&, const PdfLine&) = default;
};

// What stands on a page in one direction, turned upright.
struct PdfSheet {
  float width = 0, height = 0;
  std::vector<PdfLine> lines;
};

// Whether the two stand on one height.
bool is_beside(const PdfBox& a, const PdfBox& b);
// Whether they share some of their height, as lines of two columns do that do not run in step.
bool shares_height(const PdfBox& a, const PdfBox& b);
PdfBox around(const PdfBox& a, const PdfBox& b);

// The direction with most text first; one sheet at least. Ligatures are resolved and words set with
// spaces between their letters ("V I S I E") are put together. About linear in the words.
std::vector<PdfSheet> sheets_of(const PdfPage& page);

}  // namespace pipeline
