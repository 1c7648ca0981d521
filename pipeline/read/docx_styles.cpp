#include "pipeline/read/docx_styles.h"

#include <charconv>
#include <pugixml.hpp>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

constexpr int longest_row = 100;  // of styles that build on each other; a file may make a ring

std::optional<std::size_t> number_of(const pugi::xml_node& node) {
  if (!node) return std::nullopt;
  const std::string_view value = value_of(node, "val");
  std::size_t number = 0;
  const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
  return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<std::string> text_of(const pugi::xml_node& node) {
  return node ? std::optional(std::string(value_of(node, "val"))) : std::nullopt;
}

}  // namespace

bool is_switched_on(const pugi::xml_node& toggle) {
  if (!toggle) return false;
  const std::string_view value = value_of(toggle, "val");
  return value != "0" && value != "false" && value != "off";
}

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(value_of(node, "styleId"));
    Style& style = styles_[id];
    style.base = value_of(child_of(node, "basedOn"), "val");
    if (const auto vanish = child_of(child_of(node, "rPr"), "vanish"))
      style.is_hidden = is_switched_on(vanish);
    if (const auto bold = child_of(child_of(node, "rPr"), "b"))
      style.is_bold = is_switched_on(bold);
    const auto place = child_of(child_of(node, "pPr"), "numPr");
    style.list = text_of(child_of(place, "numId"));
    style.level = number_of(child_of(place, "ilvl"));
    const std::string_view is_default = value_of(node, "default");
    if (value_of(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_ = id;
  }
}

const DocxStyles::Style* DocxStyles::find(std::string_view id) const {
  const auto it = styles_.find(id);
  return it == styles_.end() ? nullptr : &it->second;
}

template <typename Says>
auto DocxStyles::first(std::string_view style, Says says) const {
  const Style* at = find(style);
  for (int row = 0; at != nullptr && row < longest_row; ++row, at = find(at->base))
    if (auto said = says(*at)) return said;
  return decltype(says(*at)){};
}

bool DocxStyles::hides(std::string_view style) const {
  return first(style, [](const Style& at) { return at.is_hidden; }).value_or(false);
}

bool DocxStyles::is_bold(std::string_view style) const {
  return first(style, [](const Style& at) { return at.is_bold; }).value_or(false);
}

std::string DocxStyles::list_of_style(std::string_view style) const {
  return first(style, [](const Style& at) { return at.list; }).value_or(std::string());
}

std::optional<DocxListPlace> DocxStyles::list_of(const pugi::xml_node& properties) const {
  const auto own = child_of(properties, "numPr");
  const auto named = child_of(properties, "pStyle");
  const std::string_view style = named ? value_of(named, "val") : std::string_view(default_);
  auto list = text_of(child_of(own, "numId"));
  auto level = number_of(child_of(own, "ilvl"));
  if (!list) {
    list = first(style, [](const Style& at) { return at.list; });
    if (!level) level = first(style, [](const Style& at) { return at.level; });
  }
  if (!list || list->empty() || *list == "0") return std::nullopt;
  return DocxListPlace{*list, level.value_or(0)};
}

}  // namespace pipeline
