// The documents in the containers that were found (sheets, archives). A container that is as the
// study has it, with the profiles of its sheets, is not opened: that is known when at least one
// document of the study has its stamp and none is unsettled. While a run puts the documents of a
// container in, they are unsettled (modified_ns = 0); all get its stamp in one step when the last
// is in. So a run that was stopped, or that could not read all of it, opens it again.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "pipeline/ingest/find.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/model/document.h"
#include "pipeline/read/container.h"
#include "pipeline/store/store.h"

namespace pipeline {

// Puts documents in the place of containers among finding.files, in their order there, and adds
// each cases.csv in an archive to finding.cases. Profiles that had to be guessed are kept in the
// folder `profiles`, at the name of the sheet in the study; empty: nowhere.
void expand_containers(Finding& finding, std::span<const StoredDocument> stored,
                       const std::filesystem::path& profiles);

// Where the profiles of a container are looked for: beside it, then in the study.
FindProfile profile_finder(const std::filesystem::path& container, const std::string& path,
                           const std::filesystem::path& profiles);

// Reads documents out of containers, for one thread: the one at hand stays open for the next.
class PartReader {
 public:
  PartReader(std::filesystem::path profiles, ReadOptions options)
      : profiles_(std::move(profiles)), options_(options) {}
  Result<Document> operator()(const Item& item);

 private:
  std::filesystem::path profiles_;
  ReadOptions options_;
  std::string file_;
  std::optional<Container> container_;
};

}  // namespace pipeline
