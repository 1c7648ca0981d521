// What the elements of a web page are to its text: which part up the main text, which make
// paragraphs and rows, and which are a page's furniture and left out (<nav>, role="banner",
// class="cookie-bar", hidden).
#pragma once

#include <string>
#include <utility>
#include <vector>

struct GumboInternalNode;

namespace pipeline {

enum class Flow { words, line, paragraph, row, cell };

Flow flow_of(const GumboInternalNode& element);

// Whether the element is furniture or is not seen. Within the main text a header is part of it.
bool is_left_out(const GumboInternalNode& element, bool in_main);

// <main>, or role="main".
bool is_main(const GumboInternalNode& element);

// The elements to take the text of: the outermost <main> parts with words, or else the body.
std::vector<const GumboInternalNode*> main_parts(const GumboInternalNode& root);

// Title and <meta> names with their values, in order.
std::vector<std::pair<std::string, std::string>> page_properties(const GumboInternalNode& root);

}  // namespace pipeline
