// Ids as the index writes them: PassageId in a value slot, DocumentId in a metadata key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/model/document.h"

namespace Xapian {
class ValueIterator;
}

namespace pipeline {

// The slot's value of a passage (its number in the index); passages are asked for in rising order.
std::string value_of(Xapian::ValueIterator& values, unsigned passage);

// Eight bytes, most significant first: their order is that of the ids.
std::string passage_value(PassageId id);
PassageId passage_in_value(std::string_view value);

std::string document_key(DocumentId document);  // "document:12"
std::optional<DocumentId> document_in_key(std::string_view key);

}  // namespace pipeline
