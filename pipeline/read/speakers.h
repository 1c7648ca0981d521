// speakers.csv -> who the speakers are, whatever the transcripts call them. A row is a person where
// they have one name everywhere, or what they are called in one file ("bestand"); rows with the
// same "respondent" are about one person. Every other column is an attribute.
//   spreker;bestand;respondent;rol;interviewer
//   Marloes Hendrikx;;;onderzoeker;ja
//   R;westerbeek/interview-1.txt;W1;voorzitter;
//   R2;westerbeek/groep.odt;W1;;
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct SpeakerRow {
  std::string file;  // as written, with '/'; empty: wherever this name speaks
  std::string name;  // as the transcript calls them
  // "respondent" and "interviewer" = "ja" | "nee" among them. What a row of a respondent leaves
  // empty comes from the first row of the same one that fills it.
  Attributes attributes;
  unsigned line = 0;

  friend bool operator==(const SpeakerRow&, const SpeakerRow&) = default;
};

struct SpeakerTable {
  std::vector<SpeakerRow> rows;      // in file order; no file and name twice
  std::vector<std::string> columns;  // attribute columns in file order
  std::vector<Error> warnings;       // mistakes of single rows; those rows are left out

  friend bool operator==(const SpeakerTable&, const SpeakerTable&) = default;
};

// A missing "spreker" column, a broken quotation or a doubled column refuses the whole; a bad row
// (a speaker named twice, a `datum` that is none) is a warning with its line.
Checked<SpeakerTable> read_speakers(std::string_view csv, const std::string& name);
Checked<SpeakerTable> read_speakers_file(const std::filesystem::path& path);

}  // namespace pipeline
