#include "pipeline/read/archive_source.h"

#include <algorithm>

#include "pipeline/read/cases.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/refusals.h"

namespace pipeline {
namespace {

std::string_view last_step(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The steps of "a/../b" that lead out of a folder, or begin at the root of a disk.
bool leads_outside(std::string_view path) {
  if (path.starts_with('/') || (path.size() > 1 && path[1] == ':')) return true;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (path.substr(0, end) == "..") return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

// What programs leave beside documents, and what says something of documents.
bool is_passed_over(std::string_view path) {
  if (path.starts_with("__MACOSX/") || is_no_document(last_step(path))) return true;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (path.starts_with('.') && path.substr(0, end) != "..") return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

}  // namespace

ArchiveSource::ArchiveSource(std::string name, std::filesystem::path file, std::string bytes,
                             const ReadLimits& limits)
    : name_(std::move(name)),
      file_(std::move(file)),
      bytes_(std::move(bytes)),
      limits_(limits),
      zip_(open()) {
  find_side_files();
  rewind();
}

ZipReader ArchiveSource::open() const {
  return bytes_.empty() ? ZipReader::of_file(file_, limits_) : ZipReader::of_bytes(bytes_, limits_);
}

void ArchiveSource::rewind() {
  zip_ = open();
  seen_.clear();
}

void ArchiveSource::find_side_files() {
  while (zip_.next()) {
    const std::string& path = zip_.path();
    const bool is_cases = last_step(path) == cases_file_name;
    if (!zip_.is_file() || leads_outside(path) || !(is_cases || is_profile(path))) continue;
    std::string bytes;
    if (const ZipProblem problem = zip_.take(bytes); problem != ZipProblem::none) {
      remarks_.push_back({full_name(), why_not(problem), true});
      continue;
    }
    if (is_cases)
      cases_.emplace_back(path, std::move(bytes));
    else if (const auto text = decode(bytes, path))
      profiles_[path] = text->text;
  }
}

bool ArchiveSource::next() {
  while (zip_.next())
    if ((zip_.is_file() || zip_.is_link()) && !is_passed_over(zip_.path())) return true;
  return false;
}

const std::string& ArchiveSource::path() const {
  return zip_.path();
}

std::string ArchiveSource::full_name() const {
  return name_.empty() ? path() : name_ + '/' + path();
}

Result<std::string> ArchiveSource::take() {
  if (leads_outside(path()))
    return failure(said("de naam wijst buiten het archief; pak het uit en geef de map"));
  if (!seen_.insert(path()).second)
    return failure(said("deze naam komt twee keer voor in het archief; hernoem een van beide"));
  if (zip_.is_link()) return failure(said("is een verwijzing, geen bestand"));
  // An hour of video need not be unpacked to be refused.
  if (Said why = is_container(path()) ? Said() : why_unread(path()); !why.empty())
    return failure(std::move(why));
  std::string bytes;
  const ZipProblem problem = zip_.take(bytes);
  if (problem != ZipProblem::none) return failure(why_not(problem));
  if (bytes.empty()) return failure(said("het bestand is leeg"));
  return bytes;
}

Said ArchiveSource::why_not(ZipProblem problem) const {
  switch (problem) {
    case ZipProblem::encrypted:
      return said("is met een wachtwoord versleuteld; maak het archief opnieuw, zonder wachtwoord");
    case ZipProblem::too_large:
      return said(
          "wordt uitgepakt te groot (grens: {} MB, en samen {} keer het archief); dit lijkt een "
          "ZIP-bom",
          limits_.file_bytes >> 20, limits_.expansion_ratio);
    case ZipProblem::too_many:
      return said("het archief heeft meer dan {} bestanden; deel het in stukken",
                  limits_.packed_entries);
    default:
      return said("is beschadigd en niet uit te pakken; maak het archief opnieuw");
  }
}

Said ArchiveSource::problem() const {
  return zip_.problem() == ZipProblem::none ? Said() : why_not(zip_.problem());
}

std::optional<ProfileText> ArchiveSource::profile_for(const std::string& path) const {
  const auto it = profiles_.find(profile_path(path));
  if (it == profiles_.end()) return std::nullopt;
  return ProfileText{it->second, name_.empty() ? it->first : name_ + '/' + it->first};
}

}  // namespace pipeline
