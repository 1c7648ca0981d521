#include "pipeline/read/relations.h"

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>

#include "pipeline/read/xml.h"

namespace pipeline {

namespace fs = std::filesystem;

Result<std::vector<Relation>> relations_of(const Package& package, const std::string& part,
                                           const std::string& name, const ReadLimits& limits) {
  const fs::path path(part);
  const std::string file =
      (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
  std::vector<Relation> relations;
  const std::string* const bytes = package.part(file);
  if (bytes == nullptr) return relations;
  const auto xml = parse_xml(*bytes, file, name, limits);
  if (!xml) return tl::unexpected(xml.error());
  for (const pugi::xml_node& node : (*xml)->document_element().children()) {
    const std::string_view type = value_of(node, "Type");
    const std::string target(value_of(node, "Target"));
    Relation relation{std::string(value_of(node, "Id")),
                      std::string(type.substr(std::min(type.rfind('/') + 1, type.size()))),
                      {}};
    if (value_of(node, "TargetMode") != "External")
      relation.target =
          (target.starts_with('/') ? fs::path(target.substr(1)) : path.parent_path() / target)
              .lexically_normal()
              .string();
    relations.push_back(std::move(relation));
  }
  return relations;
}

std::string target_of(const std::vector<Relation>& relations, std::string_view kind) {
  const auto it = std::find_if(relations.begin(), relations.end(),
                               [&](const Relation& r) { return r.kind == kind; });
  return it == relations.end() ? std::string() : it->target;
}

}  // namespace pipeline
