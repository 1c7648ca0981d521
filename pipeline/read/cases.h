// cases.csv -> attributes of documents and of their speakers. One row a file ("bestand"), or a file
// and a speaker ("spreker"); every other column is an attribute. RFC 4180, `;` or `,`, with or
// without BOM:
//   bestand;spreker;case;rol;datum;interviewer
//   westerbeek/interview-1.txt;;westerbeek;bestuurder;2026-03-12;
//   westerbeek/interview-1.txt;I;;;;ja
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"

namespace pipeline {

inline constexpr std::string_view cases_file_name = "cases.csv";

struct CaseRow {
  Attributes attributes;                       // empty cells left out
  std::map<std::string, Attributes> speakers;  // by label; "interviewer" = "ja" | "nee" among them
  unsigned line = 0;                           // where the file was named first

  friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

struct Cases {
  std::map<std::string, CaseRow> files;  // by path as written, with '/'
  std::vector<std::string> columns;      // attribute columns in file order
  std::vector<Error> warnings;           // mistakes of single rows; those rows are left out

  friend bool operator==(const Cases&, const Cases&) = default;
};

// A missing "bestand" column, a broken quotation or a doubled column refuses the whole; a bad row
// (too many cells, a file named twice with other values, a `datum` that is none) is a warning with
// its line.
Checked<Cases> read_cases(std::string_view csv, const std::string& name);
Checked<Cases> read_cases_file(const std::filesystem::path& path);

}  // namespace pipeline
