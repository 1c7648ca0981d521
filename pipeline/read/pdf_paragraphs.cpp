#include "pipeline/read/pdf_paragraphs.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

using Rows = std::vector<PdfRow>;

constexpr float indent = 0.6F;      // heights by which a line begins elsewhere
constexpr float wide_line = 1.25F;  // of the usual distance, parts paragraphs
constexpr float usual_line = 1.2F;  // heights from line to line where nothing tells

bool has_one_size(const PdfRow& a, const PdfRow& b) {
  return a.size < 1.12F * b.size && b.size < 1.12F * a.size;
}

// "Dat klopt.", "Dat klopt!)", "klopt.”"
bool ends_sentence(std::string_view text) {
  constexpr std::array<char32_t, 8> closing{')', ']', '"', '\'', 0x201D, 0x2019, 0xBB, ' '};
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (std::find(closing.begin(), closing.end(), last.value) == closing.end()) {
      constexpr std::u32string_view ends = U".!?:;\u2026";
      return ends.find(last.value) != std::u32string_view::npos;
    }
    text.remove_suffix(last.size);
  }
  return false;
}

bool ends_open(std::string_view text) {
  return text.ends_with('-') || text.ends_with(',') || text.ends_with("\u2010") ||
         text.ends_with("\u00AD");
}

bool begins_lower(std::string_view text) {
  const char32_t first = text.empty() ? 0 : code_point_at(text, 0).value;
  return (first >= 'a' && first <= 'z') || (first >= 0xDF && first <= 0xFF && first != 0xF7);
}

// "• ", "– ", "3. ", "b) "
bool begins_entry(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of(" \t"));
  if (first.empty() || first.size() == text.size()) return false;
  constexpr std::array<std::string_view, 9> bullets{"•", "–", "-", "▪", "◦", "●", "*", "■", "o"};
  if (std::find(bullets.begin(), bullets.end(), first) != bullets.end()) return true;
  const std::string_view number = first.substr(0, first.size() - 1);
  const bool is_number = number.size() <= 3 && !number.empty() &&
                         number.find_first_not_of("0123456789") == std::string_view::npos;
  const bool is_letter = number.size() == 1 && number[0] >= 'a' && number[0] <= 'z';
  return (is_number && (first.back() == '.' || first.back() == ')')) ||
         (is_letter && first.back() == ')');
}

// "R: ", "Anna de Wit: ", "[00:12:04] R: "
bool begins_turn(std::string_view text) {
  constexpr std::size_t longest_label = 40;
  std::size_t colon = text.find(": ");
  colon = std::min(colon, text.find(":\t"));
  if (colon == 0 || colon > longest_label) return false;
  const std::string_view label = text.substr(0, colon);
  return !begins_lower(label) && label.find_first_of(".,;!?") == std::string_view::npos &&
         std::count(label.begin(), label.end(), ' ') < 4;
}

// Whether the first word of `row` would still have fitted behind `before`.
bool is_broken_on_purpose(const PdfRow& before, const PdfRow& row) {
  const float room = std::max(before.right, row.right) - before.box.right;
  return room > row.first_word + 0.8F * row.size;
}

float distance(const PdfRow& before, const PdfRow& row) {
  return (row.box.bottom - before.box.bottom) / row.size;
}

bool stands_below(const PdfRow& before, const PdfRow& row) {
  return before.page == row.page && row.box.top > before.box.top && row.left < before.right &&
         before.left < row.right;
}

float middle_of(std::vector<float> values, float otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The distance of lines in each block: its own where it is a long one of running text, otherwise
// that of the document.
class Distances {
 public:
  explicit Distances(const Rows& rows) {
    std::map<std::uint32_t, std::vector<float>> of_blocks;
    std::map<std::uint32_t, std::size_t> wrapped;
    std::vector<float> all;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const PdfRow &before = rows[i - 1], &row = rows[i];
      if (before.block != row.block || row.is_of_table || !has_one_size(before, row)) continue;
      const float far = distance(before, row);
      if (far <= 0 || far > 4) continue;
      of_blocks[row.block].push_back(far);
      wrapped[row.block] += is_broken_on_purpose(before, row) ? 0 : 1;
      if (!is_broken_on_purpose(before, row)) all.push_back(far);
    }
    const bool is_telling = all.size() >= 4;
    const float middle = middle_of(std::move(all), usual_line);
    usual_ = is_telling ? middle : std::min(middle, usual_line);
    for (auto& [block, distances] : of_blocks)
      if (distances.size() >= 8 && 2 * wrapped[block] > distances.size())
        of_block_[block] = middle_of(std::move(distances), usual_);
  }

  float of(const PdfRow& row) const {
    const auto found = of_block_.find(row.block);
    return found == of_block_.end() ? usual_ : found->second;
  }

 private:
  float usual_ = usual_line;
  std::map<std::uint32_t, float> of_block_;
};

class Joiner {
 public:
  explicit Joiner(const Rows& rows) : rows_(rows), distances_(rows) {}

  std::vector<PdfJoint> joints() {
    std::vector<PdfJoint> joints;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      joints.push_back(i == 0 ? PdfJoint::new_paragraph : joint(i));
      if (joints.back() == PdfJoint::new_paragraph) first_ = i;
    }
    return joints;
  }

 private:
  PdfJoint joint(std::size_t at) const {
    const PdfRow &before = rows_[at - 1], &row = rows_[at];
    if (before.is_of_table || row.is_of_table || !has_one_size(before, row))
      return PdfJoint::new_paragraph;
    if (before.block != row.block && !stands_below(before, row)) return across(before, row, at);
    if (distance(before, row) > wide_line * distances_.of(row)) return PdfJoint::new_paragraph;
    if (before.block == row.block && is_indented(at)) return PdfJoint::new_paragraph;
    const bool is_broken = is_broken_on_purpose(before, row);
    const bool has_ended = ends_sentence(before.text);
    if ((is_broken || has_ended) && (begins_entry(row.text) || begins_turn(row.text)))
      return PdfJoint::new_paragraph;
    if (is_broken && has_ended && !begins_lower(row.text)) return PdfJoint::new_paragraph;
    return is_broken && !ends_open(before.text) ? PdfJoint::new_line : PdfJoint::wrapped;
  }

  // To the next column or page: a sentence that did not end goes on.
  PdfJoint across(const PdfRow& before, const PdfRow& row, std::size_t at) const {
    if (ends_open(before.text)) return PdfJoint::wrapped;
    if (ends_sentence(before.text) || begins_entry(row.text)) return PdfJoint::new_paragraph;
    const bool is_full = before.right - before.box.right < 0.15F * (before.right - before.left);
    const bool is_running_text = at - first_ > 1;
    return begins_lower(row.text) || (is_full && is_running_text) ? PdfJoint::wrapped
                                                                  : PdfJoint::new_paragraph;
  }

  // A first line that stands further in than the one before it and the one after it, or further out
  // than the second and later ones of the paragraph before it.
  bool is_indented(std::size_t at) const {
    const PdfRow &before = rows_[at - 1], &row = rows_[at];
    const float step = indent * row.size;
    if (row.box.left < before.box.left - step) return at - first_ > 1;
    if (row.box.left <= before.box.left + step) return false;
    const bool hangs = at - first_ == 1 && (begins_entry(before.text) || begins_turn(before.text));
    if (hangs || !(ends_sentence(before.text) || is_broken_on_purpose(before, row))) return false;
    const bool has_next = at + 1 < rows_.size() && rows_[at + 1].block == row.block;
    if (!has_next) return ends_sentence(before.text);
    return rows_[at + 1].box.left < row.box.left - step;
  }

  const Rows& rows_;
  Distances distances_;
  std::size_t first_ = 0;  // of the paragraph at hand
};

}  // namespace

std::vector<PdfJoint> joints_of(const Rows& rows) {
  return Joiner(rows).joints();
}

}  // namespace pipeline
