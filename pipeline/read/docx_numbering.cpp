#include "pipeline/read/docx_numbering.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <utility>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

NumberForm form_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, NumberForm>, 8> forms{{
      {"none", NumberForm::none},
      {"decimalZero", NumberForm::padded},
      {"ordinal", NumberForm::ordinal},
      {"lowerRoman", NumberForm::lower_roman},
      {"upperRoman", NumberForm::upper_roman},
      {"lowerLetter", NumberForm::lower_letter},
      {"upperLetter", NumberForm::upper_letter},
      {"bullet", NumberForm::none},
  }};
  const auto* const it =
      std::find_if(forms.begin(), forms.end(), [&](const auto& row) { return row.first == name; });
  return it == forms.end() ? NumberForm::decimal : it->second;
}

std::uint32_t number_or(const pugi::xml_node& node, std::string_view attribute,
                        std::uint32_t otherwise) {
  const std::string_view value = value_of(node, attribute);
  std::from_chars(value.data(), value.data() + value.size(), otherwise);
  return otherwise;
}

}  // namespace

DocxNumbering::Level DocxNumbering::level_of(const pugi::xml_node& node) {
  Level level;
  // A form of a later Word stands within alternatives, with an older one to fall back on.
  auto form = child_of(node, "numFmt");
  if (!form) form = child_of(child_of(child_of(node, "AlternateContent"), "Fallback"), "numFmt");
  level.form = form_of(value_of(form, "val"));
  level.is_bullet = value_of(form, "val") == "bullet";
  level.text = value_of(child_of(node, "lvlText"), "val");
  level.start = number_or(child_of(node, "start"), "val", 0);
  level.is_all_digits = is_switched_on(child_of(node, "isLgl"));
  return level;
}

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering, const DocxStyles& styles) {
  std::map<std::string, Levels> drawn;
  std::map<std::string, std::string> by_style;  // drawn as the list of this style
  for (const pugi::xml_node& node : numbering.children()) {
    if (local_name(node) != "abstractNum") continue;
    const std::string id(value_of(node, "abstractNumId"));
    Levels& all = drawn[id];
    for (const pugi::xml_node& child : node.children()) {
      if (local_name(child) == "numStyleLink") by_style[id] = value_of(child, "val");
      const std::uint32_t level = number_or(child, "ilvl", 0);
      if (local_name(child) == "lvl" && level < levels) all[level] = level_of(child);
    }
  }
  for (const pugi::xml_node& node : numbering.children())
    if (local_name(node) == "num") add_list(node, drawn);
  for (auto& [id, list] : lists_) {
    const auto style = by_style.find(list.counts);
    if (style == by_style.end()) continue;
    const auto other = lists_.find(styles.list_of_style(style->second));
    if (other != lists_.end()) list.levels = other->second.levels;
  }
}

void DocxNumbering::add_list(const pugi::xml_node& node,
                             const std::map<std::string, Levels>& drawn) {
  List list;
  list.counts = value_of(child_of(node, "abstractNumId"), "val");
  if (const auto it = drawn.find(list.counts); it != drawn.end()) list.levels = it->second;
  for (const pugi::xml_node& change : node.children()) {
    const std::uint32_t level = number_or(change, "ilvl", 0);
    if (local_name(change) != "lvlOverride" || level >= levels) continue;
    if (const auto own = child_of(change, "lvl")) list.levels[level] = level_of(own);
    if (const auto start = child_of(change, "startOverride"))
      list.restarts[level] = number_or(start, "val", 1);
  }
  lists_.insert_or_assign(std::string(value_of(node, "numId")), std::move(list));
}

std::string DocxNumbering::next(const DocxListPlace& place) {
  const auto it = lists_.find(place.list);
  if (it == lists_.end() || place.level >= levels) return {};
  List& list = it->second;
  LevelCounts& counts = counts_[list.counts];
  if (const auto restart = list.restarts.find(place.level); restart != list.restarts.end()) {
    counts.restart(place.level, restart->second);
    list.restarts.erase(restart);
  }
  LevelCounts::Starts starts{};
  for (std::size_t level = 0; level < levels; ++level) starts[level] = list.levels[level].start;
  counts.count(place.level, starts);
  return label(list, place.level);
}

std::string DocxNumbering::label(const List& list, std::size_t level) const {
  const Level& own = list.levels[level];
  if (own.is_bullet) return {};
  const LevelCounts& counts = counts_.find(list.counts)->second;
  std::string label;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const bool is_number = own.text[at] == '%' && at + 1 < own.text.size() &&
                           own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
    if (!is_number) {
      label += own.text[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(own.text[++at] - '1');
    const NumberForm form = list.levels[which].form;
    label += number_in(own.is_all_digits && form != NumberForm::none ? NumberForm::decimal : form,
                       counts.at(which));
  }
  return says_something(label) ? label : std::string();
}

}  // namespace pipeline
