// A file as it lies on disk, as bytes.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

// Errors say why there are none: no such file, a folder, too large, no leave to read it.
Result<std::string> file_bytes(const std::filesystem::path& path, const ReadLimits& limits);

}  // namespace pipeline
