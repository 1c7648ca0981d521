// Whether a text in which nobody is named is a conversation all the same, so that its reader can be
// told to say who speaks.
#pragma once

#include <string_view>

#include "pipeline/model/document.h"

namespace pipeline {

// Of a text that was cut into paragraphs: at least eight, of which a quarter and at least four are
// questions with an answer behind them ("Hoe ging dat?" / "Goed."), or half begin with a dash and
// one asks something: the articles of a law are a list with dashes, too.
// Headings do not count. Never of a text with speakers.
bool looks_like_conversation(std::string_view text, const Segmented& segmented);

// Whether half of the lines, and at least four, begin or end with a mark of time ("[00:12] Goed.").
bool has_times(std::string_view text);

}  // namespace pipeline
