#include "pipeline/ingest/find.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "pipeline/ingest/hash.h"
#include "pipeline/ingest/parts.h"
#include "pipeline/read/container.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string why(const std::error_code& problem) {
  if (problem == std::errc::permission_denied) return "geen toestemming om dit te lezen";
  if (problem == std::errc::no_such_file_or_directory) return "bestaat niet";
  return "kan niet worden gelezen (" + problem.message() + ")";
}

// Where a file lies, whatever the folder that the program was started in.
std::string place_of(const fs::path& file) {
  std::error_code problem;
  return fs::absolute(file, problem).lexically_normal().string();
}

std::string origin_of(const std::string& place) {
  return hash_of(place).substr(0, 16);
}

std::string with_slash(std::string folder) {
  return folder.ends_with('/') ? folder : folder + '/';
}

class Finder {
 public:
  explicit Finder(Finding& finding) : finding_(finding) {}

  void add_input(const fs::path& input) {
    std::error_code problem;
    const fs::file_status status = fs::status(input, problem);
    if (!fs::exists(status))
      refuse(input, problem ? why(problem) : "bestaat niet");
    else if (is_study(input))
      warn(input, "is de map van een studie; daaruit wordt niets ingelezen");
    else if (fs::is_directory(status))
      walk(input, input);
    else if (fs::is_regular_file(status))
      add_file(input, input.filename().generic_string());
    else  // a pipe would be waited for, a device read for ever
      refuse(input, "is geen gewoon bestand");
  }

 private:
  static bool is_study(const fs::path& folder) {
    std::error_code problem;
    return fs::exists(folder / "study.db", problem);
  }
  void refuse(const fs::path& path, const std::string& message) {
    finding_.outcomes.push_back({path.generic_string(), "refused", "", message});
  }
  void warn(const fs::path& path, const std::string& message) {
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
      if (!is_no_document(path.filename().string())) add_entry(path, root);
  }

  // A linked folder may lead back to where it stands, or to the whole disk.
  void add_entry(const fs::path& path, const fs::path& root) {
    std::error_code problem;
    const bool is_link = fs::is_symlink(fs::symlink_status(path, problem));
    const fs::file_status status = fs::status(path, problem);
    if (fs::is_directory(status) && is_link)
      warn(path, "is een verwijzing naar een map en wordt niet gevolgd; geef die map zelf op");
    else if (fs::is_directory(status))
      walk(path, root);
    else if (fs::is_regular_file(status))
      add_file(path, path.lexically_relative(root).generic_string());
    else if (is_link && !fs::exists(status))
      warn(path, "is een verwijzing die nergens heen leidt");
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

// The folders from the outermost that documents of the study were taken from down to `folder`.
std::vector<fs::path> folders_down_to(const fs::path& folder,
                                      std::span<const StoredDocument> stored) {
  std::vector<fs::path> folders{folder};
  std::size_t known = 1;
  fs::path at = place_of(folder.empty() ? "." : folder);
  if (!at.has_filename()) at = at.parent_path();
  while (at.has_relative_path()) {
    at = at.parent_path();
    folders.push_back(at);
    const bool is_taken_from = std::ranges::any_of(stored, [&](const StoredDocument& document) {
      const SourceFile source = source_of(document);
      return source.origin == origin_of(with_slash(at.string()) + std::string(source.path));
    });
    if (is_taken_from) known = folders.size();
  }
  folders.resize(known);
  std::ranges::reverse(folders);
  return folders;
}

// The cases.csv that may say something of what was given, each once.
std::vector<CasesFile> cases_files(std::span<const fs::path> inputs,
                                   std::span<const StoredDocument> stored) {
  std::vector<CasesFile> files;
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(input, ignored);
    const fs::path nearest = is_folder ? input : input.parent_path();
    for (const fs::path& folder : folders_down_to(nearest, stored)) {
      const bool is_given = is_folder && folder == nearest;
      const std::string place = with_slash(place_of(folder.empty() ? "." : folder));
      const auto known = std::ranges::find(files, place, &CasesFile::folder);
      if (known != files.end())
        known->is_given |= is_given;
      else if (fs::exists(folder / cases_file_name, ignored))
        files.push_back({folder / cases_file_name, place, is_given, false, {}});
    }
  }
  return files;
}

// What a row may call what was found at `path`: itself, or something around it up to the container.
std::vector<std::string> names_of(std::string path, const FoundFile& found) {
  std::vector<std::string> names{path};
  if (found.inner.empty()) return names;
  for (auto steps = std::count(found.inner.begin(), found.inner.end(), '/') + 1; steps > 0;
       --steps) {
    path.resize(std::min(path.rfind('/'), path.size()));
    names.push_back(path);
  }
  return names;
}

// Rows for files that were not found are most often a slip in a name. Of single files the rows of
// their neighbours are no mistakes.
void check_rows(Finding& finding, const CasesFile& cases, std::span<const StoredDocument> stored) {
  const std::string name = cases.file.generic_string();
  for (const Error& warning : cases.cases.warnings)
    finding.outcomes.push_back({name, "warning", "", to_string(warning)});
  if (!cases.is_given) return;
  std::set<std::string> paths;
  for (const auto* found : {&finding.files, &finding.containers})
    for (const FoundFile& file : *found) {
      for (std::string& path : names_of(file.path, file)) paths.insert(std::move(path));
      for (const std::string& place : names_of(place_of(file), file))
        if (place.starts_with(cases.folder)) paths.insert(place.substr(cases.folder.size()));
    }
  if (cases.folder.empty())
    for (const StoredDocument& document : stored) paths.insert(document.path);
  for (const auto& [path, row] : cases.cases.files)
    if (!paths.contains(path))
      finding.outcomes.push_back({name, "warning", "",
                                  "regel " + std::to_string(row.line) + ": '" + path +
                                      "' is niet bij de bestanden; de regel telt niet mee"});
}

// `path`: within the study, or the place of what was found.
const CaseRow* row_in(const CasesFile& cases, const std::string& path, const FoundFile& found) {
  for (const std::string& name : names_of(path, found)) {
    const bool is_place = !cases.folder.empty() && name.starts_with(cases.folder);
    const auto row = cases.cases.files.find(is_place ? name.substr(cases.folder.size()) : name);
    if (row != cases.cases.files.end()) return &row->second;
  }
  return nullptr;
}

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

Checked<Finding> find_files(std::span<const fs::path> inputs, const fs::path& cases,
                            std::span<const StoredDocument> stored, const fs::path& profiles) {
  Finding finding;
  Finder finder(finding);
  for (const fs::path& input : inputs) finder.add_input(input);
  if (cases.empty()) {
    finding.cases = cases_files(inputs, stored);
  } else {
    const bool is_given = std::ranges::all_of(inputs, [](const fs::path& input) {
      std::error_code ignored;
      return fs::is_directory(input, ignored);
    });
    finding.cases.push_back({cases, "", is_given, false, {}});
  }
  Errors errors;
  for (CasesFile& file : finding.cases) {
    auto read = read_cases_file(file.file);
    if (read)
      file.cases = std::move(*read);
    else
      errors.insert(errors.end(), read.error().begin(), read.error().end());
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  std::ranges::sort(finding.files, {}, &FoundFile::path);
  expand_containers(finding, stored, profiles);
  for (const CasesFile& file : finding.cases) check_rows(finding, file, stored);
  return finding;
}

const CaseRow* row_of(const Finding& finding, const FoundFile& found,
                      std::string_view stored_path) {
  static const CaseRow no_row;
  const std::string place = finding.cases.empty() ? std::string() : place_of(found);
  bool is_about_it = false;
  for (const CasesFile& file : finding.cases) {
    if (!place.starts_with(file.folder)) continue;
    is_about_it = true;
    const CaseRow* row =
        file.folder.empty() ? row_in(file, found.path, found) : row_in(file, place, found);
    if (row == nullptr && file.folder.empty()) row = row_in(file, std::string(stored_path), found);
    if (row != nullptr) return row;
  }
  // One of several folders given may have the rows of all.
  for (const CasesFile& file : finding.cases)
    if (file.is_given && !file.is_packed)
      if (const CaseRow* row = row_in(file, found.path, found); row != nullptr) return row;
  return is_about_it ? &no_row : nullptr;
}

}  // namespace pipeline
