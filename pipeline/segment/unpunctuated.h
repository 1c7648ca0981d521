// Speech written down without full stops -> where its sentences may begin. What a recogniser makes
// of a turn is one line of hundreds of words: "... dat liep goed en toen kwam de gemeente erbij
// maar die wist van niks ..." is cut before "en toen" and "maar die".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// Longer sentences with hardly a sign in them are unpunctuated; edited text has none such.
inline constexpr std::uint32_t longest_unbroken = 60;  // words

// The tokens of [first, end), one would-be sentence, at which another sentence begins, in order;
// none where the text is punctuated. Linear.
std::vector<std::uint32_t> begins_within(std::string_view text, const std::vector<Token>& tokens,
                                         std::uint32_t first, std::uint32_t end);

}  // namespace pipeline
