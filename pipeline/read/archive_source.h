// The files of a ZIP that may be documents, one at a time, and those beside them that say something
// of them (cases.csv, profiles of sheets).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/read/container.h"
#include "pipeline/read/zip.h"

namespace pipeline {

class ArchiveSource {
 public:
  // `name`: of the archive within the container; empty: it is the container. `bytes` of one in
  // another, `file` of one on disk.
  ArchiveSource(std::string name, std::filesystem::path file, std::string bytes,
                const ReadLimits& limits);

  // Steps to the next file that may be a document; false at the end. What cannot be one (a folder,
  // what a system left there) is passed over.
  bool next();
  const std::string& path() const;  // of the file at hand, within this archive
  std::string full_name() const;    // and within the container
  // Its bytes, or why it is not read.
  Result<std::string> take();
  // From the first file again.
  void rewind();

  const std::string& name() const { return name_; }
  // Of a sheet in here; nothing where there is none.
  std::optional<ProfileText> profile_for(const std::string& path) const;
  const std::vector<std::pair<std::string, std::string>>& cases() const { return cases_; }
  // Files that say something of others and could not be unpacked.
  const std::vector<Remark>& remarks() const { return remarks_; }
  // Once it is at its end: why it could not go on. Empty: it could.
  Said problem() const;

 private:
  ZipReader open() const;
  void find_side_files();
  Said why_not(ZipProblem problem) const;

  std::string name_;
  std::filesystem::path file_;
  std::string bytes_;
  ReadLimits limits_;
  ZipReader zip_;
  std::set<std::string> seen_;
  std::vector<Remark> remarks_;
  std::vector<std::pair<std::string, std::string>> cases_;
  std::map<std::string, std::string> profiles_;  // by name in the archive
};

}  // namespace pipeline
