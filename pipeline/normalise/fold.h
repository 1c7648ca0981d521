// The one definition of "the same letters": lower case, no marks, one apostrophe and hyphen, "ĳ" as
// "ij". "Coöperatie" and "cooperatie" fold to "cooperatie", "één" to "een".
#pragma once

#include <string>
#include <string_view>

namespace pipeline {

// Idempotent; linear. Takes any valid UTF-8.
std::string fold(std::string_view text);

}  // namespace pipeline
