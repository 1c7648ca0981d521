// Links that lead away from a page's text: menus that nothing names as such, tables of contents,
// and what stands below "Lees ook".
#pragma once

struct GumboInternalNode;

namespace pipeline {

// Whether at least half of the letters in the element stand in links.
bool is_mostly_links(const GumboInternalNode& element);

// `in_main`: within <main> or <article>, where a list of short links may be what the text tells.
bool leads_away(const GumboInternalNode& element, bool in_main);

}  // namespace pipeline
