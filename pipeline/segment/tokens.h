// A stretch of text -> its words, numbers and punctuation: "'s Avonds kost zo'n auto € 1.250,50."
// is 's, Avonds, kost, zo'n, auto, €, 1.250,50 and a full stop. Abbreviations keep their full
// stops (o.a., dhr.), addresses, dates, times and names made unknown ([NAAM-1]) stay whole.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// Adds the tokens of `text` under `span` to those that are there. Every character that is no space
// is in one token. Linear.
// In speech the remarks of whoever wrote it down (remarks.h) are each a token that is no word.
enum class Manner : std::uint8_t { written, spoken };
void append_tokens(std::string_view text, Span span, std::vector<Token>& tokens,
                   Manner manner = Manner::written);

}  // namespace pipeline
