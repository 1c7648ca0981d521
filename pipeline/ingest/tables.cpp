#include "pipeline/ingest/tables.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "pipeline/ingest/hash.h"
#include "pipeline/segment/labels.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr const char* cases_name = "cases.csv";
constexpr const char* speakers_name = "speakers.csv";

std::string with_slash(std::string folder) {
  return folder.ends_with('/') ? folder : folder + '/';
}

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

// The tables of one name that may say something of what was given, each once.
template <typename TableFile>
std::vector<TableFile> tables_beside(std::span<const fs::path> inputs, const char* name,
                                     std::span<const StoredDocument> stored) {
  std::vector<TableFile> files;
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(input, ignored);
    const fs::path nearest = is_folder ? input : input.parent_path();
    for (const fs::path& folder : folders_down_to(nearest, stored)) {
      const bool is_given = is_folder && folder == nearest;
      const std::string place = with_slash(place_of(folder.empty() ? "." : folder));
      const auto known = std::ranges::find(files, place, &TableFile::folder);
      if (known != files.end())
        known->is_given |= is_given;
      else if (fs::exists(folder / name, ignored))
        files.push_back({folder / name, place, is_given, {}});
    }
  }
  return files;
}

template <typename TableFile>
std::vector<TableFile> tables_for(std::span<const fs::path> inputs, const fs::path& named,
                                  const char* name, std::span<const StoredDocument> stored) {
  if (named.empty()) return tables_beside<TableFile>(inputs, name, stored);
  const bool is_given = std::ranges::all_of(inputs, [](const fs::path& input) {
    std::error_code ignored;
    return fs::is_directory(input, ignored);
  });
  return {TableFile{named, "", is_given, {}}};
}

void warn(Finding& finding, const fs::path& table, Said message) {
  finding.outcomes.push_back({table.generic_string(), "warning", "", std::move(message)});
}

// The file stands before a warning already.
Said without_file(const Error& warning) {
  return warning.line > 0 ? said("regel {}: {}", warning.line, warning.message) : warning.message;
}

// What a row may call what was found at `path`: itself, or something around it up to the container.
std::vector<std::string> names_of(std::string path, const FoundFile& found) {
  std::vector<std::string> names{path};
  if (found.inner.empty()) return names;
  for (auto steps = std::ranges::count(found.inner, '/') + 1; steps > 0; --steps) {
    path.resize(std::min(path.rfind('/'), path.size()));
    names.push_back(path);
  }
  return names;
}

// Every name that a row may call a file by.
template <typename TableFile>
std::set<std::string> names_of_files(const Finding& finding, const TableFile& table,
                                     std::span<const StoredDocument> stored) {
  std::set<std::string> paths;
  for (const auto* found : {&finding.files, &finding.containers})
    for (const FoundFile& file : *found) {
      for (std::string& path : names_of(file.path, file)) paths.insert(std::move(path));
      for (const std::string& place : names_of(place_of(file), file))
        if (place.starts_with(table.folder)) paths.insert(place.substr(table.folder.size()));
    }
  if (table.folder.empty())
    for (const StoredDocument& document : stored) paths.insert(document.path);
  return paths;
}

// Rows for files that were not found are most often a slip in a name. Of single files the rows of
// their neighbours are no mistakes.
void check_cases(Finding& finding, const CasesFile& cases, std::span<const StoredDocument> stored) {
  for (const Error& warning : cases.cases.warnings)
    warn(finding, cases.file, without_file(warning));
  if (!cases.is_given) return;
  const std::set<std::string> paths = names_of_files(finding, cases, stored);
  for (const auto& [path, row] : cases.cases.files)
    if (!paths.contains(path))
      warn(finding, cases.file,
           said("regel {}: '{}' is niet bij de bestanden; de regel telt niet mee", row.line, path));
}

void check_speakers(Finding& finding, const SpeakersFile& speakers,
                    std::span<const StoredDocument> stored) {
  for (const Error& warning : speakers.table.warnings)
    warn(finding, speakers.file, without_file(warning));
  if (!speakers.is_given) return;
  const std::set<std::string> paths = names_of_files(finding, speakers, stored);
  for (const SpeakerRow& row : speakers.table.rows)
    if (!row.file.empty() && !paths.contains(row.file))
      warn(finding, speakers.file,
           said("regel {}: '{}' is niet bij de bestanden; de regel telt niet mee", row.line,
                row.file));
}

// "R1" is somebody else in each transcript.
void add_people(Finding& finding, People& people, const SpeakersFile& speakers) {
  for (const SpeakerRow& row : speakers.table.rows) {
    if (!row.file.empty()) continue;
    if (is_usual_label(row.name))
      warn(finding, speakers.file,
           said("regel {}: '{}' kan in elk transcript iemand anders zijn; vul ook 'bestand' in; de "
                "regel telt niet mee",
                row.line, row.name));
    else if (!people.add(row))
      warn(finding, speakers.file,
           said("regel {}: '{}' staat ook in een andere regel of een andere speakers.csv; die "
                "geldt",
                row.line, row.name));
  }
}

// A row that speakers.csv and cases.csv both have must not say two things.
void check_against_cases(Finding& finding, const SpeakersFile& speakers) {
  for (const SpeakerRow& row : speakers.table.rows)
    for (const CasesFile& cases : finding.cases) {
      const auto file = cases.cases.files.find(row.file);
      if (file == cases.cases.files.end()) continue;
      const auto speaker = file->second.speakers.find(row.name);
      if (speaker == file->second.speakers.end()) continue;
      for (const auto& [name, value] : row.attributes)
        if (const auto other = speaker->second.find(name);
            other != speaker->second.end() && other->second != value)
          warn(finding, speakers.file,
               said("regel {}: '{}' van spreker {} in {} is hier '{}' en in cases.csv '{}'; wat "
                    "hier staat geldt",
                    row.line, name, row.name, row.file, value, other->second));
    }
}

template <typename Table>
void take(Checked<Table> read, Table& into, Errors& errors) {
  if (read)
    into = std::move(*read);
  else
    errors.insert(errors.end(), read.error().begin(), read.error().end());
}

bool is_packed(const CasesFile& cases) {
  return cases.is_packed;
}
bool is_packed(const SpeakersFile& /*speakers*/) {
  return false;
}

// By what names the tables of one kind that may be about a file may have it, in order: first those
// whose folder it lies in, then those of which the files of several folders given are looked for.
template <typename TableFile, typename Use>
bool for_each_name(const std::vector<TableFile>& tables, const FoundFile& found,
                   std::string_view stored_path, Use use) {
  const std::string place = tables.empty() ? std::string() : place_of(found);
  const auto use_any = [&](const TableFile& table, const std::string& path) {
    return std::ranges::any_of(names_of(path, found), [&](const std::string& name) {
      const bool is_place = !table.folder.empty() && name.starts_with(table.folder);
      return use(table, is_place ? name.substr(table.folder.size()) : name);
    });
  };
  bool is_about_it = false;
  for (const TableFile& table : tables) {
    if (!place.starts_with(table.folder)) continue;
    is_about_it = true;
    if (!table.folder.empty()) {
      if (use_any(table, place)) return true;
    } else if (use_any(table, found.path) || use_any(table, std::string(stored_path))) {
      return true;
    }
  }
  // One of several folders given may have the rows of all; what lies in an archive speaks of it
  // alone.
  for (const TableFile& table : tables)
    if (table.is_given && !is_packed(table) && use_any(table, found.path)) return true;
  return is_about_it;
}

// The rows of speakers.csv about a file.
std::vector<std::pair<const SpeakersFile*, const SpeakerRow*>> speakers_in(
    const Finding& finding, const FoundFile& found, std::string_view stored_path,
    bool& is_about_it) {
  std::vector<std::pair<const SpeakersFile*, const SpeakerRow*>> rows;
  std::set<const SpeakerRow*> seen;
  const bool is = for_each_name(finding.speakers, found, stored_path,
                                [&](const SpeakersFile& table, const std::string& name) {
                                  const auto it = table.rows_of.find(name);
                                  if (it == table.rows_of.end() || name.empty()) return false;
                                  for (const std::size_t at : it->second)
                                    if (seen.insert(&table.table.rows[at]).second)
                                      rows.emplace_back(&table, &table.table.rows[at]);
                                  return false;  // others may name other speakers of it
                                });
  is_about_it |= is;
  return rows;
}

}  // namespace

std::string place_of(const fs::path& file) {
  std::error_code problem;
  return fs::absolute(file, problem).lexically_normal().string();
}

std::string origin_of(const std::string& place) {
  return hash_of(place).substr(0, 16);
}

bool is_table_name(std::string_view name) {
  if (name == "codings.tsv") return true;  // what people coded: `codings import` takes it
  for (const std::string_view table : {"cases", "speakers", "names"}) {
    if (!name.starts_with(table) || !name.ends_with(".csv")) continue;
    std::string_view rest = name.substr(table.size(), name.size() - table.size() - 4);
    constexpr std::string_view draft = "-nieuw";
    if (rest.starts_with(draft)) rest.remove_prefix(draft.size());
    if (rest.starts_with('-')) rest.remove_prefix(1);
    if (rest.find_first_not_of("0123456789") == std::string_view::npos) return true;
  }
  return false;
}

Errors read_tables(Finding& finding, std::span<const fs::path> inputs, const NamedTables& named,
                   std::span<const StoredDocument> stored) {
  std::vector<CasesFile> packed = std::exchange(finding.cases, {});
  finding.cases = tables_for<CasesFile>(inputs, named.cases, cases_name, stored);
  finding.speakers = tables_for<SpeakersFile>(inputs, named.speakers, speakers_name, stored);
  Errors errors;
  for (CasesFile& file : finding.cases) take(read_cases_file(file.file), file.cases, errors);
  std::ranges::move(packed, std::back_inserter(finding.cases));
  for (SpeakersFile& file : finding.speakers)
    take(read_speakers_file(file.file), file.table, errors);
  if (!errors.empty()) return errors;
  People people;
  for (SpeakersFile& file : finding.speakers) {
    for (std::size_t at = 0; at < file.table.rows.size(); ++at)
      file.rows_of[file.table.rows[at].file].push_back(at);
    check_speakers(finding, file, stored);
    add_people(finding, people, file);
    check_against_cases(finding, file);
  }
  finding.people = std::make_shared<const People>(std::move(people));
  for (const CasesFile& file : finding.cases) check_cases(finding, file, stored);
  return errors;
}

std::optional<CaseRow> row_of(const Finding& finding, const FoundFile& found,
                              std::string_view stored_path) {
  const CaseRow* row = nullptr;
  bool is_about_it = for_each_name(finding.cases, found, stored_path,
                                   [&](const CasesFile& cases, const std::string& name) {
                                     const auto it = cases.cases.files.find(name);
                                     if (it == cases.cases.files.end()) return false;
                                     row = &it->second;
                                     return true;
                                   });
  CaseRow merged = row ? *row : CaseRow();
  for (const auto& [table, speaker] : speakers_in(finding, found, stored_path, is_about_it)) {
    Attributes attributes = speaker->attributes;
    Attributes& known = merged.speakers[speaker->name];
    attributes.merge(known);
    known = std::move(attributes);
  }
  if (!is_about_it) return std::nullopt;
  return merged;
}

void add_claims(const Finding& finding, const FoundFile& found, const std::string& document,
                std::vector<SpeakerClaim>& claims) {
  bool ignored = false;
  for (const auto& [table, row] : speakers_in(finding, found, document, ignored))
    claims.push_back({table->file.generic_string(), row->line, row->name, document});
}

void add_claims(const Finding& finding, std::vector<SpeakerClaim>& claims) {
  for (const SpeakersFile& table : finding.speakers) {
    if (!table.is_given) continue;
    for (const SpeakerRow& row : table.table.rows)
      if (row.file.empty() && !is_usual_label(row.name))
        claims.push_back({table.file.generic_string(), row.line, row.name, {}});
  }
}

}  // namespace pipeline
