// How wide a text stands on a terminal: "coöperatie" is 10 columns, however its ö is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pipeline {

// Columns that UTF-8 takes (file names may hold any bytes; nothing breaks on them): 0 for marks
// that combine with the letter before them and for control characters, 2 for East Asian wide
// characters and emoji, 1 for the rest.
std::size_t text_width(std::string_view text);

// At most `width` (> 0) columns of `text`: where it is wider an ellipsis stands in its middle, for
// paths and names differ at their end as often as at their beginning.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace pipeline
