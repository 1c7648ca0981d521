#include "pipeline/cli/author.h"

#include <cstdlib>

namespace pipeline {

std::string author_or_user(const std::string& named) {
  const char* user = std::getenv("USER");
  return !named.empty() ? named : user != nullptr ? user : "";
}

}  // namespace pipeline
