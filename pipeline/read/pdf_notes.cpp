#include "pipeline/read/pdf_notes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

namespace pipeline {
namespace {

constexpr float small = 0.93F;  // of the usual size, at most

using Rows = std::vector<PdfRow>;

// "3" of "3 Zie bijlage 2."; empty where there is none.
std::string_view mark_of(const PdfRow& row) {
  const std::string_view text = row.text;
  if (!row.marks.empty() && row.marks.front().begin == 0) return slice(text, row.marks.front());
  std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0)
    for (const std::string_view sign : {"**", "*", "†", "‡"})
      if (text.starts_with(sign)) end = std::max(end, sign.size());
  const bool is_mark = end > 0 && end <= 3 && end < text.size() && text[end] == ' ';
  return is_mark ? text.substr(0, end) : std::string_view();
}

// [begin, end) of each block.
std::vector<std::pair<std::size_t, std::size_t>> blocks_of(const Rows& rows) {
  std::vector<std::pair<std::size_t, std::size_t>> blocks;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i > 0 && rows[i].block == rows[i - 1].block)
      blocks.back().second = i + 1;
    else
      blocks.emplace_back(i, i + 1);
  return blocks;
}

// Where the notes at the end of a block begin, or its end.
std::size_t first_note(const Rows& rows, std::size_t begin, std::size_t end, float usual) {
  std::size_t first = end;
  for (std::size_t i = end; i > begin; --i) {
    const PdfRow& row = rows[i - 1];
    if (row.is_of_table || row.size > small * usual) break;
    if (begins_note(row)) first = i - 1;
  }
  return first;
}

// Whether something that is no note stands below the row.
bool has_body_below(const Rows& rows, const std::vector<bool>& may_be_note, std::size_t note) {
  const PdfBox& box = rows[note].box;
  const auto is_below = [&](std::size_t i) {
    const PdfBox& other = rows[i].box;
    return !may_be_note[i] && other.top > box.top && other.left < rows[note].right &&
           other.right > rows[note].left;
  };
  for (std::size_t i = note; i > 0 && rows[i - 1].page == rows[note].page; --i)
    if (is_below(i - 1)) return true;
  for (std::size_t i = note; i < rows.size() && rows[i].page == rows[note].page; ++i)
    if (is_below(i)) return true;
  return false;
}

std::vector<bool> find_notes(const Rows& rows) {
  const float usual = usual_size(rows);
  std::vector<bool> is_note(rows.size(), false);
  const auto blocks = blocks_of(rows);
  for (const auto& [begin, end] : blocks)
    for (std::size_t i = first_note(rows, begin, end, usual); i < end; ++i) is_note[i] = true;
  const std::vector<bool> may_be_note = is_note;
  for (const auto& [begin, end] : blocks) {
    std::size_t first = begin;
    while (first < end && !may_be_note[first]) ++first;
    if (first < end && has_body_below(rows, may_be_note, first))
      for (std::size_t i = first; i < end; ++i) is_note[i] = false;
  }
  return is_note;
}

void leave_out(PdfRow& row, const std::set<std::string, std::less<>>& marks) {
  for (auto mark = row.marks.rbegin(); mark != row.marks.rend(); ++mark)
    if (marks.contains(slice(row.text, *mark))) row.text.erase(mark->begin, length(*mark));
}

}  // namespace

float usual_size(const Rows& rows) {
  std::vector<std::pair<float, std::size_t>> sizes;
  std::size_t letters = 0;
  for (const PdfRow& row : rows) {
    sizes.emplace_back(row.size, row.text.size());
    letters += row.text.size();
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, count] : sizes)
    if ((seen += count) * 2 >= letters) return size;
  return 0;
}

bool begins_note(const PdfRow& row) {
  return !mark_of(row).empty();
}

PdfBodyAndNotes notes_apart(Rows rows) {
  const std::vector<bool> is_note = find_notes(rows);
  PdfBodyAndNotes apart;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin;
    std::set<std::string, std::less<>> marks;
    for (; end < rows.size() && rows[end].page == rows[begin].page; ++end)
      if (is_note[end] && begins_note(rows[end])) marks.emplace(mark_of(rows[end]));
    for (; begin < end; ++begin) {
      if (!is_note[begin]) leave_out(rows[begin], marks);
      (is_note[begin] ? apart.notes : apart.body).push_back(std::move(rows[begin]));
    }
  }
  return apart;
}

}  // namespace pipeline
