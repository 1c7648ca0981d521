// translations/en.po as msgfmt compiles it, within the program: there is no file to find or to
// miss. cmake/catalogue.cmake makes its source.
#pragma once

#include <string_view>

namespace pipeline {

std::string_view english_catalogue();

}  // namespace pipeline
