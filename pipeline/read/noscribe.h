// The page that noScribe writes: a paragraph a turn, each piece of it under an anchor that says
// when it was said, in milliseconds, and by whom:
//   <p><a name="ts_3000_5200_S00">S00: Hoe ging dat?</a></p>
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

bool is_noscribe(std::string_view html);

// The pieces as captions, one a line, by the names that the paragraphs begin with; what stands
// outside them (its heading) are lines without one. Without an anchor that can be read there are no
// captions.
Result<Document> noscribe_text(std::string_view html, const std::string& name,
                               const ReadLimits& limits);

}  // namespace pipeline
