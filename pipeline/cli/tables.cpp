#include "pipeline/cli/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <stdexcept>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/origin_file.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/ingest/output_record.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

// The form follows the file's name where none was asked for.
void settle_form(const Command& command, TableOptions& options) {
  if (options.output.empty()) return;
  check_output(options.output, options.overwrites);
  if (command.count("--format") == 0) {
    const std::string ending = std::filesystem::path(options.output).extension().string();
    if (const TableFormat* format = table_format_of(ending)) options.format = format->name;
  }
  if (options.has_origin && is_without_notes(options.format))
    check_origin(options.output, options.overwrites);
}

WriteOptions write_options(const TableOptions& options) {
  WriteOptions write;
  const unsigned width = terminal_width();
  // A file is the same bytes wherever it was written.
  write.width = width == 0 || !options.output.empty() ? 120 : width;
  write.colour = wants_colour() && options.output.empty();
  write.separator = options.separator == "tab" ? '\t' : options.separator.front();
  write.decimal_comma = options.decimal_comma;
  write.byte_order_mark = options.byte_order_mark;
  return write;
}

// What an answer rests on is for files that are verified later; who looks at it needs its mark
// alone.
Table for_terminal(const Table& table) {
  Table shown = printable(table);
  for (std::string& note : shown.notes)
    if (is_record_line(note)) note.resize(std::min(note.find(';'), note.size()));
  return shown;
}

// What has no record cannot be made again, and needs no notes beside it either.
void write_file(const std::string& bytes, const std::vector<std::string>& notes,
                const TableOptions& options) {
  write_output(options.output, bytes);
  if (options.has_origin && is_without_notes(options.format) &&
      std::ranges::any_of(notes, is_record_line))
    write_origin(options.output, {options.format, notes, options.separator, options.decimal_comma,
                                  options.byte_order_mark});
}

}  // namespace

bool is_read_here(const TableOptions& options) {
  return options.format == "tekst" && options.output.empty();
}

std::uint64_t most_wanted(std::uint64_t asked, const TableOptions& options,
                          std::uint64_t for_people) {
  if (asked > 0) return asked;
  return is_of_lines(options.format) ? std::numeric_limits<std::uint64_t>::max() : for_people;
}

bool is_without_notes(const std::string& format) {
  return format == "csv" || is_of_lines(format);
}

bool is_of_lines(const std::string& format) {
  return format == "tsv" || format == "jsonl";
}

void add_table_options(const Command& command, TableOptions& options) {
  std::vector<std::string> names;
  for (const TableFormat& format : table_formats()) names.emplace_back(format.name);
  add_format_option(command, options.format, names);
  command.add_option("--scheiding", options.separator, "CSV: scheidingsteken , of ; of tab")
      .type_name("TEKEN")
      .one_of({",", ";", "tab"});
  command.add_flag("--decimale-komma", options.decimal_comma, "CSV: 0,5 in plaats van 0.5");
  command
      .add_option("--uitvoer,-o", options.output,
                  "Schrijf naar een bestand; de uitgang zegt de vorm")
      .type_name("BESTAND");
  command.add_flag("--overschrijf,--force", options.overwrites, "Ook als dat bestand al bestaat");
  command.add_flag("!--zonder-herkomst", options.has_origin,
                   "CSV, TSV, JSONL: geen BESTAND.herkomst.json ernaast, waarmee verify werkt");
  command.parse_complete_callback([command, &options] { settle_form(command, options); });
  command.add_flag("--bom", options.byte_order_mark, "CSV: begin met een BOM, voor Excel");
}

void print_table(const Table& table, const TableOptions& options) {
  const auto format = table_format(options.format);
  const WriteOptions write = write_options(options);
  if (!options.output.empty()) return write_file(format->write(table, write), table.notes, options);
  if (!format->is_text && is_terminal())
    throw std::runtime_error(
        tr("een werkmap is niet te lezen in een terminal; geef een bestand: --uitvoer tabel{}",
           format->ending));
  fmt::print("{}", format->write(is_terminal() ? for_terminal(table) : table, write));
}

void print_answer(const std::string& text, const std::vector<std::string>& notes,
                  const TableOptions& options) {
  if (!options.output.empty()) return write_file(text, notes, options);
  fmt::print("{}", shown(text));
}

}  // namespace pipeline
