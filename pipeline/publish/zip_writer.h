// Files in a ZIP, as its bytes. No times: the same files give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "pipeline/publish/data_folder.h"

namespace pipeline {

// In this order. Throws std::runtime_error where there is no memory for it.
std::string zipped(const std::vector<NamedFile>& files);

}  // namespace pipeline
