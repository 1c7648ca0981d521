// Names on lines of their own, above what is said:
//   Fenna Kuiper
//   Wij zijn in maart begonnen.
//
//   Ties Bos
//   Wie kwamen er dan?
// and what the program that recorded wrote between.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/segment/layout.h"

namespace pipeline {

// The lines that are such names: full names, or what transcripts call their speakers
// ("Interviewer"). At least two of them come back, they take turns, each has a text below it, and
// they are a fair share of the lines; else none. Single words are headings too often ("Aanpak").
std::vector<std::size_t> names_above(std::string_view text, const std::vector<Line>& lines);

// "Fenna Kuiper started transcription": Teams says when it listens.
bool is_of_recorder(std::string_view line);

}  // namespace pipeline
