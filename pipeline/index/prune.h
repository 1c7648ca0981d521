// A copy of an index without some of its documents. Xapian could delete them if it kept a list of
// terms for every passage, but that list costs two fifths of all indexing; so what stays is written
// anew from its streams, without looking at a text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>

#include "pipeline/model/document.h"

namespace Xapian {
class Database;
}

namespace pipeline {

std::set<DocumentId> documents_in(const Xapian::Database& database);

// `target` is made. Takes about as long as indexing what stays, less reading and analysing it. Of
// `window` passages at a time the attributes are held in memory.
void copy_without(const Xapian::Database& source, const std::set<DocumentId>& documents,
                  const std::filesystem::path& target, std::uint32_t window = 50'000);

}  // namespace pipeline
