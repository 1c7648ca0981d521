#include "pipeline/model/part.h"

#include <algorithm>

namespace pipeline {

const std::vector<std::string>& part_names() {
  static const std::vector<std::string> names{"tekst", "kop", "voet", "noot", "opmerking"};
  return names;
}

std::string_view part_name(PartKind kind) {
  return part_names()[static_cast<std::size_t>(kind)];
}

std::optional<PartKind> part_named(std::string_view name) {
  const auto it = std::ranges::find(part_names(), name);
  if (it == part_names().end()) return std::nullopt;
  return static_cast<PartKind>(it - part_names().begin());
}

}  // namespace pipeline
