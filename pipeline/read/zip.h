// A ZIP, entry by entry: "map/interview.docx" and, when asked for, its bytes. Nothing is held that
// was not asked for, so that an archive may be larger than memory. What its entries may come to
// together is bounded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/read/read.h"

struct archive;
struct archive_entry;

namespace pipeline {

enum class ZipProblem : std::uint8_t { none, broken, encrypted, too_large, too_many };

class ZipReader {
 public:
  // `bytes` must outlive it. A file that is no ZIP is found out by next().
  static ZipReader of_bytes(std::string_view bytes, const ReadLimits& limits);
  static ZipReader of_file(const std::filesystem::path& file, const ReadLimits& limits);

  // Steps to the next entry, in the order of the archive. False at the end, and where it cannot go
  // on: problem() says why.
  bool next();
  ZipProblem problem() const { return problem_; }

  // Of the entry at hand. The path is UTF-8 with '/': names without the mark of UTF-8 are read as
  // such where they can be, otherwise as code page 437.
  const std::string& path() const { return path_; }
  bool is_file() const;
  bool is_link() const;
  bool is_encrypted() const;
  // Unpacks it, once. What is too large for the bounds is left, and takes nothing of them where its
  // size is told beforehand.
  ZipProblem take(std::string& bytes);

 private:
  explicit ZipReader(std::uint64_t packed, const ReadLimits& limits);

  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;
  std::string path_;
  ZipProblem problem_ = ZipProblem::none;
  std::uint64_t left_;  // bytes that may still be unpacked
  std::uint64_t most_;  // of one entry
  std::uint32_t entries_left_;
};

}  // namespace pipeline
