// What single characters become in clean text, whatever stands beside them: “ becomes ", a
// non-breaking space a space, a soft hyphen nothing, ﬁ becomes fi.
#pragma once

#include <optional>
#include <string_view>

namespace pipeline {

// The clean form of a character; none where it stays as it is. No clean form holds a character
// that has another clean form, and none is what canonical composition would change.
std::optional<std::string_view> clean_form(char32_t character);

}  // namespace pipeline
