// What looks like a name, without a list: capitals within a sentence, words that nobody knows, what
// stands behind a title or beside a verb of saying. Finds too much rather than too little; a person
// decides. "Toen belde wethouder Van Dam uit Kadewijk" has two.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/model/span.h"
#include "pipeline/pseudonymise/name_list.h"

namespace pipeline {

struct NameLike {
  Span span;
  NameKind kind = NameKind::other;  // person, place, organisation; other: nothing tells
  bool is_sure = false;             // a title or initials before it, a legal form within it
  bool is_at_start = false;         // of a sentence, where every word has its capital

  friend bool operator==(const NameLike&, const NameLike&) = default;
};

// In order, not overlapping. `clean` is normalised. Linear.
std::vector<NameLike> find_name_like(std::string_view clean, const WordTable& words);

}  // namespace pipeline
