// Writing a file so that it is there whole, or as it was before: never half.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace pipeline {

// Writes beside the file ("NAME.deel"), then puts that in its place. The error says why not (no
// room, no such folder); nothing is left behind then.
std::error_code write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace pipeline
