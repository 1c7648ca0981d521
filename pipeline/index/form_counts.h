// The forms that the indexed texts have, and how often each stands there: "werkten" 15 times in 7
// documents, 12 times read as werken, 3 times apart from its particle as samenwerken.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/index/index.h"

namespace pipeline {

struct FormCount {
  std::string form;      // folded
  std::string apart_of;  // folded: the verb that it is with its particle; empty: the form by itself
  std::uint64_t words = 0, documents = 0;
  std::uint64_t read_so = 0;  // of the words, those whose sentence makes them one of the lemmas

  friend bool operator==(const FormCount&, const FormCount&) = default;
};

// All forms, sorted, and all lemmas, whether or not they stand somewhere as they are; from the
// index's list of terms.
std::vector<std::string> forms_in(const Index& index);

// What to count, all folded.
struct Counted {
  std::vector<std::string> forms;
  std::vector<std::string> lemmas;       // for FormCount::read_so
  std::vector<std::string> apart_verbs;  // counted apart
};

// By form and apart_of; none without words. Reads the passages that have one of them.
std::vector<FormCount> count_forms(const Index& index, const Counted& counted);

}  // namespace pipeline
