#include "pipeline/read/docx_package.h"

#include <pugixml.hpp>

namespace pipeline {

Result<XmlDocument> DocxPackage::part(const std::string& part) const {
  return parse_xml(*bytes(part), part, name_, limits_);
}

Result<Relations> DocxPackage::relations_of(const std::string& of) const {
  return pipeline::relations_of(package_, of, name_, limits_);
}

tl::unexpected<Error> DocxPackage::no_word_document() const {
  Said what = said("een ander soort ZIP-bestand");
  if (bytes("xl/workbook.xml") != nullptr) what = said("een rekenblad (Excel)");
  if (bytes("ppt/presentation.xml") != nullptr) what = said("een presentatie (PowerPoint)");
  if (bytes("content.xml") != nullptr) what = said("een OpenDocument-bestand (.odt)");
  return failure(said("dit is geen Word-document maar {}; geef het de juiste uitgang of sla het op "
                      "als .docx",
                      what),
                 name_);
}

}  // namespace pipeline
