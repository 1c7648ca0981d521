// Pieces of a page in HTML: tables and the page around them. The page is whole by itself: it asks
// nothing of a network, and opens offline.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/table.h"

namespace pipeline {

std::string html_escaped(std::string_view text);
// A <table> with its title as caption, its groups over the titles, and its notes below it.
std::string html_table(const Table& table);
// A document in Dutch with the style of all our pages; `body` is HTML.
std::string html_page(std::string_view title, std::string_view body);

}  // namespace pipeline
