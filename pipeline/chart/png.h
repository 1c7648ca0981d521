// A drawing in SVG as a picture of points, made by rsvg-convert, a program of Debian's
// librsvg2-bin.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/result.h"

namespace pipeline {

// `zoom`: points a pixel of the drawing. The error says that the program is missing, or failed.
Result<std::string> png_of(std::string_view svg, double zoom);

}  // namespace pipeline
