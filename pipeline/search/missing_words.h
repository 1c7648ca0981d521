// Words of a query that no text has, and which ones of the texts may be meant: "vertrouwn" ->
// vertrouwen.
#pragma once

#include <string>
#include <vector>

#include "pipeline/search/match.h"

namespace Xapian {
class Database;
}

namespace pipeline {

struct MissingWord {
  std::string word;               // its lemma
  std::vector<std::string> near;  // at most three, nearest first

  friend bool operator==(const MissingWord&, const MissingWord&) = default;
};

// In the order of the query, each once. Reads all words of the index where there is any. Throws as
// Xapian does.
std::vector<MissingWord> missing_words(const MatchNode& query, const Xapian::Database& database);

}  // namespace pipeline
