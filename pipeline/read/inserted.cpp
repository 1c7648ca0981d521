#include "pipeline/read/inserted.h"

#include "pipeline/read/ascii.h"
#include "pipeline/read/parts.h"
#include "pipeline/read/readers.h"

namespace pipeline {
namespace {

Result<Document> read_any(const std::string& bytes, const std::string& part,
                          const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options) {
  if (bytes.starts_with("PK")) return read_docx(bytes, name, limits, options);
  if (bytes.starts_with("{\\rtf")) return read_rtf(bytes, name, limits, options);
  if (part.ends_with(".txt")) return read_plain_text(bytes, name, limits);
  const std::string page = page_of_mhtml(bytes);
  return read_html(page.empty() ? std::string_view(bytes) : page, name, limits);
}

}  // namespace

Inserted inserted_document(const std::string* bytes, const std::string& part,
                           const std::string& name, const ReadLimits& limits,
                           const ReadOptions& options) {
  Inserted inserted;
  ReadLimits within = limits;
  if (bytes == nullptr || within.documents_within == 0) {
    inserted.warnings.emplace_back(
        said("een ingevoegd document staat niet in de tekst; open het bestand in Word en sla het "
             "opnieuw op"));
    return inserted;
  }
  --within.documents_within;
  const auto document = read_any(*bytes, part, name, within, options);
  if (!document) {
    inserted.warnings.push_back(said("ingevoegd document: {}", document.error().message));
    return inserted;
  }
  inserted.text = source_without(*document, {PartKind::comment});
  inserted.warnings = document->warnings;
  return inserted;
}

}  // namespace pipeline
