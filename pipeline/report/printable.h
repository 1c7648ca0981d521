// Text that is safe to show: a file name or passage with "\x1b[2J" in it cannot clear the screen.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/table.h"

namespace pipeline {

enum class Lines : bool { to_blanks, stay };  // line ends and tabs

// Control characters (C0, DEL and C1) become blanks, bytes that are no UTF-8 become U+FFFD.
std::string printable(std::string_view text, Lines lines = Lines::to_blanks);

// All text in it, titles and notes too.
Table printable(Table table);

}  // namespace pipeline
