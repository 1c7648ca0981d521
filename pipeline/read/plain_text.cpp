#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"

namespace pipeline {

Result<Document> read_plain_text(std::string_view bytes, const std::string& name,
                                 const ReadLimits& /*limits*/) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  Document document;
  document.source = std::move(decoded->text);
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  return document;
}

}  // namespace pipeline
