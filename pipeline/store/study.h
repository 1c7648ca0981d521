// A study on disk: one folder that holds all of it, so that copying the folder copies the study.
//   study.db   the record        index/     made from it, can be made again
//   lexicon/   the copy in use   study.toml settings that a person edits
//   kolommen/  what the columns of sheets are, likewise to be edited
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/rating.h"
#include "pipeline/model/result.h"

namespace pipeline {

// study.toml. What is absent keeps the value that stands here, or is said here.
struct Settings {
  std::string title;
  std::uint32_t longest_passage = 4000;   // bytes; [tekst] langste_passage
  std::vector<std::string> interviewers;  // [tekst] interviewers: labels in every transcript
  // [tekst] talen: those that are coded; empty: languages are not told apart. In a study "nl",
  // unless its file says otherwise.
  std::vector<std::string> languages;
  bool exact_search = true;  // [index] exact: keep forms beside lemmas
  // [lezen] weglaten: parts that are stored and found, but neither coded nor counted
  std::set<PartKind> left_out{PartKind::comment};
  bool rejects_changes = false;  // [lezen] wijzigingen = "geweigerd"
  RatingRule rating;             // [matrix]

  friend bool operator==(const Settings&, const Settings&) = default;
};

struct Study {
  std::filesystem::path folder;
  Settings settings;

  std::filesystem::path database() const { return folder / "study.db"; }
  std::filesystem::path index() const { return folder / "index"; }
  std::filesystem::path lexicon() const { return folder / "lexicon"; }
  std::filesystem::path temporary() const { return folder / "tmp"; }  // of a run; gone after it
  // What the columns of sheets are, as far as no such file lies beside the sheet.
  std::filesystem::path profiles() const { return folder / "kolommen"; }
  std::filesystem::path settings_file() const { return folder / "study.toml"; }
};

// Makes the folder with its settings, a copy of the lexicon folder and an empty database; stopped
// at any moment it leaves no study, and the next try begins anew. Refuses a folder that holds a
// study or anything else already.
Result<Study> create_study(const std::filesystem::path& folder, const std::string& title,
                           const std::filesystem::path& lexicon);

// Opens a folder that holds a study; errors name the folder, or the line of study.toml.
Result<Study> open_study(const std::filesystem::path& folder);

// Held by the one writer of a study for as long as it writes; freed by the system if the process
// dies.
class WriterLock {
 public:
  // The error names the process that holds it.
  static Result<WriterLock> take(const Study& study);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace pipeline
