#include <algorithm>
#include <set>

#include "pipeline/ingest/find.h"
#include "pipeline/model/near.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {

std::vector<Outcome> unfounded(const std::vector<SpeakerClaim>& claims,
                               const std::map<std::string, std::vector<std::string>>& speakers) {
  std::set<std::string> all, all_folded;
  for (const auto& [document, names] : speakers)
    for (const std::string& name : names) {
      all.insert(name);
      all_folded.insert(fold(name));
    }
  const std::vector<std::string> everybody(all.begin(), all.end());
  std::vector<Outcome> outcomes;
  const auto warn = [&](const SpeakerClaim& claim, Said message) {
    outcomes.push_back({claim.table, "warning", "", std::move(message)});
  };
  for (const SpeakerClaim& claim : claims) {
    const std::string name = fold(claim.name);
    if (claim.document.empty()) {
      if (!all_folded.contains(name))
        warn(claim, said("regel {}: spreker '{}' komt in geen document voor{}", claim.line,
                         claim.name, suggest(claim.name, everybody)));
      continue;
    }
    const auto document = speakers.find(claim.document);
    if (document == speakers.end()) continue;  // it was refused, and that is said
    if (std::ranges::none_of(document->second,
                             [&](const std::string& it) { return fold(it) == name; }))
      warn(claim, document->second.empty()
                      ? said("regel {}: spreker '{}' komt in {} niet voor; daar spreekt niemand",
                             claim.line, claim.name, claim.document)
                      : said("regel {}: spreker '{}' komt in {} niet voor{}", claim.line,
                             claim.name, claim.document, suggest(claim.name, document->second)));
  }
  return outcomes;
}

}  // namespace pipeline
