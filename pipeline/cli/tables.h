// Writing tables: the options that every command with a table has.
#pragma once

#include <string>

#include "pipeline/cli/session.h"
#include "pipeline/model/table.h"

namespace CLI {
class App;
}

namespace pipeline {

struct TableOptions {
  std::string format = "tekst";
  std::string separator = ",";
  bool decimal_comma = false, byte_order_mark = false;
  std::string output;  // a file; empty: standard output
  bool overwrites = false;
};

void add_table_options(CLI::App& command, TableOptions& options);
// To standard output or to the file that was named, which is then there whole or as it was.
void print_table(const Table& table, const TableOptions& options);

}  // namespace pipeline
