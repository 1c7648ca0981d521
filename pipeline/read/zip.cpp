#include "pipeline/read/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

constexpr std::uint64_t free_bytes = 1 << 20;  // before the expansion ratio counts
constexpr std::size_t block_bytes = 64 << 10;

std::string path_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr || !is_valid_utf8(name)) name = archive_entry_pathname(entry);
  std::string path = name == nullptr ? "" : name;
  if (!is_valid_utf8(path)) path = decode_as(path, "ibm-437").value_or(repaired_utf8(path));
  std::replace(path.begin(), path.end(), '\\', '/');
  return path;
}

}  // namespace

ZipReader::ZipReader(std::uint64_t packed, const ReadLimits& limits)
    : archive_(archive_read_new(), &archive_read_free),
      left_(std::max(free_bytes, packed * limits.expansion_ratio)),
      most_(limits.file_bytes),
      entries_left_(limits.packed_entries) {
  archive_read_support_format_zip_seekable(archive_.get());
}

ZipReader ZipReader::of_bytes(std::string_view bytes, const ReadLimits& limits) {
  ZipReader zip(bytes.size(), limits);
  zip.left_ = std::min(zip.left_, limits.unpacked_bytes);
  if (archive_read_open_memory(zip.archive_.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    zip.problem_ = ZipProblem::broken;
  return zip;
}

ZipReader ZipReader::of_file(const std::filesystem::path& file, const ReadLimits& limits) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(file, problem);
  ZipReader zip(problem ? 0 : size, limits);
  zip.left_ = std::min(zip.left_, limits.archive_bytes);
  if (archive_read_open_filename(zip.archive_.get(), file.c_str(), block_bytes) != ARCHIVE_OK)
    zip.problem_ = ZipProblem::broken;
  return zip;
}

bool ZipReader::next() {
  if (problem_ != ZipProblem::none) return false;
  const int status = archive_read_next_header(archive_.get(), &entry_);
  if (status == ARCHIVE_EOF) return false;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
    problem_ = ZipProblem::broken;
  else if (entries_left_ == 0)
    problem_ = ZipProblem::too_many;
  if (problem_ != ZipProblem::none) return false;
  --entries_left_;
  path_ = path_of(entry_);
  return true;
}

bool ZipReader::is_file() const {
  return archive_entry_filetype(entry_) == AE_IFREG;
}

bool ZipReader::is_link() const {
  return archive_entry_filetype(entry_) == AE_IFLNK;
}

bool ZipReader::is_encrypted() const {
  return archive_entry_is_encrypted(entry_) != 0;
}

ZipProblem ZipReader::take(std::string& bytes) {
  if (is_encrypted()) return ZipProblem::encrypted;
  const std::uint64_t most = std::min(left_, most_);
  if (archive_entry_size_is_set(entry_) != 0 &&
      static_cast<std::uint64_t>(archive_entry_size(entry_)) > most)
    return ZipProblem::too_large;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (true) {
    const int status = archive_read_data_block(archive_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) return ZipProblem::none;
    if (status != ARCHIVE_OK || offset != static_cast<la_int64_t>(bytes.size()))
      return ZipProblem::broken;
    if (bytes.size() + size > most) return ZipProblem::too_large;
    left_ -= size;
    bytes.append(static_cast<const char*>(block), size);
  }
}

}  // namespace pipeline
