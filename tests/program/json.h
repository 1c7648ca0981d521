// The JSON that a command printed; a test that gets something else fails by its exception.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/program/program.h"

namespace pipeline {

inline nlohmann::json json_of(const Ran& ran) {
  return nlohmann::json::parse(ran.out);
}

}  // namespace pipeline
