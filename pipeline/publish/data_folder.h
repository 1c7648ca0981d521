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

// `name`: of the CSV, without its ending. Besides it: variabelen.csv, laad.R, laad.sps, laad.do and
// LEESMIJ.txt, which holds the table's notes. Texts with line ends must have been made one line.
std::vector<NamedFile> data_folder(const DataSet& set, const std::string& name);

}  // namespace pipeline
