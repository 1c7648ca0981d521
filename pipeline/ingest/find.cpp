#include "pipeline/ingest/find.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "pipeline/ingest/parts.h"
#include "pipeline/ingest/tables.h"
#include "pipeline/read/container.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const fs::path& path) {
  const std::string name = path.filename().string();
  return is_no_document(name) || is_table_name(name);
}

Said why(const std::error_code& problem) {
  if (problem == std::errc::permission_denied) return said("geen toestemming om dit te lezen");
  if (problem == std::errc::no_such_file_or_directory) return said("bestaat niet");
  return said("kan niet worden gelezen ({})", problem.message());
}

class Finder {
 public:
  explicit Finder(Finding& finding) : finding_(finding) {}

  void add_input(const fs::path& input) {
    std::error_code problem;
    const fs::file_status status = fs::status(input, problem);
    if (!fs::exists(status))
      refuse(input, problem ? why(problem) : said("bestaat niet"));
    else if (is_study(input))
      warn(input, said("is de map van een studie; daaruit wordt niets ingelezen"));
    else if (fs::is_directory(status))
      walk(input, input);
    else if (fs::is_regular_file(status))
      add_file(input, input.filename().generic_string());
    else  // a pipe would be waited for, a device read for ever
      refuse(input, said("is geen gewoon bestand"));
  }

 private:
  static bool is_study(const fs::path& folder) {
    std::error_code problem;
    return fs::exists(folder / "study.db", problem);
  }
  void refuse(const fs::path& path, const Said& message) {
    finding_.outcomes.push_back({path.generic_string(), "refused", "", message});
  }
  void warn(const fs::path& path, const Said& message) {
    finding_.outcomes.push_back({path.generic_string(), "warning", "", message});
  }

  void walk(const fs::path& folder, const fs::path& root) {
    if (is_study(folder)) return;  // never a study's own files
    std::error_code problem;
    fs::directory_iterator entries(folder, problem);
    if (problem) return refuse(folder, why(problem));
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : entries) paths.push_back(entry.path());
    for (const fs::path& path : paths)
      if (!is_left_out(path)) add_entry(path, root);
  }

  // A linked folder may lead back to where it stands, or to the whole disk.
  void add_entry(const fs::path& path, const fs::path& root) {
    std::error_code problem;
    const bool is_link = fs::is_symlink(fs::symlink_status(path, problem));
    const fs::file_status status = fs::status(path, problem);
    if (fs::is_directory(status) && is_link)
      warn(path,
           said("is een verwijzing naar een map en wordt niet gevolgd; geef die map zelf op"));
    else if (fs::is_directory(status))
      walk(path, root);
    else if (fs::is_regular_file(status))
      add_file(path, path.lexically_relative(root).generic_string());
    else if (is_link && !fs::exists(status))
      warn(path, said("is een verwijzing die nergens heen leidt"));
  }

  void add_file(const fs::path& file, std::string path) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
      return refuse(file, why(std::error_code(errno, std::generic_category())));
    finding_.files.push_back({file, std::move(path), static_cast<std::uint64_t>(status.st_size),
                              status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
                              origin_of(place_of(file))});
  }

  Finding& finding_;
};

}  // namespace

std::string place_of(const FoundFile& found) {
  return found.inner.empty() ? place_of(found.file) : place_of(found.file) + '/' + found.inner;
}

SourceFile source_of(const StoredDocument& document) {
  const std::string_view path = document.path, origin = document.stamp.origin;
  const std::size_t slash = origin.find('/');
  if (slash == std::string_view::npos) return {path, origin};
  return {path.substr(0, path.size() - (origin.size() - slash)), origin.substr(0, slash)};
}

Checked<Finding> find_files(std::span<const fs::path> inputs, const NamedTables& tables,
                            std::span<const StoredDocument> stored, const fs::path& profiles) {
  Finding finding;
  Finder finder(finding);
  for (const fs::path& input : inputs) finder.add_input(input);
  std::ranges::sort(finding.files, {}, &FoundFile::path);
  expand_containers(finding, stored, profiles);
  Errors errors = read_tables(finding, inputs, tables, stored);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return finding;
}

}  // namespace pipeline
