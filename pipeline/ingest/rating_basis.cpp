#include "pipeline/ingest/rating_basis.h"

#include <algorithm>
#include <vector>

#include "pipeline/ingest/hash.h"

namespace pipeline {

std::string rating_basis(const Store& store, std::span<const CodingId> codings) {
  std::vector<std::string> lines;
  for (const CodingId id : codings)
    if (const auto it = store.coding(id))
      lines.push_back(it->passage.path + '\x1f' + it->text + '\x1f' +
                      std::string(to_string(it->coding.valence)) + '\x1f' +
                      std::string(to_string(it->coding.modality)));
  std::ranges::sort(lines);
  std::string all;
  for (const std::string& line : lines) all += line + '\x1e';
  return hash_of(all).substr(0, 16);
}

}  // namespace pipeline
