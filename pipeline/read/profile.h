// What each column of a sheet is, as a file that a person can edit and use again:
//   [[blad]]
//   naam = "Antwoorden"                    # none in CSV
//   document = "antwoord"                  # or "rij"; "geen": nothing of this sheet is read
//   kop = 1                                # row with the names of the columns; 0: there is none
//   id = "Respondent"                      # column that names the rows; none: their numbers do
//   [blad.kolommen]
//   "Respondent" = "kenmerk"
//   "Wat ging goed?" = { soort = "tekst", naam = "goed" }
//   "Toestemming" = "negeren"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

enum class ColumnKind : std::uint8_t { text, attribute, ignored };

struct ProfileColumn {
  std::string header;  // as it stands above the column
  ColumnKind kind = ColumnKind::ignored;
  std::string name;   // of the attribute, or short for the question; empty: the header
  std::string about;  // a remark in the file, for who edits it
  unsigned line = 0;  // in the profile
};

// Of a document that is one answer: the column it stood in.
inline constexpr std::string_view question_attribute = "vraag";

enum class DocumentUnit : std::uint8_t { row, answer, none };

struct SheetProfile {
  std::string sheet;  // empty: the only one
  DocumentUnit unit = DocumentUnit::row;
  std::optional<unsigned> header_row;  // number in the sheet; 0: none; absent: found by itself
  std::string id;                      // header of a column; empty: rows are named by their numbers
  std::vector<ProfileColumn> columns;
  unsigned line = 0, id_line = 0;
};

struct Profile {
  std::string file;  // for messages
  std::vector<SheetProfile> sheets;
};

// What a column is called where it is an attribute or a question: lower case.
std::string name_of(const ProfileColumn& column);

// Everything that is wrong with it by itself, with its line; whether it fits a sheet is looked at
// when it is used.
Checked<Profile> parse_profile(std::string_view toml, const std::string& file);

// What parse_profile reads again. `sheet_file` stands in its heading.
std::string write_profile(const Profile& profile, const std::string& sheet_file);

// "map/enquete.xlsx" -> "map/enquete.kolommen.toml"
std::string profile_path(const std::string& sheet_file);
bool is_profile(std::string_view file);

}  // namespace pipeline
