#include "pipeline/read/odt_objects.h"

#include <pugixml.hpp>
#include <string_view>

#include "pipeline/read/xml.h"

namespace pipeline {

void add_chart(const pugi::xml_node& chart, Paragraphs& text) {
  for (const pugi::xml_node& child : chart.children()) {
    const std::string_view name = local_name(child);
    if (name == "p") {
      text.add(child.text().get());
      text.end_paragraph();
    } else if (name == "table-row") {
      text.begin_row();
      add_chart(child, text);
      text.end_row();
    } else if (name == "table-cell") {
      if (value_of(child, "value-type") != "string") continue;
      text.add(child_of(child, "p").text().get());
      text.end_cell();
    } else if (!name.empty()) {
      add_chart(child, text);
    }
  }
}

void add_formula(const pugi::xml_node& math, Paragraphs& text) {
  for (const pugi::xml_node& child : math.children()) {
    const std::string_view name = local_name(child);
    if (name == "annotation") continue;  // the same in the language of the formula editor
    if (name == "mi" || name == "mn" || name == "mo" || name == "mtext")
      text.add(child.text().get());
    else if (!name.empty())
      add_formula(child, text);
  }
}

}  // namespace pipeline
