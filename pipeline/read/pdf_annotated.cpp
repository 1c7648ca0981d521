#include "pipeline/read/pdf_annotated.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pipeline {
namespace {

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

// "/Contents (Klopt dit?)" or "/Contents <FEFF...>"; of a page it is a reference: "/Contents 4 0
// R".
bool says_something(std::string_view pdf) {
  constexpr std::string_view key = "/Contents";
  for (std::size_t at = pdf.find(key); at < pdf.size(); at = pdf.find(key, at)) {
    at += key.size();
    while (at < pdf.size() && is_white(pdf[at])) ++at;
    if (at < pdf.size() && (pdf[at] == '(' || pdf[at] == '<')) return true;
  }
  return false;
}

}  // namespace

bool may_have_comments(std::string_view pdf) {
  const auto has = [&](std::string_view name) { return pdf.find(name) != std::string_view::npos; };
  if (has("/ObjStm")) return true;
  constexpr std::array<std::string_view, 10> kinds{
      "/Subtype/Text", "/Subtype /Text", "/FreeText", "/Highlight",      "/Underline",
      "/Squiggly",     "/StrikeOut",     "/Caret",    "/FileAttachment", "/Popup"};
  return has("/Annots") && (says_something(pdf) || std::any_of(kinds.begin(), kinds.end(), has));
}

}  // namespace pipeline
