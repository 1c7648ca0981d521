// Who asks and who answers, where neither their labels nor the study say so: the questions tell. In
//   Marieke: Hoe ging dat?  Piet: Goed. Wie had dat gedacht?  Piet heeft het druk.
// Marieke is the interviewer.
#pragma once

#include <string_view>

#include "pipeline/segment/segment.h"

namespace pipeline {

// Fills in kind, basis, turns and asking of the speakers of a text that is cut otherwise. Where one
// is known to ask, the others answer. Where nobody is known to ask or to answer, those ask who end
// at least two turns, and two in five of their turns, in a question, if together they do so three
// times as often as all the others and say fewer words.
void tell_apart(std::string_view text, const SegmentOptions& options, Segmented& segmented);

}  // namespace pipeline
