// Scripts that load a CSV of ours with the right types and with labels, in the languages of R, SPSS
// and Stata. They read `csv` in the folder where they run.
#pragma once

#include <string>

#include "pipeline/publish/variable.h"

namespace pipeline {

std::string r_loader(const DataSet& set, const std::string& csv);
std::string spss_loader(const DataSet& set, const std::string& csv);
std::string stata_loader(const DataSet& set, const std::string& csv);

}  // namespace pipeline
