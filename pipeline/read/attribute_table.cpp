#include "pipeline/read/attribute_table.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/read/ascii.h"
#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

constexpr std::string_view interviewer_column = "interviewer";
constexpr std::string_view date_column = "datum";
constexpr std::uintmax_t most_bytes = 64U << 20;

struct Record {
  std::vector<std::string> cells;
  unsigned line = 0;
};

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
  std::vector<Record> take() { return std::move(records_); }

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
  std::vector<Record> records_;
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

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

bool is_date(int year, int month, int day) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// The runs of digits of "12-3-2026" or "2026/03/12"; nothing where anything else stands between.
std::optional<std::vector<int>> numbers_of(const std::string& text) {
  std::vector<int> numbers{0};
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && digits < 4) {
      numbers.back() = numbers.back() * 10 + (c - '0');
      ++digits;
    } else if ((c == '-' || c == '/') && digits > 0) {
      numbers.push_back(0);
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  return digits > 0 ? std::optional(numbers) : std::nullopt;
}

std::optional<std::string> yes_or_no(const std::string& text) {
  const std::string word = lower_ascii(text);
  if (word == "ja" || word == "j" || word == "x" || word == "1") return "ja";
  if (word == "nee" || word == "n" || word == "0") return "nee";
  return std::nullopt;
}

// The header row as names; all that is wrong with it goes to `errors`.
std::vector<std::string> column_names(const Record& header, const std::string& name,
                                      const KeyColumn& key, Errors& errors) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const std::string& cell : header.cells) {
    names.push_back(lower_ascii(trimmed(cell)));
    if (!names.back().empty() && !seen.insert(names.back()).second)
      errors.push_back(
          {fmt::format("de kolom \u201C{}\u201D staat er tweemaal; geef een van beide een "
                       "andere naam",
                       names.back()),
           name, header.line, 0});
  }
  if (!seen.contains(std::string(key.name)))
    errors.push_back(
        {fmt::format("de kolom \u201C{}\u201D ontbreekt; zet in de eerste regel boven de {} "
                     "\u201C{}\u201D",
                     key.name, key.plural, key.name),
         name, header.line, 0});
  return names;
}

// Brings date and yes-or-no into one form; says what is wrong where they have none.
std::string made_regular(Attributes& cells) {
  if (const auto it = cells.find(std::string(date_column)); it != cells.end()) {
    const auto date = iso_date(it->second);
    if (!date)
      return fmt::format("\u201C{}\u201D is geen datum; schrijf jaar-maand-dag, zoals 2026-03-12",
                         it->second);
    it->second = *date;
  }
  if (const auto it = cells.find(std::string(interviewer_column)); it != cells.end()) {
    const auto answer = yes_or_no(it->second);
    if (!answer)
      return fmt::format("bij \u201Cinterviewer\u201D staat \u201C{}\u201D; schrijf ja of nee",
                         it->second);
    it->second = *answer;
  }
  return {};
}

class TableBuilder {
 public:
  TableBuilder(std::vector<std::string> names, std::string where, const KeyColumn& key)
      : names_(std::move(names)), where_(std::move(where)), key_(key) {
    for (const std::string& column : names_)
      if (!column.empty()) table_.columns.push_back(column);
  }

  void add(const Record& record) {
    const bool is_blank =
        std::ranges::all_of(record.cells, [](const auto& cell) { return trimmed(cell).empty(); });
    if (is_blank) return;
    AttributeRow row{{}, record.line};
    std::string wrong = take_cells(record, row.cells);
    if (wrong.empty() && !row.cells.contains(std::string(key_.name)))
      wrong = fmt::format("in deze regel is \u201C{}\u201D leeg; vul de {} in", key_.name,
                          key_.singular);
    if (wrong.empty()) wrong = made_regular(row.cells);
    if (wrong.empty())
      table_.rows.push_back(std::move(row));
    else
      table_.warnings.push_back({std::move(wrong), where_, record.line, 0});
  }

  AttributeTable take() { return std::move(table_); }

 private:
  std::string take_cells(const Record& record, Attributes& cells) const {
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      std::string value = trimmed(record.cells[i]);
      if (value.empty()) continue;
      if (i >= names_.size())
        return fmt::format(
            "deze regel heeft {} cellen en de kop {}; zet een cel met het scheidingsteken erin "
            "tussen aanhalingstekens",
            record.cells.size(), names_.size());
      if (names_[i].empty())
        return fmt::format("kolom {} heeft geen naam in de eerste regel; geef hem er een", i + 1);
      cells[names_[i]] = std::move(value);
    }
    return {};
  }

  std::vector<std::string> names_;
  std::string where_;
  const KeyColumn& key_;
  AttributeTable table_;
};

}  // namespace

std::optional<std::string> iso_date(const std::string& text) {
  const auto numbers = numbers_of(text);
  if (!numbers || numbers->size() > 3) return std::nullopt;
  auto [year, month, day] = std::array<int, 3>{(*numbers)[0], 1, 1};
  if (numbers->size() > 1) month = (*numbers)[1];
  if (numbers->size() > 2) day = (*numbers)[2];
  if (numbers->size() == 3 && year < 100) std::swap(year, day);
  if (!is_date(year, month, day)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day)
      .substr(0, numbers->size() == 1 ? 4 : (numbers->size() == 2 ? 7 : 10));
}

Checked<AttributeTable> read_attribute_table(std::string_view csv, const std::string& name,
                                             const KeyColumn& key) {
  const auto decoded = decode(csv, name);
  if (!decoded) return tl::unexpected(Errors{decoded.error()});
  CsvReader reader(delimiter_of(decoded->text));
  if (const auto line = reader.feed(decoded->text))
    return tl::unexpected(Errors{
        {"een aanhalingsteken is niet gesloten of staat midden in een cel; zet de hele cel tussen "
         "aanhalingstekens en verdubbel die er binnen",
         name, *line, 0}});
  const std::vector<Record> records = reader.take();
  if (records.empty())
    return tl::unexpected(Errors{{fmt::format("het bestand is leeg; zet in de eerste regel de "
                                              "kolommen, met \u201C{}\u201D als eerste",
                                              key.name),
                                  name, 0, 0}});
  Errors errors;
  TableBuilder builder(column_names(records.front(), name, key, errors), name, key);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  for (std::size_t i = 1; i < records.size(); ++i) builder.add(records[i]);
  return builder.take();
}

Checked<std::string> bytes_of_table(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file)
    return tl::unexpected(
        Errors{{"het bestand is niet te lezen; kijk pad en rechten na", path.string(), 0, 0}});
  if (size > most_bytes)
    return tl::unexpected(
        Errors{{"het bestand is te groot voor een tabel met kenmerken (grens: 64 MB)",
                path.string(), 0, 0}});
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

std::string path_in_table(std::string value) {
  std::replace(value.begin(), value.end(), '\\', '/');
  while (value.starts_with("./")) value.erase(0, 2);
  return value;
}

}  // namespace pipeline
