// A line of a transcript taken apart: who speaks, from when to when, and the words. "I: Ja?",
// "R2 (fluisterend): Nee.", "[SPEAKER_01]: ja", "[00:12] Interviewer: Zo?", "Fenna Kuiper   0:03",
// a name and a tab, and the row of a table: "00:12<tab>R<tab>Nee."
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "pipeline/model/span.h"

namespace pipeline {

// Spans are of the text.
struct MarkedLine {
  Span words;  // without label and time marks; may be empty
  Span label;  // empty where nothing has the form of a label
  std::optional<std::int64_t> start_ms, end_ms;
  Span unlabelled;  // the words where the label turns out to be none
  std::optional<std::int64_t> unlabelled_start_ms;

  friend bool operator==(const MarkedLine&, const MarkedLine&) = default;
};

MarkedLine marked_line(std::string_view text, Span line);

// "Tijd<tab>Spreker<tab>Tekst": the head of a table, in which nobody speaks.
bool is_table_head(std::string_view line);

}  // namespace pipeline
