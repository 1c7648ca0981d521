// A document's text without some of its parts: what is shown of a file where comments, or notes and
// headers, are not wanted.
#pragma once

#include <set>
#include <string>

#include "pipeline/model/document.h"

namespace pipeline {

// The source with the parts of these kinds cut out, and the blank lines before them.
std::string source_without(const Document& document, const std::set<PartKind>& kinds);

}  // namespace pipeline
