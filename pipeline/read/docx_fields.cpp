#include "pipeline/read/docx_fields.h"

#include <charconv>
#include <pugixml.hpp>

#include "pipeline/read/docx_styles.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

std::string ticked_or_not(const pugi::xml_node& box) {
  auto tick = child_of(box, "checked");
  if (!tick) tick = child_of(box, "default");
  return is_switched_on(tick) ? "☒" : "☐";
}

std::string choice_of(const pugi::xml_node& list) {
  auto which = child_of(list, "result");
  if (!which) which = child_of(list, "default");
  const std::string_view digits = value_of(which, "val");
  std::size_t place = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), place);
  for (const pugi::xml_node& entry : list.children())
    if (local_name(entry) == "listEntry" && place-- == 0)
      return std::string(value_of(entry, "val"));
  return {};
}

}  // namespace

std::string answer_of_form_field(const pugi::xml_node& form_field) {
  if (const auto box = child_of(form_field, "checkBox")) return ticked_or_not(box);
  if (const auto list = child_of(form_field, "ddList")) return choice_of(list);
  return {};
}

}  // namespace pipeline
