// Numbers as readers write them: 0,25, in English 0.25; and as model/counted.h has them.
#pragma once

#include <string>

#include "pipeline/model/counted.h"

namespace pipeline {

// Rounded, with this decimal mark, by itself that of the reader's language; never "-0,00".
std::string rounded(double number, unsigned decimals, char mark = decimal_mark());

}  // namespace pipeline
