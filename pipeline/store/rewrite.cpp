#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

struct TextColumn {
  const char *select, *update;
};
// What a run does not make anew.
constexpr TextColumn kept_texts[] = {
    {"SELECT rowid,path FROM outcome", "UPDATE outcome SET path=? WHERE rowid=?"},
    {"SELECT rowid,message FROM outcome", "UPDATE outcome SET message=? WHERE rowid=?"},
    {"SELECT id,path FROM unplaced", "UPDATE unplaced SET path=? WHERE id=?"},
    {"SELECT id,quotation FROM unplaced", "UPDATE unplaced SET quotation=? WHERE id=?"},
    {"SELECT id,author FROM unplaced", "UPDATE unplaced SET author=? WHERE id=?"},
    {"SELECT id,reason FROM unplaced", "UPDATE unplaced SET reason=? WHERE id=?"},
    {"SELECT coding,author FROM decision", "UPDATE decision SET author=? WHERE coding=?"},
    {"SELECT coding,reason FROM decision", "UPDATE decision SET reason=? WHERE coding=?"},
    {"SELECT id,text FROM memo", "UPDATE memo SET text=? WHERE id=?"},
    {"SELECT id,value FROM rating", "UPDATE rating SET value=? WHERE id=?"},
    {"SELECT id,reason FROM rating", "UPDATE rating SET reason=? WHERE id=?"},
    {"SELECT id,author FROM rating", "UPDATE rating SET author=? WHERE id=?"},
    {"SELECT id,name FROM saved_query", "UPDATE saved_query SET name=? WHERE id=?"},
    {"SELECT id,query FROM saved_query", "UPDATE saved_query SET query=? WHERE id=?"},
    {"SELECT id,author FROM saved_query", "UPDATE saved_query SET author=? WHERE id=?"},
    {"SELECT id,settings FROM run", "UPDATE run SET settings=? WHERE id=?"},
};

}  // namespace

void Store::rewrite(const std::function<std::string(const std::string&)>& change) try {
  SQLite::Transaction transaction = state_->begin();
  for (const auto& [select, update] : kept_texts) {
    std::vector<std::pair<std::int64_t, std::string>> changed;
    auto& rows = state_->statement(select);
    while (rows.executeStep()) {
      const std::string former = text(rows.getColumn(1));
      if (std::string now = change(former); now != former)
        changed.emplace_back(rows.getColumn(0).getInt64(), std::move(now));
    }
    for (const auto& [id, now] : changed) run(state_->statement(update), now, id);
  }
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

// Pages that are free or were moved keep their bytes until the database is built anew.
void Store::forget_what_was_deleted() try {
  for (const auto& [sql, statement] : state_->statements) statement->tryReset();
  state_->database->exec("PRAGMA secure_delete=ON; VACUUM");
  empty_log();
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::empty_log() try {
  for (const auto& [sql, statement] : state_->statements) statement->tryReset();
  state_->database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
