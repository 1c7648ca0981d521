// Character references as HTML, Markdown and WebVTT write them: "&euml;" and "&#235;" are "ë".
#pragma once

#include <string>
#include <string_view>

namespace pipeline {

// `reference` runs from '&' to ';'. One that stands for nothing is given back as it is.
std::string character_of(std::string_view reference);

// The text with all its references resolved.
std::string without_references(std::string_view text);

}  // namespace pipeline
