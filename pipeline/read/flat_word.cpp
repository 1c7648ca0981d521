#include <pugixml.hpp>
#include <sstream>

#include "pipeline/read/readers.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

constexpr std::string_view flat_package = "http://schemas.microsoft.com/office/2006/xmlPackage";
constexpr std::size_t looked_at = 2000;

// A part of a flat package as its bytes: the element within <pkg:xmlData>. Pictures are not XML.
std::string bytes_of(const pugi::xml_node& part) {
  std::ostringstream bytes;
  for (const pugi::xml_node& child : child_of(part, "xmlData").children())
    child.print(bytes, "", pugi::format_raw | pugi::format_no_declaration);
  return bytes.str();
}

}  // namespace

Result<Document> read_xml(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options) {
  if (bytes.substr(0, looked_at).find(flat_package) == std::string_view::npos)
    return read_speech_xml(bytes, name, limits);
  const auto whole = parse_xml(std::string(bytes), "", name, limits);
  if (!whole) return tl::unexpected(whole.error());
  std::map<std::string, std::string, std::less<>> parts;
  for (const pugi::xml_node& part : (*whole)->document_element().children()) {
    std::string_view path = value_of(part, "name");
    if (path.starts_with('/')) path.remove_prefix(1);
    if (!path.empty()) parts.insert_or_assign(std::string(path), bytes_of(part));
  }
  return read_docx_package(Package(std::move(parts)), name, limits, options);
}

}  // namespace pipeline
