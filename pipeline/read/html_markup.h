// Where the tags and comments of a web page begin and end, as the tokeniser of HTML has it, for
// what is to be known of a page before its tree is built: "<p title='a > b'>" is one tag, "a < b"
// none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pipeline {

struct Markup {
  enum class Kind : std::uint8_t { start_tag, end_tag, comment, none };  // none: "<" is text

  Kind kind = Kind::none;
  std::size_t end = 0;    // behind '>'; of a page that is cut off within it, the page's end
  std::string_view name;  // of a tag, as written
  std::size_t attributes = 0;
};

// The markup that begins with the "<" at `at`. Doctypes and processing instructions are comments.
Markup markup_at(std::string_view html, std::size_t at);

// Of two names of elements or attributes.
bool same_name(std::string_view a, std::string_view b);

// <script>, <title>: elements in which no tag begins but their own end tag.
bool holds_raw_text(std::string_view name);
// Where that end tag begins, from `at` on; the page's end where there is none.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name);

}  // namespace pipeline
