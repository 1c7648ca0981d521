#include "pipeline/read/pdf_running.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace pipeline {
namespace {

constexpr std::size_t deepest = 4;       // rows from the edge that may be running ones
constexpr std::size_t widest = 16;       // lines of such a row; more is a table
constexpr float same_height = 4;         // points
constexpr std::size_t fewest_pages = 3;  // of two pages: both

using Row = std::vector<std::size_t>;  // places of the lines of a sheet on one height

// The outermost rows, from the edge inwards.
std::vector<Row> edge_rows(const PdfSheet& sheet, bool at_top) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const PdfBox &x = sheet.lines[a].box, &y = sheet.lines[b].box;
    return at_top ? x.top < y.top : x.bottom > y.bottom;
  });
  std::vector<Row> rows;
  for (const std::size_t i : order) {
    const bool is_new =
        rows.empty() || !is_beside(sheet.lines[rows.back().front()].box, sheet.lines[i].box);
    if (is_new && rows.size() == deepest) break;
    if (is_new) rows.emplace_back();
    rows.back().push_back(i);
  }
  const auto table =
      std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.size() > widest; });
  rows.erase(table, rows.end());
  return rows;
}

// With # for each number.
std::string masked(const std::string& text) {
  std::string mask;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit)
      mask += c;
    else if (!mask.ends_with('#'))
      mask += '#';
  }
  return mask;
}

// "12", "- 12 -", "12/40"
bool is_page_number(const std::string& mask) {
  std::string bare = mask;
  std::erase_if(bare, [](char c) { return c == ' ' || c == '-' || c == '|'; });
  for (const std::string_view dash : {"–", "—"})
    for (std::size_t at = 0; (at = bare.find(dash)) != std::string::npos;)
      bare.erase(at, dash.size());
  return bare == "#" || bare == "#/#";
}

// Signs alone ("§", "•") come back on every page and mean nothing by it.
bool has_words(const std::string& mask) {
  return std::count_if(mask.begin(), mask.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         }) >= 3;
}

int first_number(const std::string& text) {
  const std::size_t at = text.find_first_of("0123456789");
  return at == std::string::npos ? 0 : std::atoi(text.substr(at, 6).c_str());
}

class Repeats {
 public:
  explicit Repeats(const std::vector<std::vector<PdfSheet>>& pages)
      : pages_(pages.size()), wanted_(pages.size() == 2 ? 2 : fewest_pages) {
    for (std::size_t p = 0; p < pages.size(); ++p)
      for (const bool at_top : {true, false})
        for (const Row& row : edge_rows(pages[p].front(), at_top))
          for (const std::size_t i : row) {
            const PdfLine& line = pages[p].front().lines[i];
            seen_[key_of(line, p)][p].push_back(line.box.top);
          }
  }

  // Whether the line is on enough pages that follow each other, or stand all left or all right.
  bool has(const PdfLine& line, std::size_t page) const {
    const auto found = seen_.find(key_of(line, page));
    if (found == seen_.end()) return false;
    std::size_t count = 1;
    for (std::size_t last = page, p = page + 1; p < pages_ && p <= last + 2 && count < wanted_; ++p)
      if (is_on(found->second, p, line.box.top)) ++count, last = p;
    for (std::size_t last = page, p = page; p > 0 && p + 1 >= last && count < wanted_; --p)
      if (is_on(found->second, p - 1, line.box.top)) ++count, last = p - 1;
    return count >= wanted_;
  }

 private:
  using Key = std::pair<std::string, int>;
  using Heights = std::map<std::size_t, std::vector<float>>;  // by page

  static bool is_on(const Heights& heights, std::size_t page, float top) {
    const auto found = heights.find(page);
    return found != heights.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](float other) { return std::abs(other - top) <= same_height; });
  }

  // Of page numbers, those that count on with the pages belong together.
  static Key key_of(const PdfLine& line, std::size_t page) {
    std::string mask = masked(line.text);
    const int from = is_page_number(mask) ? first_number(line.text) - static_cast<int>(page) : 0;
    return {std::move(mask), from};
  }

  std::size_t pages_, wanted_;
  std::map<Key, Heights> seen_;
};

// Whether white as high as a line parts the row from what comes after it.
bool stands_apart(const PdfSheet& sheet, const Row& row, const Row& next) {
  const PdfBox &a = sheet.lines[row.front()].box, &b = sheet.lines[next.front()].box;
  return std::max(b.top - a.bottom, a.top - b.bottom) > a.height();
}

// A number by itself at the very edge that is the page's own, also where there are few pages.
bool is_own_number(const PdfSheet& sheet, const std::vector<Row>& rows, std::size_t page) {
  constexpr float margin = 0.12F;
  const PdfLine& line = sheet.lines[rows.front().front()];
  return rows.front().size() == 1 && is_page_number(masked(line.text)) &&
         first_number(line.text) == static_cast<int>(page + 1) &&
         (line.box.top > (1 - margin) * sheet.height || line.box.bottom < margin * sheet.height) &&
         rows.size() > 1 && stands_apart(sheet, rows[0], rows[1]);
}

// All of it comes back, and it has words or a page number; or one of these does and the row stands
// apart: the title of a short chapter beside the page number.
bool is_running(const PdfSheet& sheet, const std::vector<Row>& rows, std::size_t at,
                std::size_t page, const Repeats& repeats) {
  std::size_t repeated = 0;
  bool is_telling = false;
  for (const std::size_t i : rows[at]) {
    if (!repeats.has(sheet.lines[i], page)) continue;
    const std::string mask = masked(sheet.lines[i].text);
    ++repeated;
    is_telling = is_telling || is_page_number(mask) || has_words(mask);
  }
  if (!is_telling) return false;
  return repeated == rows[at].size() ||
         (at + 1 < rows.size() && stands_apart(sheet, rows[at], rows[at + 1]));
}

}  // namespace

void remove_running_lines(std::vector<std::vector<PdfSheet>>& pages) {
  const Repeats repeats(pages);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PdfSheet& sheet = pages[p].front();
    std::vector<bool> goes(sheet.lines.size(), false);
    for (const bool at_top : {true, false}) {
      std::vector<Row> rows = edge_rows(sheet, at_top);
      std::size_t running = 0;
      if (!rows.empty() && is_own_number(sheet, rows, p)) running = 1;
      while (running < rows.size() && is_running(sheet, rows, running, p, repeats)) ++running;
      // Where so much comes back, it is the page that does: a form, a letter in two copies.
      if (running == deepest) continue;
      rows.resize(running);
      for (const Row& row : rows)
        for (const std::size_t i : row) goes[i] = true;
    }
    std::vector<PdfLine> left;
    for (std::size_t i = 0; i < goes.size(); ++i)
      if (!goes[i]) left.push_back(std::move(sheet.lines[i]));
    sheet.lines = std::move(left);
  }
}

}  // namespace pipeline
