// What a file says of itself -> attributes in Dutch: "dc:creator" is auteur, "date" is datum. One
// table for all formats.
#pragma once

#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

// Sets the attribute that `property` (any case, without prefix) stands for; properties that are not
// in the table and empty values are passed over, and the first value of an attribute stays (of
// keywords, each that comes by itself is added). White space is folded; a time of day is cut off
// "datum".
void set_property(Attributes& attributes, std::string_view property, std::string_view value);

}  // namespace pipeline
