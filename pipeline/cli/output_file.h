// Files that a command writes because its user named them.
#pragma once

#include <filesystem>
#include <string_view>

namespace pipeline {

// Before the work: refuses the option where the file is there already and may not be
// overwritten, or where its folder is not there or cannot be written in.
void check_output(const std::filesystem::path& file, bool overwrites);

// The file is there whole, or as it was: throws std::runtime_error where it cannot be written.
void write_output(const std::filesystem::path& file, std::string_view bytes);
// The same of one that stands beside the answer. False, and said so, where it cannot be written.
bool write_or_complain(const std::filesystem::path& file, std::string_view bytes);

}  // namespace pipeline
