// The words in charts and diagrams (SmartArt) of a Word document, which stand in parts of their
// own: titles and names, but not the numbers that are drawn.
#pragma once

#include "pipeline/read/paragraphs.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

// `root` of such a part. A box of a diagram is a paragraph; names along an axis are a row.
void add_words_of_graphic(const pugi::xml_node& root, Paragraphs& text);

}  // namespace pipeline
