#include <algorithm>

#include "pipeline/report/printable.h"
#include "pipeline/report/readable.h"
#include "pipeline/report/text_width.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

constexpr std::size_t gap = 2, group_gap = 3;
constexpr std::size_t narrowest_text = 20;  // columns of text are not cut below this

// Bluish green and vermilion, which colour-blind readers tell apart too.
constexpr std::string_view green = "\x1b[38;5;36m", orange = "\x1b[38;5;166m", dim = "\x1b[2m",
                           bold = "\x1b[1m", plain = "\x1b[0m";

std::string painted(std::string_view colour, const std::string& text) {
  return colour.empty() || text.empty() ? text : std::string(colour) + text + std::string(plain);
}

std::string spaces(std::size_t count) {
  return std::string(count, ' ');
}

std::string_view colour_of(const Cell& cell, ColumnRole role) {
  const auto* whole = std::get_if<std::int64_t>(&cell);
  const auto* real = std::get_if<double>(&cell);
  if (!whole && !real) return {};
  const double number = whole ? static_cast<double>(*whole) : *real;
  if (number == 0) return dim;
  if (role == ColumnRole::balance) return number > 0 ? green : orange;
  if (role == ColumnRole::success) return green;
  return role == ColumnRole::failure ? orange : std::string_view{};
}

// Breaks at spaces; later lines are indented under the first.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string result, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && width > 0 && text_width(line) + 1 + text_width(word) > width) {
      result += line + "\n";
      line = spaces(gap) + word;
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
    at = end + 1;
  }
  return result + line;
}

class TextTable {
 public:
  TextTable(const Table& table, const WriteOptions& options) : table_(table), options_(options) {
    for (const std::size_t index : readable_columns(table)) columns_.push_back(measured(index));
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (column(i).role == ColumnRole::label) labels_.push_back(i);
    if (labels_.empty() && !columns_.empty()) labels_.push_back(0);
    make_room_for_groups();
  }

  std::string write() const {
    std::string text = paint(bold, table_.title) + "\n";
    for (const auto& part : parts()) text += "\n" + written(part);
    if (!table_.notes.empty()) text += "\n";
    for (const std::string& note : table_.notes) text += wrapped(note, options_.width) + "\n";
    return text;
  }

 private:
  struct Measured {
    std::size_t index;  // in the table
    bool is_number;
    std::size_t width;
    std::size_t mark;  // widest mark behind a number; others leave room for it
  };
  using Part = std::vector<std::size_t>;  // of columns_

  const Column& column(std::size_t i) const { return table_.columns[columns_[i].index]; }

  std::string paint(std::string_view colour, const std::string& text) const {
    return options_.colour ? painted(colour, text) : text;
  }

  Measured measured(std::size_t index) const {
    const Column& column = table_.columns[index];
    Measured result{index, is_number_column(table_, index), text_width(column.title), 0};
    for (const Row& row : table_.rows)
      result.mark = std::max(result.mark, text_width(mark_of(row, index)));
    for (const Row& row : table_.rows) {
      const std::size_t width = text_width(readable(row.cells[index], column));
      result.width = std::max(result.width, width + result.mark);
    }
    const std::size_t most = std::max<std::size_t>(narrowest_text, options_.width / 2);
    if (!result.is_number && options_.width > 0) result.width = std::min(result.width, most);
    return result;
  }

  // End of the run of columns from `i` that share a group.
  std::size_t group_end(std::size_t i) const {
    const std::string& group = column(i).group;
    std::size_t end = i + 1;
    while (!group.empty() && end < columns_.size() && column(end).group == group) ++end;
    return end;
  }

  bool starts_group(std::size_t i) const { return i > 0 && column(i).group != column(i - 1).group; }

  std::size_t space_before(std::size_t i) const { return starts_group(i) ? group_gap : gap; }

  std::size_t run_width(std::size_t begin, std::size_t end) const {
    std::size_t width = 0;
    for (std::size_t i = begin; i < end; ++i)
      width += columns_[i].width + (i > begin ? space_before(i) : 0);
    return width;
  }

  void make_room_for_groups() {
    for (std::size_t begin = 0; begin < columns_.size(); begin = group_end(begin)) {
      const std::size_t width = run_width(begin, group_end(begin));
      const std::size_t heading = text_width(column(begin).group);
      if (heading > width) columns_[begin].width += heading - width;
    }
  }

  // Columns that fit beside the labels; a group is kept whole where it fits at all.
  std::vector<Part> parts() const {
    std::size_t label_width = 0;
    for (const std::size_t i : labels_) label_width += columns_[i].width + (i > 0 ? gap : 0);
    std::vector<Part> parts{labels_};
    std::size_t used = label_width;
    const auto add = [&](std::size_t begin, std::size_t end) {
      const std::size_t width = space_before(begin) + run_width(begin, end);
      if (options_.width > 0 && used + width > options_.width &&
          parts.back().size() > labels_.size()) {
        parts.push_back(labels_);
        used = label_width;
      }
      used += width;
      for (std::size_t i = begin; i < end; ++i) parts.back().push_back(i);
      return used <= options_.width;
    };
    for (std::size_t begin = 0, end = 0; begin < columns_.size(); begin = end) {
      end = group_end(begin);
      if (std::ranges::count(labels_, begin) > 0) continue;
      const bool whole_fits =
          label_width + space_before(begin) + run_width(begin, end) <= options_.width;
      if (whole_fits || options_.width == 0)
        add(begin, end);
      else
        for (std::size_t i = begin; i < end; ++i) add(i, i + 1);
    }
    return parts;
  }

  std::string written(const Part& part) const {
    std::string text = groups_line(part);
    std::vector<std::string> titles;
    for (const std::size_t i : part) titles.push_back(column(i).title);
    text += line(part, titles, {});
    const std::string rule = rule_under(part);
    text += rule;
    bool in_totals = false;
    for (const Row& row : table_.rows) {
      if (row.is_total && !in_totals && &row != &table_.rows.front()) text += rule;
      in_totals = row.is_total;
      text += line(part, row);
    }
    return text;
  }

  // Each group's name over its first column here; nothing if there are no groups.
  std::string groups_line(const Part& part) const {
    std::string text;
    std::size_t at = 0, text_end = 0;
    for (std::size_t place = 0; place < part.size(); ++place) {
      const std::size_t i = part[place];
      if (place > 0) at += space_before(i);
      const std::string& group = column(i).group;
      const bool first_here = place == 0 || column(part[place - 1]).group != group;
      if (!group.empty() && first_here) {
        std::size_t room = columns_[i].width;
        for (std::size_t next = place + 1; next < part.size() && column(part[next]).group == group;
             ++next)
          room += space_before(part[next]) + columns_[part[next]].width;
        const std::string name = shortened(group, room);
        text += spaces(at - text_end) + name;
        text_end = at + text_width(name);
      }
      at += columns_[i].width;
    }
    return text.empty() ? text : text + "\n";
  }

  std::string rule_under(const Part& part) const {
    std::size_t width = 0;
    for (std::size_t place = 0; place < part.size(); ++place)
      width += columns_[part[place]].width + (place > 0 ? space_before(part[place]) : 0);
    std::string rule;
    for (std::size_t i = 0; i < width; ++i) rule += "─";
    return rule + "\n";
  }

  std::string line(const Part& part, const Row& row) const {
    std::vector<std::string> cells;
    std::vector<std::string_view> colours;
    for (const std::size_t i : part) {
      const Measured& measured = columns_[i];
      std::string cell = readable(row, measured.index, table_);
      if (measured.is_number && !cell.empty())
        cell += spaces(measured.mark - text_width(mark_of(row, measured.index)));
      cells.push_back(std::move(cell));
      colours.push_back(colour_of(row.cells[measured.index], column(i).role));
    }
    return line(part, cells, colours);
  }

  // `colours`: one a cell, or none at all.
  std::string line(const Part& part, const std::vector<std::string>& cells,
                   const std::vector<std::string_view>& colours) const {
    std::string text;
    std::size_t owed = 0;  // spaces, written only before something: no line ends in them
    for (std::size_t place = 0; place < part.size(); ++place) {
      const Measured& measured = columns_[part[place]];
      const std::string cell = shortened(cells[place], std::max<std::size_t>(measured.width, 1));
      const std::size_t padding = measured.width - std::min(measured.width, text_width(cell));
      if (place > 0) owed += space_before(part[place]);
      if (measured.is_number) owed += padding;
      if (!cell.empty()) {
        text += spaces(owed);
        text += paint(colours.empty() ? std::string_view{} : colours[place], cell);
        owed = 0;
      }
      if (!measured.is_number) owed += padding;
    }
    text.erase(text.find_last_not_of(' ') + 1);  // the room for a mark
    return text + "\n";
  }

  const Table& table_;
  const WriteOptions& options_;
  std::vector<Measured> columns_;
  Part labels_;
};

}  // namespace

std::string write_text(const Table& table, const WriteOptions& options) {
  const Table shown = printable(table);
  return TextTable(shown, options).write();
}

}  // namespace pipeline
