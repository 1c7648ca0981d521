// 128-bit xxHash (XXH3) in hexadecimal: tells whether bytes are the same; no protection against
// anybody who wants them to seem so.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

std::string hash_of(std::string_view bytes);
// None where the file cannot be read. Streams; memory does not grow with the file.
std::optional<std::string> hash_of_file(const std::filesystem::path& file);

}  // namespace pipeline
