#include "pipeline/read/relations.h"

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>

#include "pipeline/read/xml.h"

namespace pipeline {

namespace fs = std::filesystem;

Result<Relations> relations_of(const Package& package, const std::string& part,
                               const std::string& name, const ReadLimits& limits) {
  const fs::path path(part);
  const std::string file =
      (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
  Relations relations;
  const std::string* const bytes = package.part(file);
  if (bytes == nullptr) return relations;
  const auto xml = parse_xml(*bytes, file, name, limits);
  if (!xml) return tl::unexpected(xml.error());
  for (const pugi::xml_node& node : (*xml)->document_element().children()) {
    const std::string_view type = value_of(node, "Type");
    const std::string target(value_of(node, "Target"));
    Relation relation{std::string(value_of(node, "Id")),
                      std::string(type.substr(std::min(type.rfind('/') + 1, type.size()))), target,
                      value_of(node, "TargetMode") == "External"};
    if (!relation.is_outside)
      relation.target =
          (target.starts_with('/') ? fs::path(target.substr(1)) : path.parent_path() / target)
              .lexically_normal()
              .string();
    relations.push_back(std::move(relation));
  }
  return relations;
}

std::string target_of(const Relations& relations, std::string_view kind) {
  const auto it = std::ranges::find_if(
      relations, [&](const Relation& r) { return r.kind == kind && !r.is_outside; });
  return it == relations.end() ? std::string() : it->target;
}

const Relation* relation_of(const Relations& relations, std::string_view id) {
  const auto it = std::ranges::find(relations, id, &Relation::id);
  return it == relations.end() ? nullptr : &*it;
}

}  // namespace pipeline
