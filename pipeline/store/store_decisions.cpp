// What people decided on proposals: the verdict is the coding's status, and who gave it, when and
// why stands beside it.
#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {

void Store::State::insert_decision(CodingId id, const CodingDecision& it) {
  run(statement("INSERT INTO decision VALUES(?,?,?,?)"), id, it.author, it.written, it.reason);
}

void Store::decide(CodingId id, const CodingDecision& decision) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement("UPDATE coding SET status=? WHERE id=?"), decision.verdict, id);
  run(state_->statement("DELETE FROM decision WHERE coding=?"), id);
  state_->insert_decision(id, decision);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::withdraw_decision(CodingId id) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement("UPDATE coding SET status=? WHERE id=?"), CodingStatus::proposed, id);
  run(state_->statement("DELETE FROM decision WHERE coding=?"), id);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<CodingDecision> Store::decision(CodingId id) const try {
  auto& row = bind_all(state_->statement("SELECT status,author,written,reason FROM coding JOIN "
                                         "decision ON decision.coding=coding.id WHERE id=?"),
                       id);
  if (!row.executeStep()) return std::nullopt;
  return CodingDecision{number<CodingStatus>(row.getColumn(0)), text(row.getColumn(1)),
                        text(row.getColumn(3)), text(row.getColumn(2))};
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
