#include "pipeline/read/xml.h"

#include <algorithm>
#include <pugixml.hpp>

#include "pipeline/read/decode.h"
#include "pipeline/read/refusals.h"

namespace pipeline {
namespace {

// How deep the tree is; walked without the stack that deep trees would run out of.
bool nests_deeper_than(const pugi::xml_document& document, std::uint32_t most) {
  std::uint32_t depth = 0;
  pugi::xml_node node = document;
  while (node) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > most) return true;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node) node = node.next_sibling();
  }
  return false;
}

}  // namespace

Result<XmlDocument> parse_xml(const std::string& bytes, std::string_view part,
                              const std::string& name, const ReadLimits& limits) {
  auto document = std::make_shared<pugi::xml_document>();
  const unsigned options =
      pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_cdata | pugi::parse_eol;
  // Parts say their code themselves; bytes that are no UTF-8 are only possible where they lie.
  const auto parsed = document->load_buffer(bytes.data(), bytes.size(), options);
  if (!parsed)
    return failure(part.empty()
                       ? said("het deel met de tekst in het bestand is beschadigd; open het "
                              "in een tekstverwerker en sla het opnieuw op")
                       : said("het deel {} in het bestand is beschadigd; open het in een "
                              "tekstverwerker en sla het opnieuw op",
                              part),
                   name);
  if (nests_deeper_than(*document, limits.nesting)) return failure(nested_too_deep(limits), name);
  return document;
}

std::string_view local_name(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view local_name(const pugi::xml_node& node) {
  return local_name(std::string_view(node.name()));
}

std::string_view value_of(const pugi::xml_node& node, std::string_view attribute) {
  for (const pugi::xml_attribute& candidate : node.attributes())
    if (local_name(std::string_view(candidate.name())) == attribute) return candidate.value();
  return {};
}

bool has_attribute(const pugi::xml_node& node, std::string_view attribute) {
  const auto all = node.attributes();
  return std::any_of(all.begin(), all.end(), [&](const pugi::xml_attribute& candidate) {
    return local_name(std::string_view(candidate.name())) == attribute;
  });
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children())
    if (local_name(child) == name) return child;
  return {};
}

}  // namespace pipeline
