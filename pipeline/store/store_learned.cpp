#include <set>

#include "pipeline/model/coder.h"
#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {

void Store::State::insert_probability(CodingId id, double value) {
  auto& row = statement("INSERT INTO probability VALUES(?,?)");
  row.bind(1, static_cast<std::int64_t>(id));
  row.bind(2, value);
  row.exec();
}

std::uint64_t Store::replace_learned(DocumentId document,
                                     std::span<const LearnedCoding> codings) try {
  std::set<std::uint32_t> taken;
  std::vector<CodingId> withdrawn;
  {
    auto& rows =
        bind_all(state_->statement("SELECT id,coder,status FROM coding WHERE id BETWEEN ? AND ?"),
                 first_of(document), last_of(document));
    while (rows.executeStep()) {
      const auto id = number<CodingId>(rows.getColumn(0));
      const bool is_open = number<CodingStatus>(rows.getColumn(2)) == CodingStatus::proposed;
      if (is_open && is_learner(text(rows.getColumn(1))))
        withdrawn.push_back(id);
      else
        taken.insert(ordinal_of(id));
    }
  }
  if (withdrawn.empty() && codings.empty()) return 0;
  SQLite::Transaction transaction = state_->begin();
  for (const CodingId id : withdrawn) {
    run(state_->statement("DELETE FROM evidence WHERE coding = ?"), id);
    run(state_->statement("DELETE FROM coding WHERE id = ?"), id);
  }
  // Behind all others: a run numbers the lexicon's from the front.
  std::uint32_t ordinal = taken.empty() ? 0 : *taken.rbegin();
  for (const LearnedCoding& it : codings) {
    const CodingId id = coding_id(document, ++ordinal);
    state_->insert_coding(id, it.coding);
    state_->insert_probability(id, it.probability);
  }
  transaction.commit();
  return withdrawn.size();
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<double> Store::probability(CodingId id) const try {
  auto& row = bind_all(state_->statement("SELECT value FROM probability WHERE coding=?"), id);
  if (!row.executeStep()) return std::nullopt;
  return row.getColumn(0).getDouble();
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
