// A passage as Xapian takes it: the terms of its stream with their counts, the terms that hold for
// all of it, and its values (fields.h).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/index/stream.h"

namespace Xapian {
class Document;
}

namespace pipeline {

struct PassageValues {
  std::string id, date, stream;  // as the slots hold them
};

// `terms` is emptied and filled; it is kept by the caller for its memory.
Xapian::Document passage_document(const PassageValues& values, std::span<const std::string> whole,
                                  std::vector<StreamTerm>& terms);

}  // namespace pipeline
