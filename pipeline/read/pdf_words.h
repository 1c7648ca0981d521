// What the program samenspel-pdf finds in a PDF file, before anything is made of it: pages with
// words, each in its box. It goes from that program to ours as lines of text, and is taken apart
// here as if anybody could have written them.
//   samenspel-pdf 1
//   page 59528 84189
//   word 6270 17300 7800 18580 0 1 De        (left, top, right, bottom, turns, space after)
//   end
// Lengths are hundredths of a point, from the upper left corner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pipeline {

struct PdfBox {
  float left = 0, top = 0, right = 0, bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }

  friend bool operator==(const PdfBox&, const PdfBox&) = default;
};

struct PdfWord {
  PdfBox box;
  std::uint8_t turns = 0;  // by how many right angles it was turned
  bool space_after = false;
  std::string text;

  friend bool operator==(const PdfWord&, const PdfWord&) = default;
};

struct PdfPage {
  float width = 0, height = 0;
  std::vector<PdfWord> words;

  friend bool operator==(const PdfPage&, const PdfPage&) = default;
};

// A note that a reader left on a page.
struct PdfComment {
  std::uint32_t page = 1;
  std::string text;

  friend bool operator==(const PdfComment&, const PdfComment&) = default;
};

enum class PdfState : std::uint8_t { read, locked, broken, no_pages };

struct PdfContent {
  PdfState state = PdfState::read;
  bool is_damaged = false;  // it was read, but not all of it may be there
  std::vector<std::pair<std::string, std::string>> properties;  // "title", "Jaarverslag"
  std::vector<PdfPage> pages;
  std::vector<PdfComment> comments;

  friend bool operator==(const PdfContent&, const PdfContent&) = default;
};

// The lines for a content, and back. Nothing for lines that are not whole and in order.
std::string to_lines(const PdfContent& content);
std::optional<PdfContent> from_lines(std::string_view lines);

// The same in parts: what comes before the pages, each page and each comment, what comes after
// them.
std::string first_lines(const PdfContent& content);
std::string page_lines(const PdfPage& page);
std::string comment_line(const PdfComment& comment);
std::string last_line();

}  // namespace pipeline
