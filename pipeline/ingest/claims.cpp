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
  const auto warn = [&](const SpeakerClaim& claim, const std::string& message) {
    outcomes.push_back(
        {claim.table, "warning", "",
         "regel " + std::to_string(claim.line) + ": spreker '" + claim.name + "' " + message});
  };
  for (const SpeakerClaim& claim : claims) {
    const std::string name = fold(claim.name);
    if (claim.document.empty()) {
      if (!all_folded.contains(name))
        warn(claim, "komt in geen document voor" + suggest(claim.name, everybody));
      continue;
    }
    const auto document = speakers.find(claim.document);
    if (document == speakers.end()) continue;  // it was refused, and that is said
    if (std::ranges::none_of(document->second,
                             [&](const std::string& it) { return fold(it) == name; }))
      warn(claim, "komt in " + claim.document + " niet voor" +
                      (document->second.empty() ? "; daar spreekt niemand"
                                                : suggest(claim.name, document->second)));
  }
  return outcomes;
}

}  // namespace pipeline
