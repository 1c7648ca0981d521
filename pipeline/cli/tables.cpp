#include "pipeline/cli/tables.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "pipeline/cli/options.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/write.h"

namespace pipeline {

void add_table_options(CLI::App& command, TableOptions& options) {
  std::vector<std::string> names;
  for (const TableFormat& format : table_formats()) names.emplace_back(format.name);
  add_format_option(command, options.format, names);
  command.add_option("--scheiding", options.separator, "CSV: scheidingsteken , of ; of tab")
      ->type_name("TEKEN")
      ->check(CLI::IsMember({",", ";", "tab"}));
  command.add_flag("--decimale-komma", options.decimal_comma, "CSV: 0,5 in plaats van 0.5");
  command.add_flag("--bom", options.byte_order_mark, "CSV: begin met een BOM, voor Excel");
}

void print_table(const Table& table, const TableOptions& options) {
  WriteOptions write;
  const unsigned width = terminal_width();
  write.width = width == 0 ? 120 : width;
  write.colour = wants_colour();
  write.separator = options.separator == "tab" ? '\t' : options.separator.front();
  write.decimal_comma = options.decimal_comma;
  write.byte_order_mark = options.byte_order_mark;
  const auto format = table_format(options.format);
  fmt::print("{}", format->write(is_terminal() ? printable(table) : table, write));
}

}  // namespace pipeline
