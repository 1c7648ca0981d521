#include "pipeline/read/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "pipeline/read/refusals.h"

namespace pipeline {

Result<std::string> file_bytes(const std::filesystem::path& path, const ReadLimits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return failure(said("het bestand bestaat niet; kijk het pad na"), path.string());
  if (std::filesystem::is_directory(status))
    return failure(said("dit is een map, geen bestand"), path.string());
  if (!std::filesystem::is_regular_file(status))
    return failure(said("dit is geen gewoon bestand"), path.string());
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > limits.file_bytes) return failure(file_too_large(limits), path.string());
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  if (file) file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !file)
    return failure(
        said("het bestand is niet te lezen ({}); kijk de rechten na", std::strerror(errno)),
        path.string());
  return bytes;
}

}  // namespace pipeline
