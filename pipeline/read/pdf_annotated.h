// Whether a PDF may hold comments of readers, told from its bytes alone.
#pragma once

#include <string_view>

namespace pipeline {

// True also where that cannot be seen, as objects are packed. False is sure but for files that
// write the names of things in odd ways.
bool may_have_comments(std::string_view pdf);

}  // namespace pipeline
