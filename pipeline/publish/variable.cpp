#include "pipeline/publish/variable.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

constexpr std::size_t longest_name = 32;  // Stata's

// Words that SPSS or Stata keep for themselves.
constexpr std::array reserved{"all",  "and", "by",   "eq",    "ge",     "gt",  "if",   "in",
                              "le",   "lt",  "ne",   "not",   "or",     "to",  "with", "using",
                              "byte", "int", "long", "float", "double", "strl"};

std::string folded(std::string_view wanted) {
  std::string name;
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    const char c = wanted[at];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      name += c;
    else if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  if (name.empty() || name[0] < 'a') name.insert(0, "v_");
  return name;
}

}  // namespace

std::string variable_name(std::string_view wanted, std::vector<std::string>& taken) {
  const std::string whole = folded(wanted);
  const auto is_taken = [&](const std::string& name) {
    return std::ranges::find(taken, name) != taken.end() ||
           std::ranges::find(reserved, name) != reserved.end();
  };
  std::string name = whole.substr(0, longest_name);
  for (int again = 2; is_taken(name); ++again) {
    const std::string ending = "_" + std::to_string(again);
    name = whole.substr(0, longest_name - ending.size()) + ending;
  }
  taken.push_back(name);
  return name;
}

void name_variables(DataSet& set) {
  std::vector<std::string> taken;
  for (Column& column : set.table.columns) column.name = variable_name(column.name, taken);
}

}  // namespace pipeline
