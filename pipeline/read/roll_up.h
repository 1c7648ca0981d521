// Captions that roll up: each line is shown twice, first as the lower and then as the upper one, as
// YouTube's own captions do.
//   "wij zijn in maart" / "wij zijn in maart", "begonnen met de huiskamer" / ...
// gives each line once.
#pragma once

#include <vector>

#include "pipeline/read/cue.h"

namespace pipeline {

// Whether most captions begin with what the last one ended with, and many of them go on with
// something new. People who repeat themselves, and recognisers that do, add nothing new.
bool rolls_up(const std::vector<CaptionCue>& cues);

// Takes out of each caption the lines at its front that the last one showed.
void drop_rolled_up(std::vector<CaptionCue>& cues);

}  // namespace pipeline
