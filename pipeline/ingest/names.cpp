#include "pipeline/ingest/names.h"

#include "pipeline/ingest/cut.h"
#include "pipeline/ingest/find.h"
#include "pipeline/ingest/parts.h"

namespace pipeline {
namespace {

std::vector<std::string> speakers_in(const Document& document) {
  const AlignedText clean = Normaliser{}(document.source);
  Segmented segmented = Segmenter{}(clean.text, to_clean(document.captions, clean.map));
  std::vector<std::string> names;
  for (const Speaker& speaker : segmented.speakers) names.push_back(speaker.name);
  return names;
}

}  // namespace

Checked<NamesFound> names_in_files(std::span<const std::filesystem::path> inputs,
                                   const WordTable& words) {
  auto finding = find_files(inputs, {}, {});
  if (!finding) return tl::unexpected(finding.error());
  NamesFound found;
  found.outcomes = finding->outcomes;
  CandidateCollector collect(words);
  PartReader parts({}, {}, words);
  for (const FoundFile& file : finding->files) {
    auto document = parts(file);
    if (!document) {
      found.outcomes.push_back({file.path, "refused", "", document.error().message});
      continue;
    }
    if (const auto row = row_of(*finding, file))
      for (const auto& [name, value] : row->attributes) document->attributes[name] = value;
    collect.add(file.path, *document, speakers_in(*document));
  }
  found.candidates = collect.candidates();
  return found;
}

NamesFound names_in_study(const Store& store, const WordTable& words) {
  NamesFound found;
  CandidateCollector collect(words);
  for (const StoredDocument& stored : store.documents()) {
    const auto it = store.load(stored.id);
    if (!it) continue;
    std::vector<std::string> speakers;
    for (const Speaker& speaker : it->segmented.speakers) speakers.push_back(speaker.name);
    collect.add(stored.path, it->document, speakers);
  }
  found.candidates = collect.candidates();
  return found;
}

}  // namespace pipeline
