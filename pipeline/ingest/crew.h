// The threads of a run. Work is cut into batches of neighbouring documents; each batch becomes one
// or more shards of the index, merged in order, so that nothing depends on which thread did what.
#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

#include "pipeline/ingest/ingest.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/lexicon/lexicon.h"

namespace pipeline {

struct CrewResources {
  const Study& study;
  const WordTable& words;
  const Lexicon& lexicon;
  Store& store;  // used by one thread at a time
  const IngestOptions& options;
};

// Does the items; adds what became of them to `report`. Returns the shards, in order of their
// documents. What a thread cannot help (no room on disk) is thrown after all have stopped.
std::vector<std::filesystem::path> do_items(const std::vector<Item>& items,
                                            const CrewResources& resources, IngestReport& report);

}  // namespace pipeline
