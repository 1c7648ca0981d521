#include "pipeline/read/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "pipeline/read/ascii.h"
#include "pipeline/read/refusals.h"

namespace pipeline {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

constexpr std::uint64_t free_bytes = 1 << 20;  // before the expansion ratio counts

bool may_hold_text(std::string_view part) {
  constexpr std::array<std::string_view, 11> endings{".xml",   ".rels", ".html", ".htm",
                                                     ".xhtml", ".txt",  ".opf",  ".docx",
                                                     ".rtf",   ".mht",  ".mhtml"};
  const std::string ending = lower_ascii(part.substr(std::min(part.rfind('.'), part.size())));
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

tl::unexpected<Error> broken(const std::string& name) {
  return failure(
      "het bestand is beschadigd en niet uit te pakken; open het in een tekstverwerker en sla het "
      "opnieuw "
      "op",
      name);
}

tl::unexpected<Error> encrypted(const std::string& name) {
  return failure("het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord",
                 name);
}

// Counts what comes out of a package against what it may be.
class Budget {
 public:
  Budget(std::uint64_t packed, const ReadLimits& limits)
      : left_(std::min(limits.unpacked_bytes,
                       std::max(free_bytes, packed * limits.expansion_ratio))) {}

  bool take(std::uint64_t bytes) {
    if (bytes > left_) return false;
    left_ -= bytes;
    return true;
  }

 private:
  std::uint64_t left_;
};

enum class Outcome { done, broken, too_large };

Outcome read_part(archive* from, std::string& part, Budget& budget) {
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (true) {
    const int status = archive_read_data_block(from, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return Outcome::done;
    if (status != ARCHIVE_OK || offset != static_cast<la_int64_t>(part.size()))
      return Outcome::broken;
    if (!budget.take(size)) return Outcome::too_large;
    part.append(static_cast<const char*>(block), size);
  }
}

}  // namespace

Result<Package> Package::unpack(std::string_view bytes, const std::string& name,
                                const ReadLimits& limits) {
  const Archive from(archive_read_new(), &archive_read_free);
  archive_read_support_format_zip_seekable(from.get());
  if (archive_read_open_memory(from.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return broken(name);
  Package package;
  Budget budget(bytes.size(), limits);
  std::uint32_t entries = 0;
  archive_entry* entry = nullptr;
  int status = ARCHIVE_OK;
  while ((status = archive_read_next_header(from.get(), &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN) {
    if (++entries > limits.packed_entries) return failure(unpacked_too_large(limits), name);
    if (archive_entry_is_encrypted(entry) != 0) return encrypted(name);
    const char* const path = archive_entry_pathname_utf8(entry);
    if (path == nullptr || !may_hold_text(path)) continue;
    std::string part;
    switch (read_part(from.get(), part, budget)) {
      case Outcome::broken:
        return broken(name);
      case Outcome::too_large:
        return failure(unpacked_too_large(limits), name);
      case Outcome::done:
        package.parts_.insert_or_assign(path, std::move(part));
    }
  }
  if (status != ARCHIVE_EOF) return broken(name);
  return package;
}

const std::string* Package::part(std::string_view name) const {
  if (name.starts_with('/')) name.remove_prefix(1);
  const auto it = parts_.find(name);
  return it == parts_.end() ? nullptr : &it->second;
}

}  // namespace pipeline
