#include "pipeline/read/odt_numbering.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <utility>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

std::optional<std::uint32_t> number_of(const pugi::xml_node& node, std::string_view attribute) {
  const std::string_view value = value_of(node, attribute);
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
  return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
}

LevelCounts::Starts starts_of(const OdtLevels& levels) {
  LevelCounts::Starts starts{};
  for (std::size_t i = 0; i < starts.size(); ++i) starts[i] = levels[i].start;
  return starts;
}

// "%1%.%2%)" with the numbers in it.
std::string filled_in(const std::string& form, const OdtLevels& levels, const LevelCounts& counts) {
  std::string label;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const std::size_t end = form[at] == '%' ? form.find('%', at + 1) : std::string::npos;
    std::size_t level = 0;
    if (end != std::string::npos) std::from_chars(form.data() + at + 1, form.data() + end, level);
    if (level == 0 || level > levels.size()) {
      label += form[at];
      continue;
    }
    label += number_in(levels[level - 1].form, counts.at(level - 1));
    at = end;
  }
  return label;
}

}  // namespace

void OdtNumbering::open_list(const pugi::xml_node& node) {
  List list;
  list.style = value_of(node, "style-name");
  if (!open_.empty()) {
    if (list.style.empty()) list.style = open_.back().style;
    list.counts = open_.back().counts;
  } else {
    const auto other = counts_of_list_.find(value_of(node, "continue-list"));
    const auto last = counts_of_style_.find(list.style);
    if (other != counts_of_list_.end())
      list.counts = other->second;
    else if (value_of(node, "continue-numbering") == "true" && last != counts_of_style_.end())
      list.counts = last->second;
    else
      list.counts = std::to_string(++lists_);
    counts_of_style_[list.style] = list.counts;
  }
  if (const std::string_view id = value_of(node, "id"); !id.empty())
    counts_of_list_.insert_or_assign(std::string(id), list.counts);
  open_.push_back(std::move(list));
}

void OdtNumbering::close_list() {
  if (!open_.empty()) open_.pop_back();
}

void OdtNumbering::open_item(const pugi::xml_node& item) {
  if (open_.empty()) return;
  open_.back().is_due = local_name(item) == "list-item";
  open_.back().start = number_of(item, "start-value");
}

std::string OdtNumbering::next(const pugi::xml_node& paragraph) {
  if (open_.empty()) return local_name(paragraph) == "h" ? next_heading(paragraph) : std::string();
  List& list = open_.back();
  const std::size_t level = open_.size() - 1;
  const OdtLevels* const levels = styles_.list(list.style);
  if (!std::exchange(list.is_due, false) || levels == nullptr || level >= levels->size()) return {};
  LevelCounts& counts = counts_[list.counts];
  if (const auto start = std::exchange(list.start, std::nullopt)) counts.restart(level, *start);
  counts.count(level, starts_of(*levels));
  return label(*levels, level, counts);
}

std::string OdtNumbering::next_heading(const pugi::xml_node& heading) {
  const OdtLevels& levels = styles_.outline();
  const std::size_t level = number_of(heading, "outline-level").value_or(1) - 1;
  if (level >= levels.size() || value_of(heading, "is-list-header") == "true") return {};
  if (value_of(heading, "restart-numbering") == "true")
    headings_.restart(level, number_of(heading, "start-value").value_or(levels[level].start));
  headings_.count(level, starts_of(levels));
  return label(levels, level, headings_);
}

std::string OdtNumbering::label(const OdtLevels& levels, std::size_t level,
                                const LevelCounts& counts) {
  const OdtLevel& own = levels[level];
  if (own.form == NumberForm::none) return {};
  if (!own.own_form.empty()) return filled_in(own.own_form, levels, counts);
  const std::size_t shown = std::clamp<std::size_t>(own.shown, 1, level + 1);
  std::string numbers;
  for (std::size_t at = level + 1 - shown; at <= level; ++at) {
    const std::string number = number_in(levels[at].form, counts.at(at));
    if (!numbers.empty() && !number.empty()) numbers += '.';
    numbers += number;
  }
  return own.before + numbers + own.behind;
}

}  // namespace pipeline
