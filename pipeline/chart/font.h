// How wide words are in print, measured in the font's own widths, so that a chart leaves room for
// every label: "Wet- en regelgeving" at 13 pixels is 121 wide.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

enum class Weight : bool { regular, bold };

// Liberation Sans, which has the widths of Arial and Helvetica: what is measured here fits wherever
// one of the three is at hand.
class Font {
 public:
  // Error where the font is not installed.
  static Result<Font> open();

  // Never too little: kerning only makes words narrower, and what the font lacks counts as wide.
  double width(std::string_view text, double size, Weight weight = Weight::regular) const;

  // Broken behind blanks, '/' and '-' into lines of at most `width`; a longer word stays whole, on
  // a line of its own. At least one line.
  std::vector<std::string> lines(std::string_view text, double width, double size,
                                 Weight weight = Weight::regular) const;

 private:
  struct Faces;
  explicit Font(std::shared_ptr<const Faces> faces) : faces_(std::move(faces)) {}
  std::shared_ptr<const Faces> faces_;
};

}  // namespace pipeline
