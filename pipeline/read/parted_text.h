// Puts a document's source together: its body, and behind it what stands apart from it (headers,
// notes, comments), each piece a part of its own kind.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/read/paragraphs.h"

namespace pipeline {

class PartedText {
 public:
  // Text that is no part, with its pages; what comes behind it stands on no page that is known.
  // Body comes first.
  void add_body(Paragraphs& text);
  // Nothing where there are no words. Text need not be valid UTF-8.
  void add(PartKind kind, std::string text);
  // Sets source, parts, pages, and the turns of an interview with bold questions.
  void put_into(Document& document);

 private:
  std::string text_;
  std::vector<TextPart> parts_;
  std::vector<PageStart> pages_;
  std::vector<Caption> turns_;
};

}  // namespace pipeline
