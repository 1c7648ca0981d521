// The tokens of a paragraph -> its sentences. "Dhr. De Boer belde. 's Avonds kwam hij ("eindelijk")
// langs." is two: abbreviations, initials and list numbers end none, closing quotes and brackets
// belong to the sentence before, and what goes on in lower case goes on. Speech without full stops
// is cut where a clause begins (unpunctuated.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// Adds the sentences of tokens [first_token, tokens.size()), one paragraph of `text`, to those that
// are there. Every token is in one of them. Linear.
void append_sentences(std::string_view text, const std::vector<Token>& tokens,
                      std::uint32_t first_token, std::vector<Sentence>& sentences);

}  // namespace pipeline
