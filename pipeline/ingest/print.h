// By what a text is known again, whatever its file's name and format: its letters and digits,
// folded. "Er was géén over-\nleg!" and "er was geen overleg" have the same print.
#pragma once

#include <string_view>

#include "pipeline/model/coded_document.h"

namespace pipeline {

// Linear; takes any valid UTF-8.
TextPrint print_of(std::string_view text);

// About how many of the runs of five words that either text has are in both; 0 to 1.
double likeness(const TextPrint& a, const TextPrint& b);

}  // namespace pipeline
