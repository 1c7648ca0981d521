#include "pipeline/cli/author.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace pipeline {

std::string author_or_user(const std::string& named) {
  const char* user = std::getenv("USER");
  return !named.empty() ? named : user != nullptr ? user : "";
}

std::string time_now() {
  return fmt::format(
      "{:%Y-%m-%dT%H:%M:%SZ}",
      fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

}  // namespace pipeline
