#include "pipeline/read/csv.h"

#include <csv.h>

#include <algorithm>
#include <array>
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
      if (!open_) {
        first_line_ = line_;
        ++row_;
      }
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
    self.records_.push_back({std::move(self.cells_), self.first_line_, self.row_});
    self.cells_.clear();
    self.open_ = false;
  }

  csv_parser parser_{};
  std::vector<std::string> cells_;
  std::vector<CsvRecord> records_;
  unsigned line_ = 0;
  unsigned first_line_ = 0;
  unsigned row_ = 0;
  bool open_ = false;
};

// What stands most often in the first line that says something, outside quotation marks.
char delimiter_of(std::string_view text) {
  constexpr std::array<char, 3> delimiters{';', ',', '\t'};
  std::array<std::size_t, 3> counts{};
  bool is_quoted = false, says_something = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n' && says_something) break;
    says_something = says_something || (c != ' ' && c != '\n');
    for (std::size_t i = 0; i < delimiters.size(); ++i) counts[i] += c == delimiters[i] ? 1 : 0;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return delimiters[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace

Result<std::vector<CsvRecord>> csv_records(std::string_view text, const std::string& name) {
  CsvReader reader(delimiter_of(text));
  if (const auto line = reader.feed(text))
    return failure(said("een aanhalingsteken is niet gesloten of staat midden in een cel; zet de "
                        "hele cel tussen aanhalingstekens en verdubbel die er binnen"),
                   name, *line);
  return reader.take();
}

std::string trimmed_cell(std::string_view cell) {
  const std::size_t begin = cell.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return std::string(cell.substr(begin, cell.find_last_not_of(" \t\n") + 1 - begin));
}

}  // namespace pipeline
