// PDF files and pages with words, made for a test: what stands where, and nothing else.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/pdf_words.h"

namespace pipeline {

// Words on one line; `x` and `y` in points from the upper left corner to the foot of the letters.
struct Placed {
  float x = 0, y = 0;
  std::string text;
  float size = 11;
};
using PlacedPage = std::vector<Placed>;

// A file with Helvetica, its letters in windows-1252, on pages of A4. `more` goes into its
// catalogue's neighbour, the dictionary of what the file says of itself: "/Title (Verslag)".
inline std::string pdf(const std::vector<PlacedPage>& pages, const std::string& more = "") {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
  objects.push_back(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.push_back("<< " + more + " >>");
  std::string kids;
  for (const PlacedPage& page : pages) {
    std::string content;
    for (const Placed& it : page) {
      char place[80];
      std::snprintf(place, sizeof place, "BT /F1 %.1f Tf %.1f %.1f Td (", double{it.size},
                    double{it.x}, 842 - double{it.y});
      content += place;
      for (const char c : it.text)
        content += c == '(' || c == ')' || c == '\\' ? std::string("\\") + c : std::string(1, c);
      content += ") Tj ET\n";
    }
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "endstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) +
                      " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] =
      "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
  std::string file = "%PDF-1.4\n", places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char place[24];
    std::snprintf(place, sizeof place, "%010zu 00000 n \n", file.size());
    places += place;
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + places + "trailer\n<< /Size " +
         size + " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + std::to_string(file.size()) +
         "\n%%EOF\n";
}

// The same as samenspel-pdf would give it, with letters half as wide as they are high.
inline PdfPage placed(const PlacedPage& lines) {
  PdfPage page{595, 842, {}};
  for (const Placed& line : lines) {
    const float wide = line.size / 2;
    float x = line.x;
    std::string_view rest = line.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string word(rest.substr(0, end));
      std::size_t letters = 0;
      for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
      const float right = x + wide * static_cast<float>(letters);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!word.empty())
        page.words.push_back(
            {{x, line.y - line.size, right, line.y + 0.2F * line.size}, 0, !rest.empty(), word});
      x = right + wide / 2;
    }
  }
  return page;
}

}  // namespace pipeline
