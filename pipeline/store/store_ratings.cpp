// Ratings that people confirmed: rows are only added, the last one of a cell counts.
#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {

void Store::add_rating(const ConfirmedRating& it) try {
  SQLite::Transaction transaction = state_->begin();
  const std::string rating(it.rating ? to_string(*it.rating) : "");
  run(state_->statement("INSERT INTO rating(factor,attribute,value,rating,reason,author,written,"
                        "basis,proposal) VALUES(?,?,?,?,?,?,?,?,?)"),
      it.factor, it.attribute, it.value, rating, it.reason, it.author, it.written, it.basis,
      it.proposal);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<ConfirmedRating> Store::ratings() const try {
  std::vector<ConfirmedRating> ratings;
  auto& rows = state_->statement(
      "SELECT factor,attribute,value,rating,reason,author,written,basis,proposal FROM rating "
      "WHERE id IN (SELECT max(id) FROM rating GROUP BY factor,attribute,value) "
      "ORDER BY factor,attribute,value");
  while (rows.executeStep())
    if (const auto rating = rating_named(text(rows.getColumn(3))))
      ratings.push_back({text(rows.getColumn(0)), text(rows.getColumn(1)), text(rows.getColumn(2)),
                         rating, text(rows.getColumn(4)), text(rows.getColumn(5)),
                         text(rows.getColumn(6)), text(rows.getColumn(7)),
                         text(rows.getColumn(8))});
  return ratings;
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
