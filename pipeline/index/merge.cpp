#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "pipeline/index/fields.h"
#include "pipeline/index/generation.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/index.h"
#include "pipeline/index/prune.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) throw fs::filesystem_error("fsync", path, {error, std::generic_category()});
}

void sync_folder(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) sync(entry.path());
  sync(folder);
}

// The present index as merge input: itself, a pruned copy, or none.
fs::path kept_part(const fs::path& index, std::span<const fs::path> shards,
                   std::span<const DocumentId> removed) {
  const auto present = newest_generation(index);
  if (!present) return {};
  const Xapian::Database database(present->string());
  if (database.get_metadata(std::string(metadata::format)) != index_format) return {};
  std::set<DocumentId> leave(removed.begin(), removed.end());
  for (const fs::path& shard : shards) leave.merge(documents_in(Xapian::Database(shard.string())));
  const std::set<DocumentId> held = documents_in(database);
  std::erase_if(leave, [&held](DocumentId document) { return !held.contains(document); });
  if (leave.empty()) return *present;
  if (leave.size() == held.size()) return {};
  const fs::path pruned = index / "pruned.tmp";
  copy_without(database, leave, pruned);
  return pruned;
}

// An index without passages has a format nonetheless.
void write_empty(const fs::path& target) {
  fs::create_directories(target);
  Xapian::WritableDatabase database(target.string(),
                                    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST);
  database.set_metadata(std::string(metadata::format), std::string(index_format));
  database.close();
}

void compact(const std::vector<fs::path>& sources, const fs::path& target) {
  if (sources.empty()) return write_empty(target);
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  all.compact(target.string());
}

}  // namespace

void merge_index(const fs::path& index, std::span<const fs::path> shards,
                 std::span<const DocumentId> removed, FormerIndex former) {
  const bool is_replaced = former == FormerIndex::replaced;
  if (is_replaced && fs::exists(index) && !fs::is_directory(index)) fs::remove(index);
  fs::create_directories(index);
  remove_leftovers(index);
  const fs::path fresh = index / "new.tmp";
  guarded([&] {
    std::vector<fs::path> sources;
    if (!is_replaced)
      if (fs::path kept = kept_part(index, shards, removed); !kept.empty()) sources.push_back(kept);
    sources.insert(sources.end(), shards.begin(), shards.end());
    compact(sources, fresh);
  });
  sync_folder(fresh);
  fs::rename(fresh, next_generation(index));
  sync(index);
  remove_leftovers(index);
}

}  // namespace pipeline
