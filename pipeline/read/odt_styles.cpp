#include "pipeline/read/odt_styles.h"

#include <charconv>
#include <pugixml.hpp>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

std::uint32_t number_or(const pugi::xml_node& node, std::string_view attribute,
                        std::uint32_t otherwise) {
  const std::string_view value = value_of(node, attribute);
  std::from_chars(value.data(), value.data() + value.size(), otherwise);
  return otherwise;
}

NumberForm form_of(std::string_view letter) {
  if (letter == "1") return NumberForm::decimal;
  if (letter == "01") return NumberForm::padded;
  if (letter == "i") return NumberForm::lower_roman;
  if (letter == "I") return NumberForm::upper_roman;
  if (letter == "a") return NumberForm::lower_letter;
  if (letter == "A") return NumberForm::upper_letter;
  if (letter.starts_with("1")) return NumberForm::ordinal;  // "1st"
  return letter.empty() ? NumberForm::none : NumberForm::decimal;
}

// Bullets and pictures leave their level as it is: without a label.
OdtLevels levels_of(const pugi::xml_node& style) {
  OdtLevels levels;
  for (const pugi::xml_node& node : style.children()) {
    const std::string_view name = local_name(node);
    const std::uint32_t place = number_or(node, "level", 0);
    const bool is_number = name == "list-level-style-number" || name == "outline-level-style";
    if (!is_number || place == 0 || place > levels.size()) continue;
    OdtLevel& level = levels[place - 1];
    level.form = form_of(value_of(node, "num-format"));
    level.before = value_of(node, "num-prefix");
    level.behind = value_of(node, "num-suffix");
    level.own_form = value_of(node, "num-list-format");
    level.shown = number_or(node, "display-levels", 1);
    level.start = number_or(node, "start-value", 1);
  }
  return levels;
}

}  // namespace

void OdtStyles::add(const pugi::xml_node& root) {
  for (const pugi::xml_node& group : root.children()) {
    const std::string_view name = local_name(group);
    if (name != "styles" && name != "automatic-styles") continue;
    for (const pugi::xml_node& style : group.children()) add_style(style);
  }
}

void OdtStyles::add_style(const pugi::xml_node& style) {
  const std::string_view kind = local_name(style);
  if (kind == "list-style")
    lists_[std::string(value_of(style, "name"))] = levels_of(style);
  else if (kind == "outline-style")
    outline_ = levels_of(style);
  if (kind != "style") return;
  const auto properties = child_of(style, "text-properties");
  const bool says = has_attribute(properties, "display");
  const bool hides = says ? value_of(properties, "display") == "none"
                          : hidden_.contains(value_of(style, "parent-style-name"));
  if (hides) hidden_.emplace(value_of(style, "name"));
  const std::string_view weight = value_of(properties, "font-weight");
  const auto inherited = is_bold(value_of(style, "parent-style-name"));
  if (!weight.empty() || inherited)
    bold_[std::string(value_of(style, "name"))] =
        weight.empty() ? *inherited : weight == "bold" || weight > "500";
}

std::optional<bool> OdtStyles::is_bold(std::string_view style) const {
  const auto it = bold_.find(style);
  return it == bold_.end() ? std::nullopt : std::optional(it->second);
}

const OdtLevels* OdtStyles::list(std::string_view style) const {
  const auto it = lists_.find(style);
  return it == lists_.end() ? nullptr : &it->second;
}

}  // namespace pipeline
