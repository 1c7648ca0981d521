#include "pipeline/report/html.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/write.h"

namespace pipeline {

std::string write_html(const Table& given, const WriteOptions&) {
  const Table table = printable(given);
  return html_page(table.title, html_table(table));
}

}  // namespace pipeline
