#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <map>
#include <memory>
#include <stdexcept>

#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/readable.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters, by Excel's own limit
constexpr double widest_column = 60, narrowest_column = 8;
// Okabe and Ito's colours, which people who see fewer colours can tell apart.
constexpr lxw_color_t green = 0x009E73, orange = 0xE69F00, white = 0xFFFFFF;

// A file in memory: nothing of a table lies on a disk before its user puts it there.
class MemoryFile {
 public:
  MemoryFile() : number_(::memfd_create("table.xlsx", MFD_CLOEXEC)) {
    if (number_ < 0) throw std::runtime_error(tr("er is geen geheugen voor een werkblad"));
  }
  ~MemoryFile() { ::close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }
  std::string bytes() const {
    std::string bytes(static_cast<std::size_t>(::lseek(number_, 0, SEEK_END)), '\0');
    if (::pread(number_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
      throw std::runtime_error(tr("het werkblad is niet te lezen uit het geheugen"));
    return bytes;
  }

 private:
  int number_;
};

struct Formats {
  lxw_format *title, *group, *head, *text, *total_text, *note;
};

Formats formats_of(lxw_workbook* book) {
  const auto bold = [&] {
    lxw_format* format = workbook_add_format(book);
    format_set_bold(format);
    return format;
  };
  Formats it{bold(), bold(), bold(), workbook_add_format(book), bold(), workbook_add_format(book)};
  format_set_font_size(it.title, 14);
  format_set_align(it.group, LXW_ALIGN_CENTER);
  format_set_bottom(it.head, LXW_BORDER_THIN);
  format_set_align(it.text, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(it.text);
  format_set_top(it.total_text, LXW_BORDER_THIN);
  format_set_text_wrap(it.note);
  return it;
}

// Cut where Excel would refuse it, at a whole character.
std::string fitting(const std::string& text) {
  if (text.size() <= longest_cell) return text;
  std::size_t end = 0, characters = 0;
  for (; end < text.size() && characters < longest_cell - 1; ++end)
    if (end + 1 == text.size() || begins_code_point(text[end + 1])) ++characters;
  return text.substr(0, end) + "…";
}

class Sheet {
 public:
  Sheet(lxw_workbook* book, const Table& table)
      : book_(book),
        sheet_(workbook_add_worksheet(book, "Tabel")),
        formats_(formats_of(book)),
        table_(table),
        columns_(readable_columns(table)) {}

  void fill() {
    write_groups();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = table_.columns[columns_[i]];
      worksheet_write_string(sheet_, head_row, at(i), column.title.c_str(), formats_.head);
      fill_column(i);
    }
    worksheet_freeze_panes(sheet_, head_row + 1, first_number_column());
    const lxw_row_t last = last_plain_row();
    if (last > head_row && !columns_.empty())
      worksheet_autofilter(sheet_, head_row, 0, last, at(columns_.size() - 1));
    worksheet_repeat_rows(sheet_, 0, head_row);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
  }

 private:
  static constexpr lxw_row_t head_row = 1;

  static lxw_col_t at(std::size_t column) { return static_cast<lxw_col_t>(column); }

  // Over neighbours that share it.
  void write_groups() {
    for (std::size_t i = 0; i < columns_.size();) {
      std::size_t end = i + 1;
      const std::string& group = table_.columns[columns_[i]].group;
      while (end < columns_.size() && table_.columns[columns_[end]].group == group) ++end;
      if (!group.empty() && end - i > 1)
        worksheet_merge_range(sheet_, 0, at(i), 0, at(end - 1), group.c_str(), formats_.group);
      else if (!group.empty())
        worksheet_write_string(sheet_, 0, at(i), group.c_str(), formats_.group);
      i = end;
    }
  }

  // A number stays a number with a mark behind it, and a small p value too.
  static std::string pattern_of(const Column& column, std::string_view mark) {
    const std::string digits(column.decimals, '0');
    std::string pattern = digits.empty() ? "0" : "0." + digits;
    if (column.role == ColumnRole::probability && !digits.empty()) {
      const std::string smallest = "0." + digits.substr(1) + "1";
      pattern = "[<" + smallest + "]\"< 0," + smallest.substr(2) + "\";" + pattern;
    }
    return mark.empty() ? pattern : pattern + '"' + std::string(mark) + '"';
  }

  lxw_format* number_format(const std::string& pattern, bool is_total) {
    lxw_format*& format = number_formats_[{pattern, is_total}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    format_set_num_format(format, pattern.c_str());
    if (is_total) {
      format_set_bold(format);
      format_set_top(format, LXW_BORDER_THIN);
    }
    return format;
  }

  void fill_column(std::size_t i) {
    const Column& column = table_.columns[columns_[i]];
    std::size_t widest = count_code_points(column.title);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const Row& row = table_.rows[r];
      const Cell& cell = row.cells[columns_[i]];
      widest = std::max(widest, count_code_points(readable(row, columns_[i], table_)));
      const std::string pattern = pattern_of(column, mark_of(row, columns_[i]));
      write_cell(static_cast<lxw_row_t>(r) + head_row + 1, at(i), cell,
                 number_format(pattern, row.is_total),
                 row.is_total ? formats_.total_text : formats_.text);
    }
    const double width = static_cast<double>(widest) + 2;
    worksheet_set_column(sheet_, at(i), at(i),
                         std::min(widest_column, std::max(narrowest_column, width)), nullptr);
    colour(i, column.role);
  }

  void write_cell(lxw_row_t row, lxw_col_t column, const Cell& cell, lxw_format* number,
                  lxw_format* text) {
    if (const auto* words = std::get_if<std::string>(&cell))
      worksheet_write_string(sheet_, row, column, fitting(*words).c_str(), text);
    else if (const auto* whole = std::get_if<std::int64_t>(&cell))
      worksheet_write_number(sheet_, row, column, static_cast<double>(*whole), number);
    else if (const auto* real = std::get_if<double>(&cell))
      worksheet_write_number(sheet_, row, column, *real, number);
    else
      worksheet_write_blank(sheet_, row, column, number);
  }

  // The deeper, the more: shades that are legible in grey, too.
  void colour(std::size_t i, ColumnRole role) {
    const lxw_row_t last = last_plain_row();
    if (last <= head_row) return;
    lxw_conditional_format shade{};
    if (role == ColumnRole::success || role == ColumnRole::failure) {
      shade.type = LXW_CONDITIONAL_2_COLOR_SCALE;
      shade.min_color = white;
      shade.max_color = role == ColumnRole::success ? green : orange;
    } else if (role == ColumnRole::balance) {
      shade.type = LXW_CONDITIONAL_3_COLOR_SCALE;
      shade.min_color = orange;
      shade.mid_color = white;
      shade.max_color = green;
      shade.min_rule_type = shade.mid_rule_type = shade.max_rule_type =
          LXW_CONDITIONAL_RULE_TYPE_NUMBER;
      shade.min_value = -1;
      shade.mid_value = 0;
      shade.max_value = 1;
    } else {
      return;
    }
    worksheet_conditional_format_range(sheet_, head_row + 1, at(i), last, at(i), &shade);
  }

  lxw_row_t last_plain_row() const {
    std::size_t rows = table_.rows.size();
    while (rows > 0 && table_.rows[rows - 1].is_total) --rows;
    return static_cast<lxw_row_t>(rows) + head_row;
  }

  lxw_col_t first_number_column() const {
    std::size_t i = 0;
    while (i < columns_.size() && !is_number_column(table_, columns_[i])) ++i;
    return i == columns_.size() ? lxw_col_t{0} : at(i);
  }

  lxw_workbook* book_;
  lxw_worksheet* sheet_;
  Formats formats_;
  const Table& table_;
  std::vector<std::size_t> columns_;
  std::map<std::pair<std::string, bool>, lxw_format*> number_formats_;
};

void write_notes(lxw_workbook* book, const Table& table) {
  lxw_worksheet* const sheet = workbook_add_worksheet(book, "Verantwoording");
  const Formats formats = formats_of(book);
  worksheet_set_column(sheet, 0, 0, 100, nullptr);
  lxw_row_t row = 0;
  worksheet_write_string(sheet, row++, 0, fitting(table.title).c_str(), formats.title);
  for (const std::string& note : table.notes)
    worksheet_write_string(sheet, row++, 0, fitting(note).c_str(), formats.note);
}

// The same table gives the same bytes, whenever it is written.
void set_properties(lxw_workbook* book, std::string& title) {
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = 315'532'800;  // 1 January 1980, as the entries of the ZIP have it
  workbook_set_properties(book, &properties);
}

}  // namespace

std::string write_xlsx(const Table& given, const WriteOptions&) {
  Table table = printable(given);
  const MemoryFile file;
  lxw_workbook* const book = workbook_new(file.path().c_str());
  if (book == nullptr) throw std::runtime_error(tr("er is geen geheugen voor een werkblad"));
  set_properties(book, table.title);
  Sheet(book, table).fill();
  write_notes(book, table);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(std::string(tr("het werkblad is niet te maken: ")) +
                             lxw_strerror(error));
  return file.bytes();
}

}  // namespace pipeline
