// What speech recognisers make up where nobody speaks: the same words caption after caption, and
// the names of subtitlers from what they learnt on. It stays in the text; a person has to listen.
//   "Dat is het dan." four times in a row -> a warning with the first of those lines
#pragma once

#include "pipeline/model/document.h"

namespace pipeline {

void warn_of_repeats(Document& document);

}  // namespace pipeline
