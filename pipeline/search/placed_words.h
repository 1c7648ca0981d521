// Which word of a passage's text stands at which position of its stream (index/stream.h): in
// "Er was, eh, overleg." position 3 is "overleg". The index knows no places in the text; cut again,
// the text has the same words in the same order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

struct PlacedToken {
  std::uint32_t position = 0, token = 0;

  friend auto operator<=>(const PlacedToken&, const PlacedToken&) = default;
};

// Rising by position, and so by token. `segmented` is the passage's text, cut by itself. That may
// have words which the passage as the index has it lacks, such as the name of who speaks, repeated
// before each caption: those get no place. Linear, but where there are such words it costs the
// words times how many they are.
std::vector<PlacedToken> place_words(std::string_view stream, std::string_view text,
                                     const Segmented& segmented);

}  // namespace pipeline
