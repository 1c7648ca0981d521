#include "pipeline/read/csv.h"

#include <csv.h>

#include <algorithm>
#include <optional>

namespace pipeline {
namespace {

// libcsv tells no lines, so that it is fed one at a time.
class CsvReader {
 public:
  explicit CsvReader(char delimiter) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader() { csv_free(&parser_); }

  // Nothing when it went well, otherwise the line where the quotation went wrong.
  std::optional<unsigned> feed(std::string_view text) {
    while (!text.empty()) {
      const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
      ++line_;
      if (!open_) first_line_ = line_;
      if (text.find_first_not_of(" \t\n") < size) open_ = true;
      if (csv_parse(&parser_, text.data(), size, on_cell, on_row, this) != size) return line_;
      text.remove_prefix(size);
    }
    // What is open at the end began at the row's first line.
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) return first_line_;
    return std::nullopt;
  }
  std::vector<CsvRecord> take() { return std::move(records_); }

 private:
  static void on_cell(void* bytes, std::size_t size, void* user) {
    static_cast<CsvReader*>(user)->cells_.emplace_back(static_cast<const char*>(bytes), size);
  }
  static void on_row(int /*terminator*/, void* user) {
    auto& self = *static_cast<CsvReader*>(user);
    self.records_.push_back({std::move(self.cells_), self.first_line_});
    self.cells_.clear();
    self.open_ = false;
  }

  csv_parser parser_{};
  std::vector<std::string> cells_;
  std::vector<CsvRecord> records_;
  unsigned line_ = 0;
  unsigned first_line_ = 0;
  bool open_ = false;
};

char delimiter_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  return std::count(header.begin(), header.end(), ';') >=
                 std::count(header.begin(), header.end(), ',')
             ? ';'
             : ',';
}

}  // namespace

tl::expected<std::vector<CsvRecord>, unsigned> read_csv(std::string_view text) {
  CsvReader reader(delimiter_of(text));
  if (const auto line = reader.feed(text)) return tl::unexpected(*line);
  return reader.take();
}

std::string trimmed_cell(const std::string& cell) {
  const std::size_t begin = cell.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return cell.substr(begin, cell.find_last_not_of(" \t\n") + 1 - begin);
}

}  // namespace pipeline
