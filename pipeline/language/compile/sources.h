// What the compiler reads: OpenTaal's two lists as Debian installs them, and this project's own
// tables under data/. Mistakes in them are errors of the build, with file and line.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/language/compile/affixes.h"
#include "pipeline/language/inflection.h"
#include "pipeline/language/word_table.h"

namespace pipeline {

struct ListedWord {
  std::string word;   // as spelled, with "ij" in two letters
  std::string flags;  // "ZbYa"
};

struct OwnReading {
  std::string form, lemma;
  WordClass word_class = WordClass::other;
  Inflection inflection = Inflection::base;
};

struct StrongVerb {
  std::string infinitive, past, past_plural, participle;  // participle empty: none
};

struct Sources {
  std::vector<ListedWord> entries;           // nl.dic, forbidden words left out
  Affixes affixes{""};                       // nl.aff
  std::unordered_set<std::string> attested;  // folded: wdutch and all that the affixes make
  std::vector<std::string> plain;            // wdutch's words as spelled
  std::unordered_set<std::string> stems;     // folded: first persons, as flag V3 marks them
  std::vector<OwnReading> closed_class;      // in order of likelihood
  std::vector<OwnReading> irregular_forms;
  std::vector<OwnReading> preferred;  // the likeliest reading of forms that have several
  std::vector<StrongVerb> strong_verbs;
  std::unordered_map<std::string, std::vector<std::string>> irregular_plurals;  // by singular
  std::vector<std::string> particles;
  std::vector<std::string> compound_prefixes, compound_heads, simplex;
  std::vector<std::pair<std::string, std::string>> variants;        // a spelling, the listed one
  std::vector<std::pair<std::string, std::string>> particle_pairs;  // that no list attests
  std::vector<std::pair<std::string, std::string>> fixed_phrases;   // "tot stand", "komen"
};

struct SourcePaths {
  std::filesystem::path word_list, dictionary, affixes, data;
};

// Throws std::runtime_error with file and line.
Sources read_sources(const SourcePaths& paths);

}  // namespace pipeline
