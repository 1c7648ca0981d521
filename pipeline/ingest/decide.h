// A person decides on proposals: 9:7 is accepted, 9:8 rejected, says marit. Only what the lexicon
// or a learner proposed can be decided on, and what is decided stays so until that person takes it
// back.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/coding_decision.h"
#include "pipeline/store/store.h"

namespace pipeline {

// A coding that could not be decided on.
struct Refusal {
  enum class Why : std::uint8_t {
    absent,      // there is no such coding
    of_person,   // somebody coded it: `who`
    decided,     // otherwise than asked, by `who`; `verdict` says how
    undecided,   // there is nothing to take back
    of_another,  // only `who`, whose decision it is, takes it back
  };
  CodingId coding{};
  Why why{};
  std::string who = {};
  CodingStatus verdict = CodingStatus::proposed;
};

struct DecideReport {
  std::vector<CodingId> changed, known;  // known: had this verdict already, of whomever
  std::set<DocumentId> documents;        // of those that changed
  std::vector<Refusal> refusals;         // the others were decided on
};

DecideReport decide(Store& store, std::span<const CodingId> codings,
                    const CodingDecision& decision);
// Takes back what `author` decided.
DecideReport withdraw_decisions(Store& store, std::span<const CodingId> codings,
                                const std::string& author);

}  // namespace pipeline
