// Where Xapian's errors, which are no std::exception, become IndexFailure: at the edge of index/
// and of search/.  auto n = guarded([&] { return database.get_doccount(); });
#pragma once

#include <utility>

namespace pipeline {

// Call it within a handler. Throws the Xapian error at hand as IndexFailure, any other as it is.
[[noreturn]] void throw_index_failure();

template <typename Function>
auto guarded(Function&& function) {
  try {
    return std::forward<Function>(function)();
  } catch (...) {
    throw_index_failure();
  }
}

}  // namespace pipeline
