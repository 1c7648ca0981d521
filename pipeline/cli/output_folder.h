// Folders that a command writes because its user named them.
#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/publish/data_folder.h"

namespace pipeline {

// Before the work: refuses the option where something of that name is there already and
// may not be overwritten, or where no folder can be made.
void check_output_folder(const std::filesystem::path& folder, bool overwrites);

// Makes the folder if need be. Files of other names in it stay. Throws std::runtime_error where a
// file cannot be written.
void write_folder(const std::filesystem::path& folder, const std::vector<NamedFile>& files);

}  // namespace pipeline
