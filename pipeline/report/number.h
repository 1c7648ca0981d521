// Numbers as Dutch readers write them: 0,25, and as model/counted.h has them, 30.121 woorden.
#pragma once

#include <string>

#include "pipeline/model/counted.h"

namespace pipeline {

// Rounded, with this decimal mark; never "-0,00".
std::string rounded(double number, unsigned decimals, char decimal_mark);

}  // namespace pipeline
