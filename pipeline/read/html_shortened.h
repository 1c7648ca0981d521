// A web page with its longer stretches of text each put as a mark of eight bytes. gumbo takes some
// fifty nanoseconds for every letter, and what stands between two tags changes nothing about the
// tree; so it is given the marks, and the text takes their place again in the tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct ShortenedPage {
  std::string html;
  std::vector<std::string_view> stretches;  // of the page that was given, by the number of the mark
};

// A page that has the sign of the marks itself is given as it is.
ShortenedPage shortened(std::string_view html);

struct LengthenedText {
  std::string text;
  std::size_t marks = 0;  // that stood in it and have a stretch
};

bool has_marks(std::string_view text);
LengthenedText lengthened(std::string_view text, const std::vector<std::string_view>& stretches);

}  // namespace pipeline
