// Where the names of a list stand in a text: "Gisteren belde mevrouw De Vries" has one. Longest
// first, whole words only, in one pass: the cost is the text's, whatever the length of the list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/model/span.h"
#include "pipeline/pseudonymise/name_list.h"
#include "pipeline/pseudonymise/name_trie.h"
#include "pipeline/pseudonymise/name_words.h"

namespace pipeline {

struct FoundName {
  Span span;
  std::uint32_t row = 0;           // of the list
  bool is_one_of_several = false;  // a surname that other rows have, too

  friend bool operator==(const FoundName&, const FoundName&) = default;
};

struct FoundNames {
  std::vector<FoundName> names;      // in order, not overlapping
  std::vector<std::uint32_t> loose;  // rows whose first name stood alone, a row for each time
};

class NameFinder {
 public:
  // What names are made of, by row of the list.
  struct Person {
    std::vector<std::string> first, particles;
  };

  NameFinder(const std::vector<NameRow>& rows, const WordTable& words);

  // `clean` is normalised. Names of files need no capitals.
  FoundNames operator()(std::string_view clean, WordsOf kind = WordsOf::text) const;

 private:
  NameTrie trie_;
  std::vector<Person> persons_;
  std::unordered_map<std::string, std::uint32_t> first_names_;
};

}  // namespace pipeline
