// XML parts of packed documents, by pugixml: no external entities, no DTD, a limit to nesting.
// Names are taken without their prefix, which each program chooses for itself ("w:p", "ns0:p" ->
// "p").
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace pipeline {

using XmlDocument = std::shared_ptr<pugi::xml_document>;

// `part` names the part in errors. White space between elements is kept.
Result<XmlDocument> parse_xml(const std::string& bytes, std::string_view part,
                              const std::string& name, const ReadLimits& limits);

std::string_view local_name(std::string_view qualified);
std::string_view local_name(const pugi::xml_node& node);
// The value of an attribute by its local name; empty where there is none.
std::string_view value_of(const pugi::xml_node& node, std::string_view attribute);
bool has_attribute(const pugi::xml_node& node, std::string_view attribute);
// The first child element with this local name; a null node where there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);

}  // namespace pipeline
