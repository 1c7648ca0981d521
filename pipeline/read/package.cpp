#include "pipeline/read/package.h"

#include <algorithm>
#include <array>

#include "pipeline/read/ascii.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/zip.h"

namespace pipeline {
namespace {

bool may_hold_text(std::string_view part) {
  constexpr std::array<std::string_view, 11> endings{".xml",   ".rels", ".html", ".htm",
                                                     ".xhtml", ".txt",  ".opf",  ".docx",
                                                     ".rtf",   ".mht",  ".mhtml"};
  const std::string ending = lower_ascii(part.substr(std::min(part.rfind('.'), part.size())));
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

tl::unexpected<Error> why_not(ZipProblem problem, const std::string& name,
                              const ReadLimits& limits) {
  if (problem == ZipProblem::encrypted) return failure(encrypted_file(), name);
  if (problem != ZipProblem::broken) return failure(unpacked_too_large(limits), name);
  return failure(said("het bestand is beschadigd en niet uit te pakken; open het in een "
                      "tekstverwerker en sla het opnieuw op"),
                 name);
}

}  // namespace

Result<Package> Package::unpack(std::string_view bytes, const std::string& name,
                                const ReadLimits& limits) {
  ZipReader zip = ZipReader::of_bytes(bytes, limits);
  Package package;
  while (zip.next()) {
    if (zip.is_encrypted()) return why_not(ZipProblem::encrypted, name, limits);
    if (!may_hold_text(zip.path())) continue;
    std::string part;
    if (const ZipProblem problem = zip.take(part); problem != ZipProblem::none)
      return why_not(problem, name, limits);
    package.parts_.insert_or_assign(zip.path(), std::move(part));
  }
  if (zip.problem() != ZipProblem::none) return why_not(zip.problem(), name, limits);
  return package;
}

const std::string* Package::part(std::string_view name) const {
  if (name.starts_with('/')) name.remove_prefix(1);
  const auto it = parts_.find(name);
  return it == parts_.end() ? nullptr : &it->second;
}

bool is_encrypted_opendocument(const Package& package) {
  const std::string* const manifest = package.part("META-INF/manifest.xml");
  return manifest != nullptr && manifest->find("encryption-data") != std::string::npos;
}

}  // namespace pipeline
