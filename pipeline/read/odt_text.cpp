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
  constexpr std::array<std::string_view, 14> skipped{
      "tracked-changes", "note-citation",  "ruby-text", "covered-table-cell",
      "hidden-text",     "forms",          "scripts",   "automatic-styles",
      "title",           "desc",           "number",    "event-listeners",
      "image-map",       "font-face-decls"};
  return is_one_of(name, skipped) || name.ends_with("-decls") || name.ends_with("-source");
}

bool is_box(std::string_view name) {
  constexpr std::array<std::string_view, 9> boxes{
      "frame", "custom-shape", "rect", "g", "ellipse", "caption", "circle", "text-box", "polygon"};
  return is_one_of(name, boxes);
}

std::string spaces(const pugi::xml_node& element) {
  const std::string_view count = value_of(element, "c");
  std::size_t spaces = 1;
  std::from_chars(count.data(), count.data() + count.size(), spaces);
  return std::string(std::min(spaces, most_spaces), ' ');
}

}  // namespace

OdtText::OdtText(const Styles& hidden_styles, Insert insert)
    : hidden_styles_(hidden_styles), insert_(std::move(insert)) {}

OdtText::~OdtText() = default;

bool OdtText::is_hidden(const pugi::xml_node& element, std::string_view name) const {
  if (name == "section") return value_of(element, "display") == "none";
  if (name == "p" || name == "h") {
    const auto field = child_of(element, "hidden-paragraph");
    if (field && value_of(field, "is-hidden") == "true") return true;
  }
  return (name == "p" || name == "h" || name == "span") &&
         hidden_styles_.contains(value_of(element, "style-name"));
}

void OdtText::add(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view name = local_name(child);
    if (!name.empty())
      add_element(child, name);
    else if (in_paragraph_)
      text_.add_folded(child.value());
  }
}

void OdtText::add_block(const pugi::xml_node& block) {
  add_element(block, local_name(block));
}

void OdtText::add_element(const pugi::xml_node& element, std::string_view name) {
  if (is_skipped(name) || is_hidden(element, name)) return;
  if (name == "p" || name == "h") {
    add_paragraph(element);
  } else if (name == "s") {
    text_.add(spaces(element));
  } else if (name == "tab") {
    text_.add("\t");
  } else if (name == "line-break") {
    text_.end_line();
  } else if (name == "note") {
    notes_.push_back(element);
  } else if (name == "annotation") {
    comments_.push_back(element);
  } else if (name == "table-row") {
    text_.begin_row();
    add(element);
    text_.end_row();
  } else if (name == "table-cell") {
    add(element);
    text_.end_cell();
  } else if (is_box(name) && in_paragraph_) {
    boxes_.push_back(element);
  } else if (name == "object") {
    insert_(value_of(element, "href"), text_);
  } else {
    add(element);
  }
}

void OdtText::add_paragraph(const pugi::xml_node& paragraph) {
  const bool was_in_paragraph = std::exchange(in_paragraph_, true);
  auto outer_boxes = std::exchange(boxes_, {});
  text_.end_paragraph();
  add(paragraph);
  text_.end_paragraph();
  in_paragraph_ = false;
  for (const pugi::xml_node& box : std::exchange(boxes_, std::move(outer_boxes))) {
    add(box);
    text_.end_paragraph();
  }
  in_paragraph_ = was_in_paragraph;
}

void add_hidden_styles(const pugi::xml_node& root, OdtText::Styles& hidden) {
  // A style stands after the one it builds on, or in a part that is read before.
  for (const pugi::xml_node& group : root.children())
    for (const pugi::xml_node& style : group.children()) {
      if (local_name(style) != "style") continue;
      const auto properties = child_of(style, "text-properties");
      const bool says = has_attribute(properties, "display");
      const bool hides = says ? value_of(properties, "display") == "none"
                              : hidden.contains(value_of(style, "parent-style-name"));
      if (hides) hidden.emplace(value_of(style, "name"));
    }
}

}  // namespace pipeline
