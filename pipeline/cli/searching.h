// What commands need to answer a query: the study with its store, index, words and factors, opened,
// and the passages that were found.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/session.h"
#include "pipeline/index/index.h"
#include "pipeline/index/passage_streams.h"
#include "pipeline/search/hit_finder.h"
#include "pipeline/search/search.h"
#include "pipeline/store/passage_reader.h"

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

// A passage as it is shown, with what a query hits in it.
struct FoundPassage {
  ShownPassage passage;
  std::vector<ShownCoding> codings;  // where they are wanted
  FoundHits found;
};

// What of the passages is wanted besides their words and the hits in them.
struct WantedParts {
  bool codings = true;
  bool details = true;  // document, speaker, attributes, language
};

class PassageFinder {
 public:
  // `searcher` must outlive it.
  PassageFinder(const Searcher& searcher, const PreparedQuery& query, WantedParts wanted = {});
  // None where the store does not have the passage any more. Costs least in rising order.
  std::optional<FoundPassage> operator()(PassageId passage);
  // The passage's stream (index/stream.h), in which the query stands.
  std::string stream(PassageId passage) { return streams_(passage); }

 private:
  const Store& store_;
  WantedParts wanted_;
  bool needs_codings_;  // to find the words that the query hits
  HitMarker mark_;
  PassageReader read_;
  PassageStreams streams_;
  HitFinder find_;
};

// All passages that the query finds, rising; none where something is wrong, and it was said.
std::optional<std::vector<PassageId>> passages_found(const Session& session,
                                                     const std::vector<Factor>& factors,
                                                     const std::string& query);

// The query with a mark under the place of the error.
void complain_about_query(const std::string& query, const Error& error);

}  // namespace pipeline
