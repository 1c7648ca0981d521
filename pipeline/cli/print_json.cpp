#include "pipeline/cli/print_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/session.h"

namespace pipeline {

std::string json_text(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

void print_json(const nlohmann::ordered_json& json) {
  fmt::print("{}", shown(json_text(json)));
}

}  // namespace pipeline
