#include "pipeline/read/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

#include "pipeline/model/utf8.h"
#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

// How far past a line another one is looked for that goes on with it. Bounds the work for a page
// with all its words on one height.
constexpr std::size_t farthest_neighbour = 256;

// With each letter by itself where several were set in one piece, and nothing that is not seen.
std::string plain_letters(std::string_view text) {
  constexpr std::array<std::string_view, 7> letters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (character.value >= 0xFB00 && character.value < 0xFB00 + letters.size())
      plain += letters[character.value - 0xFB00];
    else if (character.value >= 0x20 && character.value != 0x7F && character.value != 0xFEFF)
      plain += text.substr(at, character.size);
    at += character.size;
  }
  return plain;
}

// As the page would be after `turns` right angles back.
PdfBox upright(const PdfBox& box, unsigned turns, const PdfPage& page) {
  switch (turns) {
    case 1:
      return {box.top, page.width - box.right, box.bottom, page.width - box.left};
    case 2:
      return {page.width - box.right, page.height - box.bottom, page.width - box.left,
              page.height - box.top};
    case 3:
      return {page.height - box.bottom, box.left, page.height - box.top, box.right};
    default:
      return box;
  }
}

float common_height(const PdfBox& a, const PdfBox& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

struct Piece {
  PdfBox box;
  std::string text;
  bool space_after = false;
  bool is_mark = false;
};
using Pieces = std::vector<Piece>;

PdfBox box_of(const Pieces& pieces) {
  PdfBox box = pieces.front().box;
  for (const Piece& piece : pieces) box = around(box, piece.box);
  return box;
}

float gap(const Piece& a, const Piece& b) {
  return b.box.left - a.box.right;
}

// Whether `next` goes on where `piece` ends.
bool goes_on(const Piece& piece, const Piece& next) {
  const float height = std::max(piece.box.height(), next.box.height());
  return is_beside(piece.box, next.box) && gap(piece, next) <= widest_space * height &&
         next.box.left >= piece.box.left && gap(piece, next) > -height;
}

bool is_letter(const Piece& piece) {
  const CodePoint first = code_point_at(piece.text, 0);
  const bool is_ascii = first.value < 0x80;
  const char lower = is_ascii ? static_cast<char>(first.value | 0x20) : 'a';
  return first.size == piece.text.size() && lower >= 'a' && lower <= 'z';
}

// "A B C D": an enumeration, not a word.
bool is_alphabet(const Pieces& pieces, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i)
    if (code_point_at(pieces[i].text, 0).value != code_point_at(pieces[i - 1].text, 0).value + 1)
      return false;
  return true;
}

// "V I S I E": single letters with about the same space between them are a word; a wider space
// parts two.
void join_spaced_letters(Pieces& pieces) {
  constexpr std::size_t fewest = 4;
  for (std::size_t begin = 0; begin < pieces.size(); ++begin) {
    std::size_t end = begin;
    while (end < pieces.size() && is_letter(pieces[end])) ++end;
    if (end - begin < fewest || is_alphabet(pieces, begin, end)) {
      begin = end;
      continue;
    }
    std::vector<float> gaps;
    for (std::size_t i = begin; i + 1 < end; ++i) gaps.push_back(gap(pieces[i], pieces[i + 1]));
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const float most = std::max(1.5F * *middle, 0.05F * pieces[begin].box.height());
    for (std::size_t i = begin; i + 1 < end; ++i)
      pieces[i].space_after = gap(pieces[i], pieces[i + 1]) > most;
    begin = end;
  }
}

bool has_space_between(const Piece& a, const Piece& b) {
  constexpr float least = 0.12F;
  return a.space_after || gap(a, b) > least * std::max(a.box.height(), b.box.height());
}

// A small raised number or sign, which points to a note.
bool is_mark(const Piece& piece, const Piece& beside) {
  if (piece.text.size() > 3 || piece.box.height() > 0.85F * beside.box.height() ||
      piece.box.bottom > beside.box.bottom - 0.1F * beside.box.height())
    return false;
  const bool is_number = piece.text.find_first_not_of("0123456789") == std::string::npos;
  return is_number || piece.text == "*" || piece.text == "**" || piece.text == "†" ||
         piece.text == "‡";
}

void find_marks(Pieces& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i + 1 < pieces.size() && i == 0) pieces[i].is_mark = is_mark(pieces[i], pieces[i + 1]);
    if (i > 0 && !pieces[i - 1].is_mark) pieces[i].is_mark = is_mark(pieces[i], pieces[i - 1]);
  }
}

// The height that half of the letters reach.
float usual_height(const Pieces& pieces) {
  std::vector<std::pair<float, std::size_t>> heights;
  std::size_t letters = 0;
  for (const Piece& piece : pieces) {
    heights.emplace_back(piece.box.height(), piece.text.size());
    letters += piece.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t seen = 0;
  for (const auto& [height, count] : heights)
    if ((seen += count) * 2 >= letters) return height;
  return 0;
}

PdfLine line_of(Pieces pieces) {
  find_marks(pieces);
  std::vector<bool> spaces(pieces.size(), false);
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
    spaces[i] = has_space_between(pieces[i], pieces[i + 1]) || (i == 0 && pieces[i].is_mark);
  join_spaced_letters(pieces);
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
    if (is_letter(pieces[i]) && is_letter(pieces[i + 1])) spaces[i] = pieces[i].space_after;
  PdfLine line;
  line.box = box_of(pieces);
  line.size = usual_height(pieces);
  line.words = static_cast<std::uint32_t>(pieces.size());
  bool is_first = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(line.text.size());
    line.text += pieces[i].text;
    if (pieces[i].is_mark)
      line.marks.push_back({begin, static_cast<std::uint32_t>(line.text.size())});
    if (is_first) line.first_word = pieces[i].box.right - line.box.left;
    if (spaces[i]) line.text += ' ', is_first = false;
  }
  return line;
}

// Whether all spaces are about equally wide, as they are in a line that was stretched to the width
// of its column, and in few other places.
bool is_stretched(std::span<const Piece> words) {
  constexpr float most = 2, alike = 1.3F;
  if (words.size() < 3) return false;
  float least = 1e9F, widest = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    least = std::min(least, gap(words[i], words[i + 1]));
    widest = std::max(widest, gap(words[i], words[i + 1]));
  }
  return widest <= most * words.front().box.height() && widest <= alike * least;
}

// Adds the words of one height as one chain, or as several where a wide gap parts them.
void add_parted(std::span<Piece> words, std::vector<Pieces>& chains) {
  std::size_t cut = 0;
  float widest = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (!goes_on(words[i], words[i + 1]) && gap(words[i], words[i + 1]) > widest) {
      widest = gap(words[i], words[i + 1]);
      cut = i + 1;
    }
  if (cut == 0 || is_stretched(words)) {
    chains.emplace_back(std::make_move_iterator(words.begin()),
                        std::make_move_iterator(words.end()));
    return;
  }
  add_parted(words.first(cut), chains);
  add_parted(words.subspan(cut), chains);
}

// Whether the library took the next word for one of the same line.
bool is_followed_by(const Piece& word, const Piece& next) {
  return goes_on(word, next) ||
         (word.space_after && is_beside(word.box, next.box) && next.box.left >= word.box.right);
}

// Words that the library gave one behind the other go on first; then what it tore apart.
std::vector<Pieces> chains_of(std::vector<Piece> words) {
  std::vector<Pieces> chains;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && end - begin < farthest_neighbour &&
           is_followed_by(words[end - 1], words[end]))
      ++end;
    add_parted(std::span(words).subspan(begin, end - begin), chains);
    begin = end;
  }
  std::stable_sort(chains.begin(), chains.end(), [](const Pieces& a, const Pieces& b) {
    return a.front().box.left < b.front().box.left;
  });
  std::vector<std::size_t> by_height(chains.size());
  std::iota(by_height.begin(), by_height.end(), 0U);
  std::stable_sort(by_height.begin(), by_height.end(), [&](std::size_t a, std::size_t b) {
    return chains[a].front().box.top < chains[b].front().box.top;
  });
  for (std::size_t i = 0; i < by_height.size(); ++i) {
    const std::size_t last = std::min(by_height.size(), i + farthest_neighbour);
    for (std::size_t j = i + 1; j < last; ++j) {
      Pieces* first = &chains[std::min(by_height[i], by_height[j])];
      Pieces* second = &chains[std::max(by_height[i], by_height[j])];
      if (first->empty() || second->empty() || !goes_on(first->back(), second->front())) continue;
      first->insert(first->end(), std::make_move_iterator(second->begin()),
                    std::make_move_iterator(second->end()));
      second->clear();
    }
  }
  std::erase_if(chains, [](const Pieces& chain) { return chain.empty(); });
  return chains;
}

}  // namespace

bool is_beside(const PdfBox& a, const PdfBox& b) {
  return common_height(a, b) > 0.5F * std::min(a.height(), b.height());
}

bool shares_height(const PdfBox& a, const PdfBox& b) {
  return common_height(a, b) > 0.2F * std::min(a.height(), b.height());
}

PdfBox around(const PdfBox& a, const PdfBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

std::vector<PdfSheet> sheets_of(const PdfPage& page) {
  std::array<std::vector<Piece>, 4> words;
  std::array<std::size_t, 4> letters{};
  for (const PdfWord& word : page.words) {
    std::string text =
        plain_letters(is_valid_utf8(word.text) ? word.text : repaired_utf8(word.text));
    if (text.empty()) continue;
    letters[word.turns] += text.size();
    words[word.turns].push_back(
        {upright(word.box, word.turns, page), std::move(text), word.space_after});
  }
  std::array<unsigned, 4> order{0, 1, 2, 3};
  std::stable_sort(order.begin(), order.end(),
                   [&](unsigned a, unsigned b) { return letters[a] > letters[b]; });
  std::vector<PdfSheet> sheets;
  for (const unsigned turns : order) {
    if (words[turns].empty() && !sheets.empty()) continue;
    PdfSheet& sheet = sheets.emplace_back(PdfSheet{page.width, page.height, {}});
    if (turns % 2 == 1) std::swap(sheet.width, sheet.height);
    for (Pieces& chain : chains_of(std::move(words[turns])))
      sheet.lines.push_back(line_of(std::move(chain)));
    std::stable_sort(sheet.lines.begin(), sheet.lines.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.box.top < b.box.top; });
  }
  return sheets;
}

}  // namespace pipeline
