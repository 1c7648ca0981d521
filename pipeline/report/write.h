// Table -> text in a format for people or programs: `tekst` for the terminal, `csv`, `json`, `tsv`,
// `jsonl`, `markdown`, `xlsx`, `latex`, `html`. What scripts may rely on stands in
// docs/output-formats.md. Each ends with a line end, but xlsx, which is no text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/model/table.h"

namespace pipeline {

struct WriteOptions {
  // tekst
  unsigned width = 100;  // of the terminal; a wider table is broken into parts; 0: never
  bool colour = false;   // ANSI: bluish green for succes, orange for faal, dim zeros
  // csv
  char separator = ',';  // or ';', as a Dutch Excel wants
  bool decimal_comma = false;
  bool byte_order_mark = false;

  friend bool operator==(const WriteOptions&, const WriteOptions&) = default;
};

std::string write_text(const Table& table, const WriteOptions& options);
std::string write_csv(const Table& table, const WriteOptions& options);  // without the notes
std::string write_json(const Table& table, const WriteOptions& options);
// One row a line, without the notes, for `cut` and `jq`.
std::string write_tsv(const Table& table, const WriteOptions& options);
std::string write_jsonl(const Table& table, const WriteOptions& options);
std::string write_markdown(const Table& table, const WriteOptions& options);
// A workbook: the table with its numbers as numbers, and a sheet with the notes. Throws where there
// is no memory for it.
std::string write_xlsx(const Table& table, const WriteOptions& options);
std::string write_latex(const Table& table, const WriteOptions& options);  // with booktabs
std::string write_html(const Table& table, const WriteOptions& options);   // a page by itself

// A line of TSV. In a cell a tab is written \t, a line end \n, a CR \r and a backslash twice.
std::string tsv_line(std::span<const Cell> cells);

struct TableFormat {
  std::string_view name, description, ending;
  std::string (*write)(const Table&, const WriteOptions&);
  bool is_text = true;
};

std::span<const TableFormat> table_formats();
// The error names all of them.
Result<TableFormat> table_format(std::string_view name);
// By the ending of a file's name (".xlsx"); null where none has it.
const TableFormat* table_format_of(std::string_view ending);

}  // namespace pipeline
