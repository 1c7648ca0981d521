// The cues of caption files (WebVTT, SRT): time lines, marks within the words, and how cues become
// a document, one caption a line.
//   00:00:01.200 --> 00:00:05.200
//   <v Marieke de Vries>Goedemorgen, fijn dat
//   u er bent.</v>
// gives the caption {speaker "Marieke de Vries", 1200, 5200} over "Goedemorgen, fijn dat u er
// bent."
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

struct CueTimes {
  std::int64_t start_ms = 0, end_ms = 0;

  friend bool operator==(CueTimes, CueTimes) = default;
};

// The times of "00:00:01.200 --> 00:01:05,2 align:start"; hours may be left out.
std::optional<CueTimes> times_of(std::string_view line);
bool is_time_line(std::string_view line);  // holds an arrow, well-formed or not

struct CaptionCue {
  std::optional<CueTimes> times;
  std::vector<std::string_view> lines;
};

// The words of a cue's line, without tags, positions ("{\an8}") and references.
std::string plain_words(std::string_view line);

// Adds a cue's captions to the document: one, or more where speakers change within it, or where
// each line is another's ("- Ja.\n- Nee."). A cue without words adds none.
void add_cue(Document& document, const CaptionCue& cue);

// A text's lines, without their line ends.
std::vector<std::string_view> lines_of(std::string_view text);

// Tells mistakes by line, and no more than a reader will look at. `what` is translated.
class CueWarnings {
 public:
  void add(std::size_t line, std::string_view what);
  void move_to(Document& document);

 private:
  std::vector<Said> first_;
  std::size_t count_ = 0;
};

}  // namespace pipeline
