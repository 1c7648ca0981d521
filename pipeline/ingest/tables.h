// The tables of a finding: where they lie, what they say of a file, and what is doubtful in them.
// Private to this folder.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "pipeline/ingest/find.h"

namespace pipeline {

// Where a file lies, whatever the folder that the program was started in.
std::string place_of(const std::filesystem::path& file);
// The hash of it by which documents know their files.
std::string origin_of(const std::string& place);

// Reads the tables that are about the files of `finding`, which are there already, and notes their
// doubtful rows as outcomes. Returns what is wrong with tables that cannot be used at all.
Errors read_tables(Finding& finding, std::span<const std::filesystem::path> inputs,
                   const NamedTables& named, std::span<const StoredDocument> stored);

}  // namespace pipeline
