#include "pipeline/read/parts.h"

#include <string_view>

namespace pipeline {

std::string source_without(const Document& document, const std::set<PartKind>& kinds) {
  std::string text;
  std::uint32_t kept = 0;
  for (const TextPart& part : document.parts) {
    if (!kinds.contains(part.kind)) continue;
    text += std::string_view(document.source).substr(kept, part.span.begin - kept);
    while (text.ends_with('\n')) text.pop_back();
    kept = part.span.end;
  }
  std::string_view rest = std::string_view(document.source).substr(kept);
  if (text.empty()) rest.remove_prefix(std::min(rest.find_first_not_of('\n'), rest.size()));
  return kept == 0 ? document.source : text.append(rest);
}

}  // namespace pipeline
