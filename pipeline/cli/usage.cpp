#include "pipeline/cli/usage.h"

#include <array>
#include <regex>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Translation {
  const char *english, *dutch;
};
// The first that fits counts.
constexpr std::array<Translation, 9> translations{
    {{"^(\\S+) is required$", "$1 ontbreekt"},
     {"^The following arguments? (?:was|were) not expected: (.*)$", "dit hoort hier niet: $1"},
     {"^(\\S+): Value (.*) not in range (\\S+) to (\\S+)$", "$1: $2 ligt niet tussen $3 en $4"},
     {"^(\\S+): (.*) not in \\{(.*)\\}$", "$1: '$2' is er niet; kies uit $3"},
     {"^(\\S+) requires (\\S+)$", "$1 kan alleen samen met $2"},
     {"^(\\S+) excludes (\\S+)$", "$1 kan niet samen met $2"},
     {"^(\\S+): \\d+ required (\\S+) missing$", "bij $1 ontbreekt $2"},
     {"^(\\S+): At Most \\d+ required but received \\d+$", "$1 staat er te vaak"},
     {"^Could not convert: (\\S+) = (.*)$", "$1: '$2' is geen getal"}}};

}  // namespace

std::string usage_mistake(const std::string& english) {
  if (spoken() == Language::english) return english;
  for (const auto& [form, dutch] : translations)
    if (const std::regex pattern(form); std::regex_search(english, pattern))
      return std::regex_replace(english, pattern, dutch);
  return english;
}

}  // namespace pipeline
