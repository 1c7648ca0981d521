// Builds a document's source text out of what a format calls paragraphs, lines and cells:
// paragraphs stand apart by a blank line, a row of a table is a paragraph with its cells parted by
// a tab, and no paragraph begins or ends with white space:
//   "Kern van het verhaal\n\nGeen zorg:\ndat is papier.\n\nRol\tbestuurder"
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

class Paragraphs {
 public:
  // Adds words as they stand, tabs included; other control characters become a space, line ends a
  // line break.
  void add(std::string_view words);
  // Adds words with each run of white space (not the no-break space) as one space, as HTML has it.
  void add_folded(std::string_view words);
  // Adds what another one of these built, as paragraphs of their own.
  void add_finished(std::string_view paragraphs);
  void end_line();
  void end_paragraph();
  void begin_row();
  // A paragraph that ended with its cell does not part it from the next one.
  void end_cell();
  void end_row();
  // The words that come next are the first of the next page.
  void end_page() { ++page_; }

  // Whether the words that come next are bold.
  void set_bold(bool is_bold) { is_bold_ = is_bold; }

  bool empty() const { return text_.empty(); }
  // The text so far. With nothing but white space added it is empty.
  std::string take();
  // Where the pages of the text so far begin; none where no page ended. Take them before the text.
  std::vector<PageStart> take_pages();
  // The stretches of the text so far that are bold. Take them before the text.
  std::vector<Span> take_bold() { return std::exchange(bold_, {}); }

 private:
  enum class Gap { none, space, line, paragraph };

  void add_run(std::string_view run);
  void trim();

  std::string text_;
  Gap gap_ = Gap::none;
  std::size_t row_ = 0;    // where the row's words begin
  std::size_t cells_ = 0;  // ended since the row's last words
  std::uint32_t page_ = 1;
  std::vector<PageStart> pages_;
  bool is_bold_ = false;
  std::vector<Span> bold_;
};

// Words with one space between them: "  Wat\nging goed? " -> "Wat ging goed?".
std::string folded_line(std::string_view text);

}  // namespace pipeline
