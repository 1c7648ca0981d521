// Which of the names that exist a user may have meant: 'vertrouwn' -> "; bedoelt u 'vertrouwen'?".
// Goes at the end of an error about an unknown name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/said.h"

namespace pipeline {

// At most three, nearest first: names that differ by few letters, whatever their case, and those
// that begin with `word`. Long input (over 64 bytes) is near to nothing.
std::vector<std::string> near_names(std::string_view word, std::span<const std::string> known);

// "tekst, csv of json"
Said one_of(std::span<const std::string> names);

// "; bedoelt u 'rol' of 'ronde'?"; without a near name "; er is: case, rol, partij" with at most
// `listed` names, and nothing where more are known.
Said suggest(std::string_view word, std::span<const std::string> known, std::size_t listed = 20);

}  // namespace pipeline
