// Fields of old Word files as catdoc writes them: their instruction in the running text before
// what they came to.
//   "zie  HYPERLINK \"http://dorp.nl\" de pagina "  ->  "zie de pagina "
#pragma once

#include <string>
#include <string_view>

namespace pipeline {

// One line of catdoc's without the instructions of fields that Word knows.
std::string without_instructions(std::string_view line);

}  // namespace pipeline
