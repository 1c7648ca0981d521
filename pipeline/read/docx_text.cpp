#include "pipeline/read/docx_text.h"

#include <charconv>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <utility>

#include "pipeline/read/symbols.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

// "w:pPr", "w:sectPr", "w:tblGrid" ...: how things look, with elements ("w:tab") that mean
// something else there.
bool is_properties(std::string_view name) {
  return name.ends_with("Pr") || name == "tblGrid" || name == "sdtEndPr";
}
bool is_taken_out(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" ||
         name == "delInstrText";
}

// A switch such as <w:vanish/>, on unless it says that it is off.
bool is_on(const pugi::xml_node& toggle) {
  if (!toggle) return false;
  const std::string_view value = value_of(toggle, "val");
  return value != "0" && value != "false" && value != "off";
}

// Of the forms in which something is given twice, the first; the fallback is for older programs.
pugi::xml_node chosen(const pugi::xml_node& alternatives) {
  if (const auto choice = child_of(alternatives, "Choice")) return choice;
  return child_of(alternatives, "Fallback");
}

// Word drops white space at the ends unless it is told to preserve it.
std::string words_of(const pugi::xml_node& text) {
  std::string words;
  for (const pugi::xml_node& piece : text.children()) words += piece.value();
  if (value_of(text, "space") == "preserve") return words;
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = words.find_first_not_of(white);
  if (begin == std::string::npos) return {};
  return words.substr(begin, words.find_last_not_of(white) + 1 - begin);
}

// The paragraph's mark was deleted: it runs on into the next one.
bool runs_on(const pugi::xml_node& paragraph) {
  const auto mark = child_of(child_of(paragraph, "pPr"), "rPr");
  return child_of(mark, "del") || child_of(mark, "moveFrom");
}

// The line above footnotes is kept among them as a note.
bool is_separator(const pugi::xml_node& block, std::string_view name) {
  if (name != "footnote" && name != "endnote") return false;
  const std::string_view type = value_of(block, "type");
  return type == "separator" || type == "continuationSeparator" || type == "continuationNotice";
}

}  // namespace

DocxText::DocxText(const std::set<std::string, std::less<>>& hidden_styles, Insert insert)
    : hidden_styles_(hidden_styles), insert_(std::move(insert)) {}

DocxText::~DocxText() = default;

void DocxText::add_blocks(const pugi::xml_node& container) {
  for (const pugi::xml_node& block : container.children()) add_block(block);
}

void DocxText::add_block(const pugi::xml_node& block) {
  const std::string_view name = local_name(block);
  if (name.empty() || is_properties(name) || is_taken_out(name) || is_separator(block, name))
    return;
  if (name == "p") {
    add_paragraph(block);
  } else if (name == "tr") {
    if (child_of(child_of(block, "trPr"), "del")) return;
    text_.begin_row();
    add_blocks(block);
    text_.end_row();
  } else if (name == "tc") {
    add_blocks(block);
    text_.end_cell();
  } else if (name == "altChunk") {
    insert_(value_of(block, "id"), text_);
  } else if (name == "AlternateContent") {
    add_blocks(chosen(block));
  } else {
    add_blocks(block);
  }
}

void DocxText::add_paragraph(const pugi::xml_node& paragraph) {
  const auto style = child_of(child_of(paragraph, "pPr"), "pStyle");
  const bool was_hidden =
      std::exchange(paragraph_is_hidden_, style && hidden_styles_.contains(value_of(style, "val")));
  auto outer_boxes = std::exchange(boxes_, {});
  add_inline(paragraph);
  paragraph_is_hidden_ = was_hidden;
  if (!runs_on(paragraph)) text_.end_paragraph();
  for (const pugi::xml_node& box : std::exchange(boxes_, std::move(outer_boxes))) {
    text_.end_paragraph();
    add_blocks(box);
    text_.end_paragraph();
  }
}

void DocxText::add_inline(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view name = local_name(child);
    if (name == "r")
      add_run(child);
    else if (name == "AlternateContent")
      add_inline(chosen(child));
    else if (!name.empty() && !is_properties(name) && !is_taken_out(name))
      add_inline(child);
  }
}

bool DocxText::is_hidden(const pugi::xml_node& run) const {
  const auto properties = child_of(run, "rPr");
  if (!properties) return paragraph_is_hidden_;
  if (const auto vanish = child_of(properties, "vanish")) return is_on(vanish);
  const auto style = child_of(properties, "rStyle");
  return paragraph_is_hidden_ || (style && hidden_styles_.contains(value_of(style, "val")));
}

void DocxText::add_run(const pugi::xml_node& run) {
  if (!is_hidden(run)) add_run_content(run);
}

void DocxText::add_run_content(const pugi::xml_node& run) {
  for (const pugi::xml_node& child : run.children()) {
    const std::string_view name = local_name(child);
    if (name == "t")
      text_.add(words_of(child));
    else if (name == "tab" || name == "ptab")
      text_.add("\t");
    else if (name == "br" || name == "cr")
      text_.end_line();
    else if (name == "noBreakHyphen")
      text_.add("\u2011");
    else if (name == "sym")
      add_symbol(child);
    else if (name == "ruby")
      add_inline(child_of(child, "rubyBase"));
    else if (name == "AlternateContent")
      add_run_content(chosen(child));
    else if (name == "drawing" || name == "pict" || name == "object")
      collect_boxes(child);
  }
}

// Symbols of fonts of their own.
void DocxText::add_symbol(const pugi::xml_node& symbol) {
  const std::string_view digits = value_of(symbol, "char");
  std::uint32_t code = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (parsed.ec == std::errc()) text_.add(symbol_of(code));
}

void DocxText::collect_boxes(const pugi::xml_node& drawing) {
  for (const pugi::xml_node& child : drawing.children()) {
    const std::string_view name = local_name(child);
    if (name == "txbxContent")
      boxes_.push_back(child);
    else if (name == "AlternateContent")
      collect_boxes(chosen(child));
    else if (!name.empty())
      collect_boxes(child);
  }
}

std::set<std::string, std::less<>> hidden_styles_of(const pugi::xml_node& styles) {
  std::map<std::string, std::string> bases;
  std::set<std::string, std::less<>> shown;
  std::set<std::string, std::less<>> hidden;
  for (const pugi::xml_node& style : styles.children()) {
    if (local_name(style) != "style") continue;
    const std::string id(value_of(style, "styleId"));
    const auto vanish = child_of(child_of(style, "rPr"), "vanish");
    if (vanish) (is_on(vanish) ? hidden : shown).insert(id);
    if (const auto base = child_of(style, "basedOn")) bases[id] = value_of(base, "val");
  }
  if (hidden.empty()) return hidden;
  // What builds on a hidden style is hidden; each round reaches one step further down.
  for (bool grown = true; grown;) {
    grown = false;
    for (const auto& [id, base] : bases)
      if (hidden.contains(base) && !shown.contains(id)) grown = hidden.insert(id).second || grown;
  }
  return hidden;
}

}  // namespace pipeline
