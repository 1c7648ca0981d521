// What is wrong with a command line, in Dutch: "--aantal: 0 ligt niet tussen 1 en 100000".
#pragma once

#include <string>

namespace pipeline {

// From the words of CLI11, which speaks English; what it does not know stays as it is.
std::string usage_mistake(const std::string& english);

}  // namespace pipeline
