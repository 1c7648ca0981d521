#include "pipeline/ingest/drafts.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "pipeline/model/iso_date.h"
#include "pipeline/read/sheet_source.h"
#include "pipeline/segment/labels.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

using Cells = std::map<std::string, std::string>;  // by column

const std::vector<std::string> case_columns{"bestand", "respondent", "case",   "organisatie",
                                            "partij",  "rol",        "niveau", "regio",
                                            "datum",   "toestemming"};
const std::vector<std::string> speaker_columns{
    "spreker", "bestand", "respondent", "pseudoniem",  "organisatie",
    "partij",  "rol",     "niveau",     "toestemming", "interviewer"};

std::string cell(const std::string& value) {
  if (value.find_first_of(";\"\r\n,") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string csv_of(const std::vector<std::string>& columns, const std::vector<Cells>& rows) {
  std::string text = "\uFEFF";
  for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "" : ";") + columns[i];
  text += "\r\n";
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto it = row.find(columns[i]);
      text += (i == 0 ? "" : ";") + (it == row.end() ? std::string() : cell(it->second));
    }
    text += "\r\n";
  }
  return text;
}

// The folder that was given, below which the file has its path.
fs::path root_of(const DocumentPreview& document) {
  fs::path folder = document.file.parent_path();
  std::string name = document.path;
  if (const std::string inner = '/' + document.inner; inner.size() > 1 && name.ends_with(inner))
    name.resize(name.size() - inner.size());
  const fs::path path = name;
  const std::string whole = document.file.generic_string();
  if (!whole.ends_with(path.generic_string())) return folder;  // the study knows it otherwise
  const auto depth = std::distance(path.begin(), path.end());
  for (auto i = depth; i > 1; --i) folder = folder.parent_path();
  return folder;
}

// What a row calls the document: its file; of an archive the file in it ("map.zip/een.txt"). A
// sheet is one name, for all that its rows and answers give.
std::string name_under(const fs::path& root, const DocumentPreview& document) {
  std::string name = document.file.lexically_relative(root.empty() ? "." : root).generic_string();
  for (const fs::path& step : fs::path(document.inner)) {
    if (is_sheet(name)) break;
    name += '/' + step.generic_string();
  }
  return name;
}

// "gesprek 2026-03-12.docx": the first date that stands in a name.
std::string date_in(const std::string& name) {
  constexpr std::size_t size = 10;
  for (std::size_t at = 0; at + size <= name.size(); ++at)
    if (name[at + 4] == '-' && name[at + 7] == '-')
      if (const auto date = iso_date(name.substr(at, size))) return *date;
  return {};
}

// The columns of a sheet say what is different in its rows.
Cells case_row(const std::string& name, const DocumentPreview& document) {
  Cells row{{"bestand", name}};
  const bool is_of_sheet = is_sheet(name);
  if (!is_of_sheet)
    for (const auto& [attribute, value] : document.attributes) row.emplace(attribute, value);
  // Researchers keep a folder a case.
  if (const auto slash = name.find('/'); slash != std::string::npos)
    if (document.file.filename() != name.substr(0, slash))
      row.emplace("case", name.substr(0, slash));
  if (is_of_sheet) return row;
  const auto own = document.attributes.find("datum");
  const auto date = own == document.attributes.end() ? std::nullopt : iso_date(own->second);
  row["datum"] = date ? *date : date_in(document.file.filename().string());
  return row;
}

std::string asks(SpeakerKind kind) {
  if (kind == SpeakerKind::unknown) return {};
  return kind == SpeakerKind::interviewer ? "ja" : "nee";
}

// A name and a surname are somebody wherever they speak; "R1" and "Anna" are so in one file.
bool is_full_name(const std::string& name) {
  return name.find(' ') != std::string::npos && !is_usual_label(name);
}

// The documents under one folder.
class FolderDraft {
 public:
  explicit FolderDraft(fs::path root) : root_(std::move(root)) {}

  void add(const DocumentPreview& document) {
    const std::string name = name_under(root_, document);
    if (!document.has_row && named_.insert(name).second) cases_.push_back(case_row(name, document));
    for (const SpeakerPreview& it : document.speakers)
      if (!it.has_row) add_speaker(name, it.speaker);
  }

  void take(std::vector<TableDraft>& drafts) const {
    std::vector<Cells> speakers = persons_;
    speakers.insert(speakers.end(), labels_.begin(), labels_.end());
    if (!cases_.empty())
      drafts.push_back({root_ / "cases.csv", csv_of(case_columns, cases_), cases_.size()});
    if (!speakers.empty())
      drafts.push_back(
          {root_ / "speakers.csv", csv_of(speaker_columns, speakers), speakers.size()});
  }

 private:
  void add_speaker(const std::string& file, const Speaker& speaker) {
    if (!is_full_name(speaker.name)) {
      labels_.push_back(
          {{"spreker", speaker.name}, {"bestand", file}, {"interviewer", asks(speaker.kind)}});
      return;
    }
    const auto [it, is_new] = places_.try_emplace(speaker.name, persons_.size());
    if (is_new)
      persons_.push_back({{"spreker", speaker.name}, {"interviewer", asks(speaker.kind)}});
    else if (std::string& known = persons_[it->second]["interviewer"]; known != asks(speaker.kind))
      known.clear();
  }

  fs::path root_;
  std::vector<Cells> cases_, persons_, labels_;
  std::map<std::string, std::size_t> places_;
  std::set<std::string> named_;
};

// cases.csv, cases-nieuw.csv, cases-nieuw-2.csv ...
fs::path alternative(const fs::path& file, int number) {
  if (number == 1) return file;
  const std::string suffix = number == 2 ? "-nieuw" : "-nieuw-" + std::to_string(number - 1);
  return file.parent_path() / (file.stem().string() + suffix + ".csv");
}

// None where the file is there already; otherwise 0 or what the system says went wrong.
std::optional<int> write_new(const fs::path& file, const std::string& text) {
  std::FILE* const out = std::fopen(file.c_str(), "wbx");
  if (out == nullptr) {
    if (errno == EEXIST) return std::nullopt;
    return errno;
  }
  errno = 0;
  const bool is_whole = std::fwrite(text.data(), 1, text.size(), out) == text.size();
  const int problem = is_whole ? 0 : errno;
  const bool is_closed = std::fclose(out) == 0;
  if (is_whole && is_closed) return 0;
  std::error_code ignored;
  fs::remove(file, ignored);  // ours, and half
  return problem != 0 ? problem : EIO;
}

}  // namespace

std::vector<TableDraft> drafts_of(const Preview& preview) {
  std::vector<FolderDraft> folders;
  std::map<std::string, std::size_t> places;
  for (const DocumentPreview& document : preview.documents) {
    if (document.state == DocumentState::refused || document.state == DocumentState::duplicate)
      continue;
    const fs::path root = root_of(document);
    const auto [it, is_new] = places.try_emplace(root.generic_string(), folders.size());
    if (is_new) folders.emplace_back(root);
    folders[it->second].add(document);
  }
  std::vector<TableDraft> drafts;
  for (const FolderDraft& folder : folders) folder.take(drafts);
  return drafts;
}

Result<fs::path> write_draft(const TableDraft& draft) {
  for (int number = 1;; ++number) {
    const fs::path file = alternative(draft.file, number);
    const std::optional<int> problem = write_new(file, draft.text);
    if (!problem) continue;
    if (*problem != 0)
      return failure(tr("het concept kan niet worden geschreven ({})", std::strerror(*problem)),
                     file.string());
    return Result<fs::path>(tl::in_place, file);
  }
}

}  // namespace pipeline
