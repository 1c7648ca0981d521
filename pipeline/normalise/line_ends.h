// Words that a line end had split: "samen-\nwerking" is "samenwerking", while "zorg-\nen welzijn",
// "Zuid-\nHolland" and "reïntegratie-\neisen" keep their hyphen.
#pragma once

#include <functional>
#include <string_view>

#include "pipeline/model/aligned_text.h"

namespace pipeline {

// Whether a word is one of the language, compounds included. Of any case.
using IsWord = std::function<bool(std::string_view)>;

// The text with such words joined; hyphens are "-" and U+2010. A hyphen goes where small letters
// stand on both sides of it and what follows is no word such as "en". With `is_word` it stays, and
// only the line end goes, where
//   a single letter stands before it ("e-\nmail"),
//   both halves are words and their vowels would clash ("zee-\neend" is "zee-eend"), or
//   both halves are words and the whole is not.
// Without it every such hyphen goes. Linear, but for what `is_word` costs.
AlignedText join_line_ends(std::string_view text, const IsWord& is_word = {});

}  // namespace pipeline
