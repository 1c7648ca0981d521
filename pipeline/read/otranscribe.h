// The text of an oTranscribe file, which is HTML, with its time marks as other transcripts write
// them:
//   <p><span class="timestamp" data-timestamp="72.5">1:12</span>&nbsp;<b>I:</b> Ja?</p>
// gives "[00:01:12.5] I: Ja?", for segmenting to take apart.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

Result<std::string> otranscribe_text(std::string_view html, const std::string& name,
                                     const ReadLimits& limits);

}  // namespace pipeline
