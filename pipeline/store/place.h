// Where a quotation stands in a text that was corrected after it was coded. "Zij vertrouwden ons
// niet" is found again though ten lines were put in before it.
#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/span.h"

namespace pipeline {

// The span in `changed` of the words that stood under `span` in `former`: the occurrence whose
// surroundings agree most, nearest to the old place if several agree alike; none where the words do
// not occur any more. White space may differ. Cost: the length of both texts.
std::optional<Span> place_again(std::string_view former, Span span, std::string_view changed);

}  // namespace pipeline
