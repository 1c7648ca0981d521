#include "pipeline/model/whole_file.h"

#include <cerrno>
#include <fstream>

namespace pipeline {

std::error_code write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  // A pipe or a terminal cannot be replaced.
  const bool is_special = exists(status) && !is_regular_file(status);
  std::filesystem::path beside = file;
  if (!is_special) beside += ".deel";
  errno = 0;
  std::ofstream stream(beside, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code problem;
  if (!stream) problem = std::error_code(errno == 0 ? EIO : errno, std::generic_category());
  if (is_special) return problem;
  if (!problem) std::filesystem::rename(beside, file, problem);
  if (problem) std::filesystem::remove(beside, ignored);
  return problem;
}

}  // namespace pipeline
