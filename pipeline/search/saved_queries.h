// Saved queries while a query that uses them is read: those that stand in each other, so that none
// comes to stand in itself.
#pragma once

#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "pipeline/model/saved_query.h"

namespace pipeline {

class OpenQueries {
 public:
  // `saved` must outlive it.
  explicit OpenQueries(std::span<const SavedQuery> saved) : saved_(saved) {}

  // The query of that name, which is open until leave(). The error is a message, Dutch: nothing has
  // that name, it would stand in itself, or there are too many.
  tl::expected<const SavedQuery*, std::string> enter(const std::string& name);
  void leave() { open_.pop_back(); }

 private:
  std::span<const SavedQuery> saved_;
  std::vector<std::string> open_;
  std::size_t entered_ = 0;
};

// What is wrong with saved queries whatever the texts: one that cannot be read, names another that
// is not there, or stands in itself. Dutch, a sentence each.
std::vector<std::string> mistakes_in(std::span<const SavedQuery> saved);

// The names of those that use `name` themselves.
std::vector<std::string> users_of(std::span<const SavedQuery> saved, const std::string& name);

}  // namespace pipeline
