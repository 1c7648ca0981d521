// Pieces of speech -> a document, one a line: what captions, recognisers' JSON and annotated
// recordings have in common.
//   {"Marieke de Vries", 1200, 5200, "Goedemorgen, fijn."}
// adds the line "Goedemorgen, fijn." with a caption over it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

struct Speech {
  std::optional<std::string> speaker;
  std::optional<std::int64_t> start_ms, end_ms;
  std::string words;  // as as_one_line gives them
};

// As one line, without byte order marks that were copied along.
std::string as_one_line(std::string_view words);

// Adds a line and its caption; nothing where there are no words. An end before the start is the
// start.
void add_speech(Document& document, Speech speech);

// Seconds of a recording, however absurd, as milliseconds; none where they are no number.
std::optional<std::int64_t> milliseconds(double seconds);

}  // namespace pipeline
