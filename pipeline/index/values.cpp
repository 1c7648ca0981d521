#include "pipeline/index/values.h"

#include <xapian.h>

#include <charconv>

#include "pipeline/index/fields.h"

namespace pipeline {

std::string value_of(Xapian::ValueIterator& values, unsigned passage) {
  if (values == Xapian::ValueIterator()) return {};
  values.skip_to(passage);
  if (values == Xapian::ValueIterator() || values.get_docid() != passage) return {};
  return *values;
}

std::string passage_value(PassageId id) {
  std::string value(8, '\0');
  auto rest = static_cast<std::uint64_t>(id);
  for (auto byte = value.rbegin(); byte != value.rend(); ++byte, rest >>= 8)
    *byte = static_cast<char>(rest & 0xFF);
  return value;
}

PassageId passage_in_value(std::string_view value) {
  std::uint64_t id = 0;
  for (const char byte : value) id = id << 8 | static_cast<unsigned char>(byte);
  return PassageId{id};
}

std::string document_key(DocumentId document) {
  return std::string(metadata::document) + std::to_string(static_cast<std::uint32_t>(document));
}

std::optional<DocumentId> document_in_key(std::string_view key) {
  if (!key.starts_with(metadata::document)) return std::nullopt;
  std::uint32_t number = 0;
  const char* const end = key.data() + key.size();
  const auto [stopped, error] =
      std::from_chars(key.data() + metadata::document.size(), end, number);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return DocumentId{number};
}

}  // namespace pipeline
