#include "pipeline/read/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "pipeline/model/iso_date.h"
#include "pipeline/model/utf8.h"
#include "pipeline/read/ascii.h"
#include "pipeline/read/paragraphs.h"

namespace pipeline {
namespace {

std::size_t filled(const SheetRow& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.text.empty(); }));
}

bool is_number(std::string_view text) {
  bool has_digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      has_digit = true;
    else if (std::string_view("+-.,% ").find(c) == std::string_view::npos)
      return false;
  }
  return has_digit;
}

// "2026-03-12 14:05" among them.
bool is_date(const std::string& text) {
  const std::string_view day = day_of(text);
  return day.find_first_of("-/") != std::string_view::npos && iso_date(day).has_value();
}

bool is_value(const std::string& text) {
  return is_number(text) || is_date(text);
}

constexpr std::size_t rows_looked_at = 20;

// Index of the row that the names stand in, if any.
std::optional<std::size_t> header_index(const Sheet& sheet) {
  const std::size_t rows = std::min(sheet.rows.size(), rows_looked_at);
  std::size_t fullest = 0;
  for (std::size_t i = 0; i < rows; ++i) fullest = std::max(fullest, filled(sheet.rows[i]));
  for (std::size_t i = 0; i < rows; ++i) {
    const SheetRow& row = sheet.rows[i];
    if (2 * filled(row) < fullest) continue;
    const bool has_value = std::any_of(row.cells.begin(), row.cells.end(),
                                       [](const Cell& cell) { return is_value(cell.text); });
    return has_value ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

std::size_t columns_of(const Sheet& sheet) {
  std::size_t columns = 0;
  for (const SheetRow& row : sheet.rows) columns = std::max(columns, row.cells.size());
  return columns;
}

// Gives columns without a name one, and those of one name different ones.
void make_distinct(Header& header, std::size_t first_unnamed) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    std::string& name = header.names[i];
    if (name.empty()) {
      name = fmt::format("kolom {}", i + 1);
      if (header.row > 0 && i < first_unnamed)
        header.warnings.push_back(
            said("boven kolom {} staat geen naam; ze heet nu \u201C{}\u201D", i + 1, name));
    }
    const std::string asked = name;
    for (unsigned n = 2; !seen.insert(name).second; ++n) name = fmt::format("{} ({})", asked, n);
    if (name != asked)
      header.warnings.push_back(
          said("de kolom \u201C{}\u201D staat er meer dan eens; kolom {} heet nu \u201C{}\u201D",
               asked, i + 1, name));
  }
}

// What can be seen of a column.
struct Seen {
  std::size_t filled = 0, values = 0, long_texts = 0, single_words = 0, addresses = 0;
  std::unordered_set<std::string_view> distinct;
};

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool is_in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space && !is_in_word) ++words;
    is_in_word = !is_space;
  }
  return words;
}

constexpr std::size_t several_words = 5;

Seen look_at(const Sheet& sheet, const Header& header, std::size_t column) {
  Seen seen;
  for (std::size_t i = header.first_row; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    if (column >= cells.size() || cells[column].text.empty()) continue;
    const std::string& text = cells[column].text;
    const std::size_t words = words_in(text);
    ++seen.filled;
    seen.values += is_value(text) ? 1 : 0;
    seen.long_texts += words >= several_words ? 1 : 0;
    seen.single_words += words == 1 && text.size() <= 40 ? 1 : 0;
    seen.addresses += words == 1 && text.find('@') != std::string::npos ? 1 : 0;
    seen.distinct.insert(text);
  }
  return seen;
}

constexpr std::size_t few_values = 5, most_values = 200;

// A long question with a fixed answer ("helemaal mee eens") has few of them; an answer of one's own
// is hardly ever given twice.
ColumnKind kind_of(const Seen& seen) {
  if (seen.filled == 0) return ColumnKind::ignored;
  if (seen.values == seen.filled) return ColumnKind::attribute;
  if (2 * seen.addresses > seen.filled) return ColumnKind::ignored;
  const bool differs = seen.filled < 4 || 2 * seen.distinct.size() > seen.filled;
  if (4 * seen.long_texts >= seen.filled && differs) return ColumnKind::text;
  const std::size_t few = std::max(few_values, std::min(seen.filled / 2, most_values));
  return seen.distinct.size() <= few ? ColumnKind::attribute : ColumnKind::ignored;
}

bool names_rows(const std::string& header) {
  constexpr std::array<std::string_view, 5> endings{"nummer", "nr", "code", "id", "token"};
  constexpr std::array<std::string_view, 3> words{"respondent", "deelnemer", "sleutel"};
  const std::string name = slug(header);
  return std::find(words.begin(), words.end(), name) != words.end() ||
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
           return name == ending || (name.ends_with(ending) && name.size() > ending.size() + 3) ||
                  name.starts_with(std::string(ending) + '-') ||
                  name.ends_with('-' + std::string(ending));
         });
}

std::string about(const Seen& seen, ColumnKind kind) {
  if (seen.filled == 0) return "leeg";
  std::string remark =
      fmt::format("{} ingevuld, {} verschillend", seen.filled, seen.distinct.size());
  if (2 * seen.addresses > seen.filled) return remark + ": adressen";
  return kind == ColumnKind::ignored ? remark + ": te veel om te vergelijken" : remark;
}

// Two questions that begin alike would get one name.
void make_names_distinct(SheetProfile& profile) {
  std::set<std::string> taken{std::string(question_attribute)};
  for (ProfileColumn& column : profile.columns) {
    if (column.kind == ColumnKind::ignored) continue;
    const std::string asked = name_of(column);
    std::string name = asked;
    for (unsigned n = 2; !taken.insert(name).second; ++n) name = fmt::format("{}-{}", asked, n);
    if (name != asked) column.name = name;
  }
}

}  // namespace

Header header_of(const Sheet& sheet, std::optional<unsigned> row) {
  Header header;
  std::optional<std::size_t> index;
  if (!row) {
    index = header_index(sheet);
    if (!index && !sheet.rows.empty())
      header.warnings.emplace_back(
          said("boven de kolommen lijken geen namen te staan; ze heten nu \u201Ckolom 1\u201D en "
               "verder"));
  } else if (*row > 0) {
    const auto it = std::ranges::find(sheet.rows, *row, &SheetRow::number);
    if (it != sheet.rows.end()) index = static_cast<std::size_t>(it - sheet.rows.begin());
  }
  header.names.resize(columns_of(sheet));
  if (index) {
    const SheetRow& names = sheet.rows[*index];
    header.row = names.number;
    header.first_row = *index + 1;
    // In CSV a cell beyond is no column but a cell that was cut by what parts them.
    if (sheet.name.empty()) header.names.resize(names.cells.size());
    for (std::size_t i = 0; i < names.cells.size(); ++i)
      header.names[i] = folded_line(names.cells[i].text);
  }
  std::size_t columns_filled = 0;  // up to the last that holds something below the header
  for (std::size_t i = header.first_row; i < sheet.rows.size(); ++i)
    columns_filled = std::max(columns_filled, sheet.rows[i].cells.size());
  make_distinct(header, columns_filled);
  return header;
}

SheetProfile guess_profile(const Sheet& sheet) {
  const Header header = header_of(sheet, std::nullopt);
  SheetProfile profile;
  profile.sheet = sheet.name;
  profile.header_row = header.row;
  std::size_t texts = 0;
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    const Seen seen = look_at(sheet, header, i);
    const std::size_t rows = sheet.rows.size() - header.first_row;
    ProfileColumn column{header.names[i], kind_of(seen), {}, {}, 0};
    const bool is_id = profile.id.empty() && names_rows(column.header) &&
                       seen.single_words == rows && seen.distinct.size() == rows && rows > 0;
    if (is_id) {
      profile.id = column.header;
      column.kind = ColumnKind::attribute;
    }
    if (column.kind == ColumnKind::text) ++texts;
    const std::string name = slug(column.header);
    if (column.kind != ColumnKind::ignored && name != lower_ascii(column.header))
      column.name = name;
    column.about = is_id ? "noemt de rijen" : about(seen, column.kind);
    profile.columns.push_back(std::move(column));
  }
  profile.unit = texts == 0   ? DocumentUnit::none
                 : texts == 1 ? DocumentUnit::row
                              : DocumentUnit::answer;
  make_names_distinct(profile);
  return profile;
}

std::string slug(std::string_view header) {
  constexpr std::size_t longest = 40;
  std::string words;
  for (const char c : header) {
    const char lower = lower_ascii(c);
    const bool is_part = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_part)
      words += lower;
    else if (!words.empty() && words.back() != '-')
      words += '-';
  }
  if (words.size() > longest) {
    std::size_t end = words.rfind('-', longest);
    if (end == std::string::npos || end == 0)
      for (end = longest; !begins_code_point(words[end]);) --end;
    words.resize(end);
  }
  while (words.ends_with('-')) words.pop_back();
  return words.empty() ? "kolom" : words;
}

}  // namespace pipeline
