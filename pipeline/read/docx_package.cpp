#include "pipeline/read/docx_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>

namespace pipeline {

namespace fs = std::filesystem;

Result<XmlDocument> DocxPackage::part(const std::string& part) const {
  return parse_xml(*bytes(part), part, name_, limits_);
}

Result<DocxRelations> DocxPackage::relations_of(const std::string& of) const {
  const fs::path path(of);
  const std::string file =
      (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
  DocxRelations relations;
  if (bytes(file) == nullptr) return relations;
  const auto xml = part(file);
  if (!xml) return tl::unexpected(xml.error());
  for (const pugi::xml_node& node : (*xml)->document_element().children()) {
    const std::string_view type = value_of(node, "Type");
    const std::string target(value_of(node, "Target"));
    DocxRelation relation{std::string(value_of(node, "Id")),
                          std::string(type.substr(std::min(type.rfind('/') + 1, type.size()))),
                          target, value_of(node, "TargetMode") == "External"};
    if (!relation.is_outside)
      relation.target =
          (target.starts_with('/') ? fs::path(target.substr(1)) : path.parent_path() / target)
              .lexically_normal()
              .string();
    relations.push_back(std::move(relation));
  }
  return relations;
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

std::string target_of(const DocxRelations& relations, std::string_view kind) {
  const auto it = std::find_if(relations.begin(), relations.end(), [&](const DocxRelation& r) {
    return r.kind == kind && !r.is_outside;
  });
  return it == relations.end() ? std::string() : it->target;
}

const DocxRelation* relation_of(const DocxRelations& relations, std::string_view id) {
  const auto it = std::find_if(relations.begin(), relations.end(),
                               [&](const DocxRelation& r) { return r.id == id; });
  return it == relations.end() ? nullptr : &*it;
}

}  // namespace pipeline
