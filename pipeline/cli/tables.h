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
};

void add_table_options(CLI::App& command, TableOptions& options);
void print_table(const Table& table, const TableOptions& options);

}  // namespace pipeline
