#include "pipeline/cli/print_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/session.h"

namespace pipeline {

void print_json(const nlohmann::ordered_json& json) {
  fmt::print("{}\n",
             shown(json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)));
}

}  // namespace pipeline
