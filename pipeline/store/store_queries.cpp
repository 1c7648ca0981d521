// Queries that people saved: rows are only added, the last one of a name counts.
#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

SavedQuery read_query(SQLite::Statement& row) {
  return {text(row.getColumn(0)), text(row.getColumn(1)), text(row.getColumn(2)),
          text(row.getColumn(3))};
}

}  // namespace

void Store::add_saved_query(const SavedQuery& it) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement("INSERT INTO saved_query(name,query,author,written) VALUES(?,?,?,?)"),
      it.name, it.query, it.author, it.written);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<SavedQuery> Store::saved_queries() const try {
  std::vector<SavedQuery> queries;
  auto& rows = state_->statement(
      "SELECT name,query,author,written FROM saved_query "
      "WHERE id IN (SELECT max(id) FROM saved_query GROUP BY name) AND query<>'' ORDER BY name");
  while (rows.executeStep()) queries.push_back(read_query(rows));
  return queries;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<SavedQuery> Store::saved_query_history(const std::string& name) const try {
  std::vector<SavedQuery> queries;
  auto& rows = state_->statement(
      "SELECT name,query,author,written FROM saved_query WHERE name=? ORDER BY id");
  rows.bind(1, name);
  while (rows.executeStep()) queries.push_back(read_query(rows));
  return queries;
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
