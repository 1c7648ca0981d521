// Pieces of a page in HTML: tables and the page around them. The page is whole by itself: it asks
// nothing of a network, and opens offline.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/table.h"

namespace pipeline {

std::string html_escaped(std::string_view text);
// A list of sentences under what they are about.
std::string html_notes(const std::vector<std::string>& notes);
// Where a cell leads to ("#f3"); empty: nowhere.
using CellLink = std::function<std::string(std::size_t row, std::size_t column)>;
// A <table> with its title as caption, its groups over the titles, and its notes below it.
std::string html_table(const Table& table, const CellLink& link = {});
// A document with the style of all our pages and what it has of its own; `body` is HTML. A browser
// that opens it is told to ask nothing of anybody.
struct PageOptions {
  std::string_view language = "nl", style = {}, script = {};
};
std::string html_page(std::string_view title, std::string_view body,
                      const PageOptions& options = {});

}  // namespace pipeline
