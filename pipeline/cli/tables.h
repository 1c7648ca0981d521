// Writing tables: the options that every command with a table has.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"
#include "pipeline/model/table.h"

namespace pipeline {

struct TableOptions {
  std::string format = "tekst";
  std::string separator = ",";
  bool decimal_comma = false, byte_order_mark = false;
  std::string output;  // a file; empty: standard output
  bool overwrites = false;
  bool has_origin = true;  // a file without notes gets another beside it that has them
};

// Whether people read it here, on the screen.
bool is_read_here(const TableOptions& options);
// As many as were asked for; else all where programs read them, and so many for people.
std::uint64_t most_wanted(std::uint64_t asked, const TableOptions& options,
                          std::uint64_t for_people);
// "csv", "tsv", "jsonl": what a program reads, without notes.
bool is_without_notes(const std::string& format);
// "tsv", "jsonl": all hits unless a number was asked for.
bool is_of_lines(const std::string& format);

void add_table_options(const Command& command, TableOptions& options);
// To standard output or to the file that was named, which is then there whole or as it was.
void print_table(const Table& table, const TableOptions& options);
// The same of an answer that is text already.
void print_answer(const std::string& text, const std::vector<std::string>& notes,
                  const TableOptions& options);

}  // namespace pipeline
