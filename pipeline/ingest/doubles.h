// Documents that say the same: of two with one text, in whatever formats and under whatever names,
// the second is not taken in, so that nothing is counted twice; of two that are nearly the same it
// is only said. The first is the one that the study has already, or else the first by path.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/ingest/ingest.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/model/coded_document.h"

namespace pipeline {

class Doubles {
 public:
  struct Verdict {
    Said message;  // empty: like no other
    bool is_double = false;
  };

  // For a document of the study; it stays, whatever it says.
  void add_stored(const std::string& path, TextPrint print);
  // For new ones, in the order of their paths. Those of fewer than twenty words are never doubles:
  // two people may both answer "Geen opmerkingen".
  Verdict add(const std::string& path, TextPrint print);

 private:
  struct Known {
    std::string path;
    TextPrint print;
  };
  // A run of words and the documents that have it, the latest first; few runs of each document are
  // known so, which is enough to find what is nearly the same.
  struct Holder {
    std::uint32_t document = 0, before = 0;  // before: place of the next one, plus one
  };
  struct Run {
    std::uint32_t latest = 0, count = 0;
  };
  void keep(const std::string& path, TextPrint print);
  const Known* nearest(const TextPrint& print, double& likeness) const;

  std::vector<Known> known_;
  std::unordered_map<std::string, std::size_t> by_hash_;
  std::unordered_map<std::uint64_t, Run> runs_;
  std::vector<Holder> holders_;
};

// Reads the new files of a plan, and takes the doubles among them out of it; says so in its
// outcomes. What was read is kept for the run, up to some megabytes. Stops when told to.
void take_out_doubles(Plan& plan, const std::vector<StoredDocument>& stored,
                      std::map<DocumentId, TextPrint> prints, const Study& study,
                      const WordTable& words, const IngestOptions& options);

}  // namespace pipeline
