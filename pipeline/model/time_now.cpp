#include "pipeline/model/time_now.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>

namespace pipeline {

std::string time_now() {
  return fmt::format(
      "{:%Y-%m-%dT%H:%M:%SZ}",
      fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

}  // namespace pipeline
