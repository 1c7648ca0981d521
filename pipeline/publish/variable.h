// A table with what a program of statistics must know of its columns: R, SPSS and Stata allow names
// and labels of their own.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/table.h"

namespace pipeline {

enum class VariableKind : std::uint8_t { text, whole, real, yes_no };

struct Variable {
  std::string label;  // for people
  VariableKind kind = VariableKind::text;
  std::string factor = {}, valence = {};  // that it counts; empty: none
};

// As many variables as the table has columns. Its notes say what was counted.
struct DataSet {
  Table table;
  std::vector<Variable> variables;
};

// A name that R, SPSS and Stata all take: letters, digits and '_', a letter first, at most 32 long,
// and not one of `taken`, to which it is added. "gedeelde-visie" -> "gedeelde_visie".
std::string variable_name(std::string_view wanted, std::vector<std::string>& taken);

// Gives each column such a name.
void name_variables(DataSet& set);

}  // namespace pipeline
