// The folder of an index holds one generation of it, "generation-12", and for a moment during a
// merge the next one; the newest that is complete counts. A name that ends in ".tmp" is never
// complete.
#pragma once

#include <filesystem>
#include <optional>

namespace pipeline {

std::optional<std::filesystem::path> newest_generation(const std::filesystem::path& index);
// The name for the generation after the newest.
std::filesystem::path next_generation(const std::filesystem::path& index);
// Deletes older generations and what a merge left unfinished; nothing that is not an index's.
void remove_leftovers(const std::filesystem::path& index);

}  // namespace pipeline
