#include "pipeline/ingest/decide.h"

#include "pipeline/model/coder.h"

namespace pipeline {
namespace {

using Why = Refusal::Why;

// What stands against a decision on a coding; none where it may be made.
std::optional<Refusal> refusal(const Store& store, CodingId id, const Coding& coding,
                               CodingStatus verdict) {
  if (is_person(coding.coder)) return Refusal{id, Why::of_person, coding.coder};
  if (coding.status == CodingStatus::proposed || coding.status == verdict) return std::nullopt;
  const auto known = store.decision(id);
  return Refusal{id, Why::decided, known ? known->author : "", coding.status};
}

// What stands against taking a decision back.
std::optional<Refusal> refusal_to_withdraw(const Store& store, CodingId id, const Coding& coding,
                                           const std::string& author) {
  if (is_person(coding.coder)) return Refusal{id, Why::of_person, coding.coder};
  if (coding.status == CodingStatus::proposed) return Refusal{id, Why::undecided};
  const auto known = store.decision(id);
  if (!known || known->author == author) return std::nullopt;
  return Refusal{id, Why::of_another, known->author, coding.status};
}

}  // namespace

DecideReport decide(Store& store, std::span<const CodingId> codings,
                    const CodingDecision& decision) {
  DecideReport report;
  for (const CodingId id : codings) {
    const auto shown = store.coding(id);
    if (!shown) {
      report.refusals.push_back({id, Why::absent});
    } else if (auto refused = refusal(store, id, shown->coding, decision.verdict)) {
      report.refusals.push_back(std::move(*refused));
    } else if (shown->coding.status == decision.verdict) {
      report.known.push_back(id);
    } else {
      store.decide(id, decision);
      report.changed.push_back(id);
      report.documents.insert(document_of(id));
    }
  }
  return report;
}

DecideReport withdraw_decisions(Store& store, std::span<const CodingId> codings,
                                const std::string& author) {
  DecideReport report;
  for (const CodingId id : codings) {
    const auto shown = store.coding(id);
    if (!shown) {
      report.refusals.push_back({id, Why::absent});
    } else if (auto refused = refusal_to_withdraw(store, id, shown->coding, author)) {
      report.refusals.push_back(std::move(*refused));
    } else {
      store.withdraw_decision(id);
      report.changed.push_back(id);
      report.documents.insert(document_of(id));
    }
  }
  return report;
}

}  // namespace pipeline
