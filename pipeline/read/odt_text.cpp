#include "pipeline/read/odt_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>
#include <utility>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

constexpr std::size_t most_spaces = 1000;  // that one <text:s/> may stand for

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_skipped(std::string_view name) {
  constexpr std::array<std::string_view, 16> skipped{"tracked-changes", "note-citation",
                                                     "ruby-text",       "covered-table-cell",
                                                     "forms",           "scripts",
                                                     "script",          "automatic-styles",
                                                     "title",           "desc",
                                                     "number",          "event-listeners",
                                                     "image-map",       "font-face-decls",
                                                     "styles",          "master-styles"};
  return is_one_of(name, skipped) || name.ends_with("-decls") || name.ends_with("-source");
}

bool is_box(std::string_view name) {
  constexpr std::array<std::string_view, 12> boxes{
      "frame",  "custom-shape", "rect",    "g",    "ellipse",  "caption",
      "circle", "text-box",     "polygon", "line", "polyline", "connector"};
  return is_one_of(name, boxes);
}

std::string spaces(const pugi::xml_node& element) {
  const std::string_view count = value_of(element, "c");
  std::size_t spaces = 1;
  std::from_chars(count.data(), count.data() + count.size(), spaces);
  return std::string(std::min(spaces, most_spaces), ' ');
}

// A field that says whether its paragraph is shown, anywhere in the paragraph.
bool has_hiding_field(const pugi::xml_node& paragraph) {
  return static_cast<bool>(paragraph.find_node([](const pugi::xml_node& node) {
    return local_name(node) == "hidden-paragraph" && value_of(node, "is-hidden") == "true";
  }));
}

}  // namespace

OdtText::OdtText(const OdtStyles& styles, Changes changes, Insert insert)
    : styles_(styles), changes_(changes), insert_(std::move(insert)), numbering_(styles) {}

OdtText::~OdtText() = default;

bool OdtText::is_hidden(const pugi::xml_node& element, std::string_view name) const {
  if (name == "hidden-text") return value_of(element, "is-hidden") != "false";
  if (name == "section")
    return value_of(element, "display") == "none" || (value_of(element, "display") == "condition" &&
                                                      value_of(element, "is-hidden") == "true");
  if (name == "table-row")
    return !value_of(element, "visibility").empty() && value_of(element, "visibility") != "visible";
  if ((name == "p" || name == "h") && has_hiding_field(element)) return true;
  return (name == "p" || name == "h" || name == "span") &&
         styles_.hides(value_of(element, "style-name"));
}

void OdtText::add(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view name = local_name(child);
    if (!name.empty())
      add_element(child, name);
    else if (in_paragraph_)
      say(child.value(), false);
  }
}

void OdtText::add_block(const pugi::xml_node& block) {
  add_element(block, local_name(block));
}

void OdtText::say(std::string_view words, bool as_they_stand) {
  if (words.empty() || is_undone()) return;
  if (!label_.empty() && words.find_first_not_of(" \t\r\n") != std::string_view::npos)
    text_.add(std::exchange(label_, {}) + ' ');
  text_.set_bold(is_bold_);
  if (as_they_stand)
    text_.add(words);
  else
    text_.add_folded(words);
}

void OdtText::add_element(const pugi::xml_node& element, std::string_view name) {
  if (name == "tracked-changes") return keep_deletions(element);
  if (is_skipped(name) || is_hidden(element, name)) return;
  if (add_mark(element, name) || add_list_part(element, name) || add_table_part(element, name))
    return;
  if (name == "p" || name == "h")
    add_paragraph(element);
  else if (is_box(name) && in_paragraph_)
    boxes_.push_back(element);
  else if (name == "object")
    insert_(element, text_);
  else if (name == "span")
    add_in_letters_of(element);
  else
    add(element);
}

void OdtText::add_in_letters_of(const pugi::xml_node& element) {
  const bool was_bold = is_bold_;
  is_bold_ = styles_.is_bold(value_of(element, "style-name")).value_or(is_bold_);
  add(element);
  is_bold_ = was_bold;
}

// What stands within a paragraph, or between paragraphs, without text of its own.
bool OdtText::add_mark(const pugi::xml_node& element, std::string_view name) {
  if (name == "s") {
    say(spaces(element), true);
  } else if (name == "tab") {
    say("\t", true);
  } else if (name == "line-break") {
    text_.end_line();
  } else if (name == "soft-page-break") {
    text_.end_page();
  } else if (name == "note") {
    if (is_undone()) return true;
    notes_.push_back(element);
    say(note_mark(notes_.size()), true);
  } else if (name == "annotation") {
    comments_.push_back(element);
  } else if (name == "change" || name == "change-start" || name == "change-end") {
    follow_change(element, name);
  } else {
    return false;
  }
  return true;
}

bool OdtText::add_list_part(const pugi::xml_node& element, std::string_view name) {
  if (name == "list") {
    numbering_.open_list(element);
    add(element);
    numbering_.close_list();
  } else if (name == "list-item" || name == "list-header") {
    numbering_.open_item(element);
    add(element);
  } else {
    return false;
  }
  return true;
}

bool OdtText::add_table_part(const pugi::xml_node& element, std::string_view name) {
  if (name == "table-row") {
    text_.begin_row();
    add(element);
    text_.end_row();
  } else if (name == "table-cell") {
    add(element);
    text_.end_cell();
  } else {
    return false;
  }
  return true;
}

void OdtText::end_paragraph() {
  if (!is_undone()) text_.end_paragraph();
}

void OdtText::add_paragraph(const pugi::xml_node& paragraph) {
  const bool was_in_paragraph = std::exchange(in_paragraph_, true);
  auto outer_boxes = std::exchange(boxes_, {});
  auto outer_label = std::exchange(label_, numbering_.next(paragraph));
  end_paragraph();
  add_in_letters_of(paragraph);
  end_paragraph();
  label_ = std::move(outer_label);
  in_paragraph_ = false;
  for (const pugi::xml_node& box : std::exchange(boxes_, std::move(outer_boxes))) {
    add(box);
    end_paragraph();
  }
  in_paragraph_ = was_in_paragraph;
}

void OdtText::keep_deletions(const pugi::xml_node& changes) {
  if (changes_ == Changes::accepted) return;
  for (const pugi::xml_node& region : changes.children()) {
    const std::string id(value_of(region, "id"));
    if (const auto deleted = child_of(region, "deletion")) deletions_[id] = deleted;
    // Known without content: what was inserted is what stands between two marks.
    if (child_of(region, "insertion")) deletions_[id] = {};
  }
}

void OdtText::follow_change(const pugi::xml_node& change, std::string_view name) {
  const std::string_view id = value_of(change, "change-id");
  const auto it = deletions_.find(id);
  if (it == deletions_.end()) return;
  if (name == "change-start" && !it->second && !is_undone()) undone_ = id;
  if (name == "change-end" && undone_ == id) undone_.clear();
  if (name != "change" || is_undone()) return;
  const pugi::xml_node deleted = it->second;
  deletions_.erase(it);  // it comes back once, also where it holds a mark of itself
  // The first paragraph that was deleted went on from here, and the text goes on from the last.
  bool is_first = true;
  for (const pugi::xml_node& block : deleted.children()) {
    const std::string_view kind = local_name(block);
    if (kind.empty() || kind == "change-info") continue;
    if (!std::exchange(is_first, false)) text_.end_paragraph();
    if (in_paragraph_ && (kind == "p" || kind == "h"))
      add(block);
    else
      add_element(block, kind);
  }
}

}  // namespace pipeline
