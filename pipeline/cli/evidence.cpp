#include "pipeline/cli/evidence.h"

#include <fmt/format.h>

#include <algorithm>

namespace pipeline {

std::string evidence_line(const Coding& coding, std::string_view text) {
  std::string line;
  for (const Evidence& it : coding.evidence) {
    if (it.kind == Evidence::Kind::outranked) continue;
    line += line.empty() ? "" : " + ";
    line += it.kind == Evidence::Kind::pattern
                ? fmt::format("“{}” ({})", slice(text, it.match), it.rule)
                : fmt::format("{} “{}”", it.rule, slice(text, it.match));
  }
  std::ranges::replace(line, '\t', ' ');
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace pipeline
