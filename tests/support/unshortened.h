// The text of a web page read in the usual way, and with no stretch of it put as a mark
// (read/html_shortened.h): the two must be equal. Errors are their message.
#pragma once

#include <string>

#include "pipeline/read/html.h"

namespace pipeline {

inline std::string text_of_page(const std::string& html) {
  const auto document = html_text(html, "a.html", {});
  return document ? document->source : to_string(document.error());
}

// The sign in a comment keeps a page from being shortened.
inline std::string text_of_unshortened_page(const std::string& html) {
  return text_of_page("<!--\uE0F1-->" + html);
}

}  // namespace pipeline
