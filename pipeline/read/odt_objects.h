// The words in charts and formulas that an OpenDocument text holds: the titles of a chart and what
// its axes name, but not its numbers; a formula as it is written out.
#pragma once

#include "pipeline/read/paragraphs.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

void add_chart(const pugi::xml_node& chart, Paragraphs& text);
void add_formula(const pugi::xml_node& math, Paragraphs& text);

}  // namespace pipeline
