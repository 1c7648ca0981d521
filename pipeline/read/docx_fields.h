// The fields of Word's older forms, whose answer stands in the properties of the field: a box that
// is ticked, a choice out of a list.
#pragma once

#include <string>

namespace pugi {
class xml_node;
}

namespace pipeline {

// "☒", "☐", or the words that were chosen; empty for a text, which stands in the document itself.
std::string answer_of_form_field(const pugi::xml_node& form_field);

}  // namespace pipeline
