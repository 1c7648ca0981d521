#include "pipeline/normalise/characters.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

struct Row {
  char32_t first, last;
  std::string_view text;
};

// By rising code point. Dashes that part words become one dash, hyphens that join them one hyphen:
// a hyphen at a line end may be undone, a dash never.
constexpr Row rows[] = {
    {0x00, 0x08, ""},          // control characters
    {0x0B, 0x0C, "\n"},        // vertical tab, form feed
    {0x0D, 0x1F, ""},          // carriage return (a line end has its LF) and other controls
    {'`', '`', "'"},           // typed for an apostrophe: zo`n
    {0x7F, 0x84, ""},          //
    {0x85, 0x85, "\n"},        // next line
    {0x86, 0x9F, ""},          //
    {0xA0, 0xA0, " "},         // non-breaking space
    {0xAB, 0xAB, "\""},        // «
    {0xAD, 0xAD, ""},          // soft hyphen
    {0xB4, 0xB4, "'"},         // acute accent: zo´n
    {0xBB, 0xBB, "\""},        // »
    {0x132, 0x132, "IJ"},      //
    {0x133, 0x133, "ij"},      //
    {0x149, 0x149, "'n"},      // ŉ
    {0x2BC, 0x2BC, "'"},       // modifier letter apostrophe
    {0x61C, 0x61C, ""},        // Arabic letter mark
    {0x1680, 0x1680, " "},     //
    {0x180E, 0x180E, ""},      //
    {0x1FEF, 0x1FEF, "'"},     // canonically a grave accent
    {0x1FFD, 0x1FFD, "'"},     // canonically an acute accent
    {0x2000, 0x200A, " "},     // spaces by width
    {0x200B, 0x200F, ""},      // zero width; direction marks
    {0x2010, 0x2011, "-"},     // hyphen, non-breaking hyphen
    {0x2012, 0x2012, "–"},     // figure dash
    {0x2014, 0x2015, "–"},     // em dash, bar
    {0x2018, 0x201B, "'"},     // ‘ ’ ‚ ‛
    {0x201C, 0x201F, "\""},    // “ ” „ ‟
    {0x2028, 0x2028, "\n"},    // line separator
    {0x2029, 0x2029, "\n\n"},  // paragraph separator
    {0x202A, 0x202E, ""},      // directions
    {0x202F, 0x202F, " "},     // narrow non-breaking space
    {0x2032, 0x2032, "'"},     // ′
    {0x2033, 0x2033, "\""},    // ″
    {0x2039, 0x203A, "'"},     // ‹ ›
    {0x205F, 0x205F, " "},     //
    {0x2060, 0x2064, ""},      // word joiner and invisible operators
    {0x2066, 0x206F, ""},      // directions
    {0x2212, 0x2212, "-"},     // minus
    {0x2E3A, 0x2E3B, "–"},     // two- and three-em dash
    {0x3000, 0x3000, " "},     // ideographic space
    {0xFB00, 0xFB00, "ff"},    //
    {0xFB01, 0xFB01, "fi"},    //
    {0xFB02, 0xFB02, "fl"},    //
    {0xFB03, 0xFB03, "ffi"},   //
    {0xFB04, 0xFB04, "ffl"},   //
    {0xFB05, 0xFB06, "st"},    //
    {0xFEFF, 0xFEFF, ""},      // byte order mark within a text
};

}  // namespace

std::optional<std::string_view> clean_form(char32_t character) {
  const auto* row = std::ranges::lower_bound(rows, character, {}, &Row::last);
  if (row == std::end(rows) || character < row->first) return std::nullopt;
  return row->text;
}

}  // namespace pipeline
