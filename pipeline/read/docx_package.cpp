#include "pipeline/read/docx_package.h"

#include <fmt/format.h>

#include <pugixml.hpp>

namespace pipeline {

Result<XmlDocument> DocxPackage::part(const std::string& part) const {
  return parse_xml(*bytes(part), part, name_, limits_);
}

Result<Relations> DocxPackage::relations_of(const std::string& of) const {
  return pipeline::relations_of(package_, of, name_, limits_);
}

tl::unexpected<Error> DocxPackage::no_word_document() const {
  std::string_view what = "een ander soort ZIP-bestand";
  if (bytes("xl/workbook.xml") != nullptr) what = "een rekenblad (Excel)";
  if (bytes("ppt/presentation.xml") != nullptr) what = "een presentatie (PowerPoint)";
  if (bytes("content.xml") != nullptr) what = "een OpenDocument-bestand (.odt)";
  return failure(
      fmt::format("dit is geen Word-document maar {}; geef het de juiste uitgang of sla het op "
                  "als .docx",
                  what),
      name_);
}

}  // namespace pipeline
