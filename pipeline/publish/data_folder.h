// A data set as a folder that R, SPSS and Stata read: the CSV, what its columns are, and a script
// for each program that loads it with types and labels.
#pragma once

#include <string>
#include <vector>

#include "pipeline/publish/variable.h"

namespace pipeline {

struct NamedFile {
  std::string name, bytes;
};

// What says of such a folder what is in it.
inline constexpr const char* folder_readme = "LEESMIJ.txt";

// `name`: of the CSV, without its ending. Besides it: variabelen.csv, laad.R, laad.sps, laad.do and
// folder_readme, which holds the table's notes, and `record` below them, by which the folder can be
// made again. Texts with line ends must have been made one line.
std::vector<NamedFile> data_folder(const DataSet& set, const std::string& name,
                                   const std::string& record = {});

}  // namespace pipeline
