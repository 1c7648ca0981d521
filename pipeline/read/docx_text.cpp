#include "pipeline/read/docx_text.h"

#include <charconv>
#include <cstdint>
#include <pugixml.hpp>
#include <utility>

#include "pipeline/read/docx_fields.h"
#include "pipeline/read/symbols.h"
#include "pipeline/read/xml.h"

namespace pipeline {

struct DocxText::Box {
  pugi::xml_node content;
  std::string relation, words;  // one of the three
};

namespace {

// "w:pPr", "w:sectPr", "w:tblGrid" ...: how things look, with elements ("w:tab") that mean
// something else there.
bool is_properties(std::string_view name) {
  return name.ends_with("Pr") || name == "tblGrid";
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

bool has_child(const pugi::xml_node& node, const char* a, const char* b) {
  return child_of(node, a) || child_of(node, b);
}

// A change that `changes` undoes, as the properties of a mark, row or cell tell.
bool is_undone(const pugi::xml_node& properties, Changes changes) {
  return changes == Changes::accepted
             ? has_child(properties, "del", "moveFrom") || child_of(properties, "cellDel")
             : has_child(properties, "ins", "moveTo") || child_of(properties, "cellIns");
}

bool is_note(std::string_view name) {
  return name == "footnoteReference" || name == "endnoteReference";
}

DocxNote note_of(const pugi::xml_node& reference, std::string_view name) {
  constexpr std::string_view ending = "Reference";
  return {std::string(name.substr(0, name.size() - ending.size())),
          std::string(value_of(reference, "id"))};
}

// Symbols of fonts of their own.
std::string symbol(const pugi::xml_node& symbol) {
  const std::string_view digits = value_of(symbol, "char");
  std::uint32_t code = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  return parsed.ec == std::errc() ? symbol_of(code) : std::string();
}

}  // namespace

DocxText::DocxText(const DocxRules& rules, Insert insert)
    : rules_(rules), insert_(std::move(insert)) {}

DocxText::~DocxText() = default;

bool DocxText::is_left_out(std::string_view name) const {
  if (name.empty() || is_properties(name) || name == "instrText" || name == "delInstrText")
    return true;
  if (rules_.changes == Changes::rejected) return name == "ins" || name == "moveTo";
  return name == "del" || name == "moveFrom" || name == "delText";
}

void DocxText::add_blocks(const pugi::xml_node& container) {
  for (const pugi::xml_node& block : container.children()) add_block(block);
}

void DocxText::add_note(const pugi::xml_node& note) {
  const std::string_view type = value_of(note, "type");
  if (type != "separator" && type != "continuationSeparator" && type != "continuationNotice")
    add_blocks(note);
}

void DocxText::add_block(const pugi::xml_node& block) {
  const std::string_view name = local_name(block);
  if (is_left_out(name)) return;
  if (name == "p")
    add_paragraph(block);
  else if (name == "tr" || name == "tc")
    add_table_part(block, name);
  else if (name == "altChunk" || name == "subDoc")
    insert_(value_of(block, "id"), text_);
  else if (name == "AlternateContent")
    add_blocks(chosen(block));
  else
    add_blocks(block);
}

void DocxText::add_table_part(const pugi::xml_node& block, std::string_view name) {
  const auto properties = child_of(block, name == "tr" ? "trPr" : "tcPr");
  if (is_undone(properties, rules_.changes) || is_switched_on(child_of(properties, "hidden")))
    return;
  if (name == "tr") {
    const auto* const outer = std::exchange(broken_cell_, nullptr);
    text_.begin_row();
    add_blocks(block);
    text_.end_row();
    broken_cell_ = outer;
  } else {
    const auto* const outer = std::exchange(cell_, block.internal_object());
    add_blocks(block);
    text_.end_cell();
    cell_ = outer;
  }
}

void DocxText::add_paragraph(const pugi::xml_node& paragraph) {
  const auto properties = child_of(paragraph, "pPr");
  const auto style = child_of(properties, "pStyle");
  const bool was_hidden =
      std::exchange(paragraph_is_hidden_, style && rules_.styles.hides(value_of(style, "val")));
  const bool was_bold =
      std::exchange(paragraph_is_bold_, style && rules_.styles.is_bold(value_of(style, "val")));
  auto outer_boxes = std::exchange(boxes_, {});
  auto outer_label = std::exchange(label_, {});
  if (const auto place = rules_.styles.list_of(properties); place && !runs_on_)
    label_ = rules_.numbering.next(*place);
  // Without its mark a paragraph runs on into the next one.
  runs_on_ = is_undone(child_of(properties, "rPr"), rules_.changes);
  add_inline(paragraph);
  paragraph_is_hidden_ = was_hidden;
  paragraph_is_bold_ = was_bold;
  label_ = std::move(outer_label);
  if (!runs_on_) text_.end_paragraph();
  add_boxes(std::exchange(boxes_, std::move(outer_boxes)));
}

void DocxText::add_boxes(std::vector<Box> boxes) {
  const bool ran_on = std::exchange(runs_on_, false);
  for (const Box& box : boxes) {
    text_.end_paragraph();
    if (!box.relation.empty()) insert_(box.relation, text_);
    text_.add(box.words);
    add_blocks(box.content);
    text_.end_paragraph();
  }
  runs_on_ = ran_on && boxes.empty();
}

void DocxText::add_inline(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view name = local_name(child);
    if (is_left_out(name)) continue;
    if (name == "r") {
      if (is_hidden(child)) continue;
      text_.set_bold(is_bold(child));
      add_run_content(child);
      text_.set_bold(false);
    } else if (name == "br") {  // in drawings, beside the runs
      text_.end_line();
    } else {
      add_inline(name == "AlternateContent" ? chosen(child) : child);
    }
  }
}

bool DocxText::is_hidden(const pugi::xml_node& run) const {
  const auto properties = child_of(run, "rPr");
  if (!properties) return paragraph_is_hidden_;
  if (const auto vanish = child_of(properties, "vanish")) return is_switched_on(vanish);
  const auto style = child_of(properties, "rStyle");
  return paragraph_is_hidden_ || (style && rules_.styles.hides(value_of(style, "val")));
}

bool DocxText::is_bold(const pugi::xml_node& run) const {
  const auto properties = child_of(run, "rPr");
  if (!properties) return paragraph_is_bold_;
  if (const auto bold = child_of(properties, "b")) return is_switched_on(bold);
  const auto style = child_of(properties, "rStyle");
  return paragraph_is_bold_ || (style && rules_.styles.is_bold(value_of(style, "val")));
}

void DocxText::add_run_content(const pugi::xml_node& run) {
  for (const pugi::xml_node& child : run.children()) {
    const std::string_view name = local_name(child);
    if (is_left_out(name)) continue;
    if (name == "t" || name == "delText")
      say(words_of(child));
    else if (name == "br" || name == "cr")
      text_.end_line();
    else if (name == "ruby")
      add_inline(child_of(child, "rubyBase"));
    else if (name == "AlternateContent")
      add_run_content(chosen(child));
    else if (name == "drawing" || name == "pict" || name == "object")
      collect_boxes(child);
    else
      add_mark(child, name);
  }
}

void DocxText::add_mark(const pugi::xml_node& child, std::string_view name) {
  if (name == "tab" || name == "ptab")
    text_.add("\t");
  else if (name == "noBreakHyphen")
    say("\u2011");
  else if (name == "sym")
    say(symbol(child));
  else if (name == "fldChar")
    follow_field(child);
  else if (name == "lastRenderedPageBreak")
    end_page();
  else if (is_note(name))
    point_at_note(child, name);
}

void DocxText::point_at_note(const pugi::xml_node& reference, std::string_view name) {
  if (!has_attribute(reference, "id")) return;
  DocxNote note = note_of(reference, name);
  if (value_of(reference, "customMarkFollows") == "1" ||
      value_of(reference, "customMarkFollows") == "true")
    return marked_notes_.push_back(std::move(note));
  notes_.push_back(std::move(note));
  say(note_mark(notes_.size()));
}

void DocxText::say(std::string_view words) {
  if (words.empty() || !says_field()) return;
  if (!label_.empty() && words.find_first_not_of(" \t") != std::string_view::npos)
    text_.add(std::exchange(label_, {}) + ' ');
  text_.add(words);
}

// Words within the instruction of a field, which another field there has made, are not shown.
bool DocxText::says_field() const {
  return fields_.empty() || fields_.back() == Field::instruction || open_instructions_ == 0;
}

void DocxText::follow_field(const pugi::xml_node& field) {
  const std::string_view type = value_of(field, "fldCharType");
  if (type == "begin") {
    fields_.push_back(Field::instruction);
    ++open_instructions_;
    return say(answer_of_form_field(child_of(field, "ffData")));
  }
  if (fields_.empty() || (type != "separate" && type != "end")) return;
  if (std::exchange(fields_.back(), Field::result) == Field::instruction) --open_instructions_;
  if (type == "end") fields_.pop_back();
}

// Where Word last saw a page end. A row that goes on on the next page has such ends in several
// cells; they are one.
void DocxText::end_page() {
  if (cell_ != nullptr && broken_cell_ != nullptr && broken_cell_ != cell_) return;
  broken_cell_ = cell_;
  text_.end_page();
}

void DocxText::collect_boxes(const pugi::xml_node& drawing) {
  for (const pugi::xml_node& child : drawing.children()) {
    const std::string_view name = local_name(child);
    if (name == "txbxContent" || name == "txBody")
      boxes_.push_back({child, {}, {}});
    else if (name == "chart")
      boxes_.push_back({{}, std::string(value_of(child, "id")), {}});
    else if (name == "relIds")  // of a diagram; "dm" is its text
      boxes_.push_back({{}, std::string(value_of(child, "dm")), {}});
    else if (name == "textpath")  // words in letters of art
      boxes_.push_back({{}, {}, std::string(value_of(child, "string"))});
    else if (name == "AlternateContent")
      collect_boxes(chosen(child));
    else if (!name.empty())
      collect_boxes(child);
  }
}

std::set<DocxNote> notes_named_in(const pugi::xml_node& root) {
  std::set<DocxNote> notes;
  struct Walk : pugi::xml_tree_walker {
    explicit Walk(std::set<DocxNote>& into) : notes(into) {}
    bool for_each(pugi::xml_node& node) override {
      const std::string_view name = local_name(node);
      if (is_note(name) && has_attribute(node, "id")) notes.insert(note_of(node, name));
      return true;
    }
    std::set<DocxNote>& notes;
  } walk(notes);
  pugi::xml_node(root).traverse(walk);
  return notes;
}

}  // namespace pipeline
