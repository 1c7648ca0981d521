// The kinds of parts by the names that users know them by: "noot" is a note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// "tekst", "kop", "voet", "noot", "opmerking"
std::string_view part_name(PartKind kind);
std::optional<PartKind> part_named(std::string_view name);
// All of them, in the order in which they stand in a document.
const std::vector<std::string>& part_names();

}  // namespace pipeline
