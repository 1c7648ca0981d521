#include "pipeline/model/part.h"

#include <algorithm>

#include "pipeline/model/tr.h"

namespace pipeline {

const std::vector<std::string>& part_names() {
  static const std::vector<std::string> names{
      std::string(tr_later("tekst")), std::string(tr_later("kop")), std::string(tr_later("voet")),
      std::string(tr_later("noot")), std::string(tr_later("opmerking"))};
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
