// When something happened, as it is kept: "2026-11-29T20:15:00Z".
#pragma once

#include <string>

namespace pipeline {

std::string time_now();  // UTC, ISO 8601, to the second

}  // namespace pipeline
