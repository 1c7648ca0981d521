// JSON on standard output: "een rapport.txt" as it is, a file name that is not UTF-8 readable.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace pipeline {

// Bytes that are no UTF-8 become U+FFFD: file names may hold any bytes, JSON may not.
std::string json_text(const nlohmann::ordered_json& json);
void print_json(const nlohmann::ordered_json& json);

}  // namespace pipeline
