#include "pipeline/ingest/plan.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "pipeline/ingest/hash.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view cases_name = "cases.csv";

bool is_left_out(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$") || name == cases_name;
}

std::string why(const std::error_code& problem) {
  if (problem == std::errc::permission_denied) return "geen toestemming om dit te lezen";
  if (problem == std::errc::no_such_file_or_directory) return "bestaat niet";
  return "kan niet worden gelezen (" + problem.message() + ")";
}

class Finder {
 public:
  explicit Finder(Finding& finding) : finding_(finding) {}

  void add_input(const fs::path& input) {
    std::error_code problem;
    const fs::file_status status = fs::status(input, problem);
    if (!fs::exists(status))
      refuse(input, problem ? why(problem) : "bestaat niet");
    else if (fs::is_directory(status))
      walk(input, input);
    else if (fs::is_regular_file(status))
      add_file(input, input.filename().generic_string());
    else  // a pipe would be waited for, a device read for ever
      refuse(input, "is geen gewoon bestand");
  }

 private:
  void refuse(const fs::path& path, const std::string& message) {
    finding_.outcomes.push_back({path.generic_string(), "refused", "", message});
  }

  void walk(const fs::path& folder, const fs::path& root) {
    std::error_code problem;
    if (fs::exists(folder / "study.db", problem)) return;  // never a study's own files
    fs::directory_iterator entries(folder, problem);
    if (problem) return refuse(folder, why(problem));
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : entries) paths.push_back(entry.path());
    for (const fs::path& path : paths) {
      if (is_left_out(path)) continue;
      if (fs::is_directory(fs::symlink_status(path, problem)))
        walk(path, root);
      else if (fs::is_regular_file(fs::status(path, problem)))
        add_file(path, path.lexically_relative(root).generic_string());
    }
  }

  void add_file(const fs::path& file, std::string path) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
      return refuse(file, why(std::error_code(errno, std::generic_category())));
    std::error_code problem;
    const fs::path absolute = fs::absolute(file, problem).lexically_normal();
    finding_.files.push_back({file, std::move(path), static_cast<std::uint64_t>(status.st_size),
                              status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
                              hash_of(absolute.string()).substr(0, 16)});
  }

  Finding& finding_;
};

// Rows for files that were not found are most often a slip in a name.
void check_rows(Finding& finding, const std::string& cases) {
  std::set<std::string> paths;
  for (const FoundFile& file : finding.files) paths.insert(file.path);
  for (const auto& [path, row] : finding.cases.files)
    if (!paths.contains(path))
      finding.outcomes.push_back({cases, "warning", "",
                                  "regel " + std::to_string(row.line) + ": '" + path +
                                      "' is niet bij de bestanden; de regel telt niet mee"});
  for (const Error& warning : finding.cases.warnings)
    finding.outcomes.push_back({cases, "warning", "", to_string(warning)});
}

std::string case_hash(const CaseRow& row) {
  std::string text;
  const auto add = [&](const Attributes& attributes) {
    for (const auto& [name, value] : attributes) text += name + '\x1f' + value + '\x1e';
  };
  add(row.attributes);
  for (const auto& [speaker, attributes] : row.speakers) {
    text += '\x1d' + speaker + '\x1f';
    add(attributes);
  }
  return hash_of(text).substr(0, 16);
}

}  // namespace

Checked<Finding> find_files(std::span<const fs::path> inputs, const fs::path& cases) {
  Finding finding;
  Finder finder(finding);
  std::vector<fs::path> case_files;
  if (!cases.empty()) case_files.push_back(cases);
  bool has_single_files = false;
  for (const fs::path& input : inputs) {
    finder.add_input(input);
    std::error_code ignored;
    const bool is_folder = fs::is_directory(input, ignored);
    has_single_files |= !is_folder;
    const fs::path beside = (is_folder ? input : input.parent_path()) / cases_name;
    if (cases.empty() && fs::exists(beside, ignored) &&
        std::ranges::find(case_files, beside) == case_files.end())
      case_files.push_back(beside);
  }
  finding.has_cases = !case_files.empty();
  Errors errors;
  for (const fs::path& file : case_files) {
    auto read = read_cases_file(file);
    if (!read) {
      errors.insert(errors.end(), read.error().begin(), read.error().end());
      continue;
    }
    finding.cases.files.merge(read->files);
    finding.cases.warnings.insert(finding.cases.warnings.end(), read->warnings.begin(),
                                  read->warnings.end());
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  std::ranges::sort(finding.files, {}, &FoundFile::path);
  // Of single files the rows of their neighbours are no mistakes.
  if (finding.has_cases && !has_single_files)
    check_rows(finding, case_files.front().generic_string());
  return finding;
}

std::string key_of(const std::string& file_hash, const CaseRow& row, const std::string& context) {
  return file_hash + '.' + case_hash(row) + '.' + context;
}

bool has_context(const std::string& key, const std::string& context) {
  return key.ends_with('.' + context);
}

std::string with_context(const std::string& key, const std::string& context) {
  return key.substr(0, key.rfind('.') + 1) + context;
}

namespace {

// The same key for other bytes of the file.
std::string with_file(const std::string& key, const std::string& file_hash) {
  return file_hash + key.substr(key.find('.'));
}

// Decides about one file at a time.
class Planner {
 public:
  Planner(Plan& plan, const std::vector<StoredDocument>& stored,
          const std::map<DocumentId, std::string>& indexed, const std::string& context)
      : plan_(plan), indexed_(indexed), context_(context) {
    for (const StoredDocument& document : stored) {
      by_path_.emplace(document.path, &document);
      by_origin_.emplace(document.stamp.origin, &document);
      by_hash_.emplace(document.stamp.hash, document.path);
      taken_.insert(document.id);
    }
  }

  // `row`: null where no cases.csv was given at all.
  void add(const FoundFile& found, const CaseRow* row) {
    const StoredDocument* stored = stored_for(found);
    const std::string path = stored ? stored->path : found.path;
    if (!seen_.insert(path).second) {
      plan_.outcomes.push_back(
          {found.path, "refused", "",
           "deze naam komt twee keer voor in wat u opgaf; hernoem een van beide"});
      return;
    }
    if (stored) ++met_;
    Item item;
    item.stamp = {found.bytes, found.modified_ns, "", found.origin};
    if (stored && is_same_stamp(stored->stamp, item.stamp)) {
      item.stamp.hash = stored->stamp.hash;
    } else if (auto hash = hash_of_file(found.file)) {
      item.stamp.hash = std::move(*hash);
    } else {
      plan_.outcomes.push_back(
          {found.path, "refused", "", "kan niet worden gelezen; controleer de rechten"});
      return;
    }
    if (stored && stored->stamp.hash != item.stamp.hash &&
        stored->stamp.origin != item.stamp.origin) {
      plan_.outcomes.push_back({found.path, "refused", item.stamp.hash,
                                "in de studie staat al een ander document met deze naam, uit een "
                                "andere map; hernoem dit "
                                "bestand, of neem de gezamenlijke map erboven op"});
      return;
    }
    item.keeps_attributes = stored && !row;
    item.key = item.keeps_attributes
                   ? with_context(with_file(stored->key, item.stamp.hash), context_)
                   : key_of(item.stamp.hash, row ? *row : CaseRow{}, context_);
    if (stored && stored->key == item.key && is_indexed(*stored)) {
      ++plan_.unchanged;
      if (stored->stamp != item.stamp) plan_.restamped.emplace_back(stored->id, item.stamp);
      return;
    }
    item.is_new = stored == nullptr;
    item.id = stored ? stored->id : free_id();
    if (stored) keep_stored(item, *stored);
    item.path = path;
    item.file = found.file;
    if (row) item.row = *row;
    item.bytes = found.bytes;
    if (item.is_new) warn_of_double(item);
    plan_.items.push_back(std::move(item));
  }

  std::uint64_t met() const { return met_; }

 private:
  static bool is_same_stamp(const FileStamp& a, const FileStamp& b) {
    return a.bytes == b.bytes && a.modified_ns == b.modified_ns && a.origin == b.origin;
  }
  bool is_indexed(const StoredDocument& document) const {
    const auto it = indexed_.find(document.id);
    return it != indexed_.end() && it->second == document.key;
  }
  // The document that was made from this very file (taken in through another folder it has another
  // name), or else the one of this name.
  const StoredDocument* stored_for(const FoundFile& found) const {
    if (const auto it = by_origin_.find(found.origin); it != by_origin_.end()) return it->second;
    const auto it = by_path_.find(found.path);
    return it == by_path_.end() ? nullptr : it->second;
  }
  // For a file that turns out to be unreadable.
  void keep_stored(Item& item, const StoredDocument& stored) const {
    item.stored_key = with_context(stored.key, context_);
    if (!has_context(stored.key, context_))
      item.otherwise = Work::tag;
    else if (!is_indexed(stored))
      item.otherwise = Work::index;
  }
  // The lowest that no document has. A run that was stopped leaves gaps; the next one meets the
  // same files in the same order and gives each the id that it would have had.
  DocumentId free_id() {
    while (taken_.contains(DocumentId{next_})) ++next_;
    return DocumentId{next_++};
  }
  void warn_of_double(const Item& item) {
    const auto [it, is_first] = by_hash_.emplace(item.stamp.hash, item.path);
    if (!is_first && item.stamp.bytes > 0)
      plan_.outcomes.push_back(
          {item.path, "warning", item.stamp.hash,
           "heeft dezelfde inhoud als '" + it->second + "'; beide tellen mee in de tabellen"});
  }

  Plan& plan_;
  const std::map<DocumentId, std::string>& indexed_;
  const std::string& context_;
  std::unordered_map<std::string, const StoredDocument*> by_path_;
  std::unordered_map<std::string, const StoredDocument*> by_origin_;
  std::unordered_map<std::string, std::string> by_hash_;
  std::set<std::string> seen_;
  std::set<DocumentId> taken_;
  std::uint32_t next_ = 1;
  std::uint64_t met_ = 0;
};

}  // namespace

Plan make_plan(const Finding& finding, const std::vector<StoredDocument>& stored,
               const std::map<DocumentId, std::string>& indexed, const std::string& context) {
  Plan plan;
  plan.outcomes = finding.outcomes;
  Planner planner(plan, stored, indexed, context);
  const CaseRow no_row;
  for (const FoundFile& found : finding.files) {
    const auto row = finding.cases.files.find(found.path);
    const bool is_named = row != finding.cases.files.end();
    planner.add(found, is_named ? &row->second : finding.has_cases ? &no_row : nullptr);
  }
  plan.missing = stored.size() - planner.met();
  return plan;
}

void add_stored(Plan& plan, const std::vector<StoredDocument>& stored,
                const std::map<DocumentId, std::string>& indexed, const std::string& context) {
  std::set<DocumentId> planned;
  for (const Item& item : plan.items) planned.insert(item.id);
  for (const StoredDocument& document : stored) {
    if (planned.contains(document.id)) continue;
    const bool is_current = has_context(document.key, context);
    const auto it = indexed.find(document.id);
    if (is_current && it != indexed.end() && it->second == document.key) continue;
    Item item;
    item.work = is_current ? Work::index : Work::tag;
    item.id = document.id;
    item.path = document.path;
    item.stamp = document.stamp;
    item.key = with_context(document.key, context);
    item.bytes = document.words * 6;
    plan.items.push_back(std::move(item));
  }
  std::ranges::sort(plan.items, {}, &Item::id);
}

}  // namespace pipeline
