// What commands need to answer a query: the study with its store, index, words and factors, opened.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pipeline/cli/session.h"
#include "pipeline/index/index.h"
#include "pipeline/search/search.h"

namespace pipeline {

struct Searcher {
  // Says what is wrong on standard error, also where the index is behind the store. `factors`: of
  // the study's lexicon, where the caller knows them.
  static std::optional<Searcher> open(const Session& session,
                                      std::optional<std::vector<Factor>> factors = std::nullopt);

  Study study;
  Store store;
  std::unique_ptr<WordTable> words;
  std::unique_ptr<std::vector<Factor>> factors;
  std::unique_ptr<Index> index;
  Search search;
};

// The query with a mark under the place of the error.
void complain_about_query(const std::string& query, const Error& error);

}  // namespace pipeline
