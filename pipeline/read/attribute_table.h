// What cases.csv and speakers.csv have in common: a header of column names, a row a line, cells
// that are attributes. RFC 4180, `;` or `,`, with or without BOM, in any encoding. Names of columns
// are lower case; "datum" is brought into the form 2026-03-12, "interviewer" into "ja" or "nee".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct AttributeRow {
  Attributes cells;  // by column; empty ones left out, the key's is never empty
  unsigned line = 0;

  friend bool operator==(const AttributeRow&, const AttributeRow&) = default;
};

struct AttributeTable {
  std::vector<std::string> columns;  // that have a name, in file order
  std::vector<AttributeRow> rows;    // in file order
  std::vector<Error> warnings;       // mistakes of single rows; those rows are left out

  friend bool operator==(const AttributeTable&, const AttributeTable&) = default;
};

// The column that each row must fill, and what stands in it: "bestand", "bestandsnaam",
// "bestandsnamen".
struct KeyColumn {
  std::string_view name, singular, plural;
};

// A missing key column, a broken quotation or a doubled column refuses the whole; a bad row (too
// many cells, no key, a `datum` that is none) is a warning with its line.
Checked<AttributeTable> read_attribute_table(std::string_view csv, const std::string& name,
                                             const KeyColumn& key);
Checked<std::string> bytes_of_table(const std::filesystem::path& path);

// A file as such a table names it: with '/', without "./" in front.
std::string path_in_table(std::string value);

}  // namespace pipeline
