#include "pipeline/read/rtf_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace pipeline {
namespace {

using Rules = std::unordered_map<std::string_view, RtfRule>;

// Groups with nothing to read. Those that are written with \* and stand nowhere here are passed
// over without being named.
constexpr std::array<std::string_view, 34> skipped{
    {"colortbl",  "stylesheet", "filetbl",    "listtable", "listoverridetable",
     "revtbl",    "rsidtbl",    "pict",       "objdata",   "objclass",
     "objname",   "shprslt",    "nonshppict", "sp",        "pnseclvl",
     "pn",        "xe",         "tc",         "rxe",       "txe",
     "bkmkstart", "bkmkend",    "ftnsep",     "ftnsepc",   "ftncn",
     "aftnsep",   "aftnsepc",   "aftncn",     "atnid",     "nonesttables",
     "private",   "template",   "mmathPict",  "generator"}};

constexpr std::array<std::pair<std::string_view, RtfRule>, 80> others{{
    {"tab", {RtfAct::character, U'\t'}},
    {"emdash", {RtfAct::character, 0x2014}},
    {"endash", {RtfAct::character, 0x2013}},
    {"emspace", {RtfAct::character, 0x2003}},
    {"enspace", {RtfAct::character, 0x2002}},
    {"qmspace", {RtfAct::character, 0x2005}},
    {"bullet", {RtfAct::character, 0x2022}},
    {"lquote", {RtfAct::character, 0x2018}},
    {"rquote", {RtfAct::character, 0x2019}},
    {"ldblquote", {RtfAct::character, 0x201C}},
    {"rdblquote", {RtfAct::character, 0x201D}},
    {"zwj", {RtfAct::character, 0x200D}},
    {"zwnj", {RtfAct::character, 0x200C}},
    {"zwbo", {RtfAct::character, 0x200B}},
    {"zwnbo", {RtfAct::character, 0x2060}},
    {"ltrmark", {RtfAct::character, 0x200E}},
    {"rtlmark", {RtfAct::character, 0x200F}},
    {"u", {RtfAct::unicode, 0}},
    {"uc", {RtfAct::unicode_skip, 0}},
    {"par", {RtfAct::paragraph, 0}},
    {"sect", {RtfAct::paragraph, 0}},
    {"line", {RtfAct::line, 0}},
    {"lbr", {RtfAct::line, 0}},
    {"page", {RtfAct::line, 0}},
    {"column", {RtfAct::line, 0}},
    {"trowd", {RtfAct::row_begin, 0}},
    {"cell", {RtfAct::cell, 0}},
    {"nestcell", {RtfAct::cell, 0}},
    {"row", {RtfAct::row, 0}},
    {"nestrow", {RtfAct::nested_row, 0}},
    {"intbl", {RtfAct::in_table, 0}},
    {"pard", {RtfAct::paragraph_defaults, 0}},
    {"plain", {RtfAct::character_defaults, 0}},
    {"v", {RtfAct::hidden, 0}},
    {"b", {RtfAct::bold, 0}},
    {"deleted", {RtfAct::deleted, 0}},
    {"mvf", {RtfAct::deleted, 0}},
    {"revised", {RtfAct::inserted, 0}},
    {"mvt", {RtfAct::inserted, 0}},
    {"chftn", {RtfAct::note_number, 0}},
    {"f", {RtfAct::font, 0}},
    {"deff", {RtfAct::default_font, 0}},
    {"fcharset", {RtfAct::font_charset, 0}},
    {"cpg", {RtfAct::font_code_page, 0}},
    {"ansicpg", {RtfAct::code_page, 0}},
    {"mac", {RtfAct::code_page_of_document, 10000}},
    {"pc", {RtfAct::code_page_of_document, 437}},
    {"pca", {RtfAct::code_page_of_document, 850}},
    {"ftnalt", {RtfAct::endnote, 0}},
    {"yr", {RtfAct::date_part, 0}},
    {"mo", {RtfAct::date_part, 1}},
    {"dy", {RtfAct::date_part, 2}},
    {"shpinst", {RtfAct::transparent, 0}},
    {"moMath", {RtfAct::transparent, 0}},
    {"moMathPara", {RtfAct::transparent, 0}},
    {"do", {RtfAct::transparent, 0}},
    {"nesttableprops", {RtfAct::transparent, 0}},
    {"fonttbl", {RtfAct::fonts, 0}},
    {"info", {RtfAct::properties, 0}},
    {"title", {RtfAct::property, 0}},
    {"author", {RtfAct::property, 0}},
    {"subject", {RtfAct::property, 0}},
    {"keywords", {RtfAct::property, 0}},
    {"creatim", {RtfAct::created, 0}},
    {"header", {RtfAct::header, 0}},
    {"headerl", {RtfAct::header, 0}},
    {"headerr", {RtfAct::header, 0}},
    {"headerf", {RtfAct::header, 0}},
    {"footer", {RtfAct::footer, 0}},
    {"footerl", {RtfAct::footer, 0}},
    {"footerr", {RtfAct::footer, 0}},
    {"footerf", {RtfAct::footer, 0}},
    {"footnote", {RtfAct::note, 0}},
    {"annotation", {RtfAct::comment, 0}},
    {"atnauthor", {RtfAct::comment_author, 0}},
    {"listtext", {RtfAct::label, 0}},
    {"pntext", {RtfAct::label, 0}},
    {"shptxt", {RtfAct::box, 0}},
    {"dptxbxtext", {RtfAct::box, 0}},
    {"fldinst", {RtfAct::field, 0}},
}};

const Rules& rules() {
  static const Rules all = [] {
    Rules table(others.begin(), others.end());
    for (const std::string_view word : skipped) table[word] = {RtfAct::skipped, 0};
    return table;
  }();
  return all;
}

}  // namespace

RtfRule rtf_rule_of(std::string_view word) {
  const auto it = rules().find(word);
  return it == rules().end() ? RtfRule{} : it->second;
}

std::optional<std::string> code_of_page(std::int32_t page) {
  constexpr std::array<std::pair<std::int32_t, const char*>, 9> named{{{932, "windows-31j"},
                                                                       {936, "gbk"},
                                                                       {949, "windows-949"},
                                                                       {950, "big5"},
                                                                       {874, "windows-874"},
                                                                       {1361, "ibm-1361"},
                                                                       {10000, "macintosh"},
                                                                       {65001, "UTF-8"},
                                                                       {28591, "windows-1252"}}};
  const auto* const it =
      std::find_if(named.begin(), named.end(), [&](const auto& row) { return row.first == page; });
  if (it != named.end()) return it->second;
  if (page >= 1250 && page <= 1258) return fmt::format("windows-{}", page);
  if (page >= 437 && page <= 869) return fmt::format("ibm-{}", page);
  return std::nullopt;
}

std::optional<std::int32_t> page_of_charset(std::int32_t charset) {
  constexpr std::array<std::pair<std::int32_t, std::int32_t>, 18> pages{{{0, 1252},
                                                                         {77, 10000},
                                                                         {128, 932},
                                                                         {129, 949},
                                                                         {130, 1361},
                                                                         {134, 936},
                                                                         {136, 950},
                                                                         {161, 1253},
                                                                         {162, 1254},
                                                                         {163, 1258},
                                                                         {177, 1255},
                                                                         {178, 1256},
                                                                         {186, 1257},
                                                                         {204, 1251},
                                                                         {222, 874},
                                                                         {238, 1250},
                                                                         {254, 437},
                                                                         {255, 850}}};
  const auto* const it = std::find_if(pages.begin(), pages.end(),
                                      [&](const auto& row) { return row.first == charset; });
  return it == pages.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace pipeline
