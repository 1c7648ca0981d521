// A stretch of text -> its words, numbers and punctuation: "'s Avonds kost zo'n auto € 1.250,50."
// is 's, Avonds, kost, zo'n, auto, €, 1.250,50 and a full stop. Abbreviations keep their full
// stops (o.a., dhr.), addresses, dates, times and names made unknown ([NAAM-1]) stay whole.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// Adds the tokens of `text` under `span` to those that are there. Every character that is no space
// is in one token. Linear.
void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens);

}  // namespace pipeline
