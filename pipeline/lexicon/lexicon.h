// A lexicon: factors, the patterns by which texts speak of them, word groups that patterns share,
// and the cues of context (negation, absence, wish ...) that turn a valence or set a modality. A
// value, checked when built; read from lexicons/NAME/*.toml by lexicon_file.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/pattern.h"
#include "pipeline/model/factor.h"

namespace pipeline {

struct Source {      // where a line of the lexicon stands
  std::string file;  // "relatie.toml"
  unsigned line = 0, column = 0;

  friend bool operator==(const Source&, const Source&) = default;
};

// The first go before the others, however long those are; a weak one needs support.
enum class Strength : std::uint8_t { strong, normal, weak };
std::string_view to_string(Strength strength);  // sterk, gewoon, zwak
std::optional<Strength> strength_of(std::string_view word);

struct Pattern {
  std::string text;  // as written
  PatternNode tree;
  std::size_t factor = 0;              // index into Lexicon::factors
  Valence valence = Valence::neutral;  // what it says when no cue applies
  Source source;
  Strength strength = Strength::normal;

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

// Words that look like a pattern and mean something else: "ruimte huren" beside `ruimte`.
struct FalseFriend {
  std::string text;
  PatternNode tree;
  std::size_t factor = 0;
  std::optional<std::size_t> pattern;  // index into Lexicon::patterns; none: of all of the factor's
  Source source;

  friend bool operator==(const FalseFriend&, const FalseFriend&) = default;
};

// A made-up sentence that shows what a factor is, and that the lexicon must code so.
struct Example {
  std::string sentence;
  std::size_t factor = 0;
  std::optional<Valence> valence;  // none: the sentence does not speak of the factor
  Source source;

  friend bool operator==(const Example&, const Example&) = default;
};

// One line of a word group.
struct GroupMember {
  std::string text;
  PatternNode tree;
  Source source;

  friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

// Where evidence says that the pattern stands: "relatie.toml:12", or "relatie.toml:12, zwak".
std::string evidence_source(const Pattern& pattern);

enum class CueClass : std::uint8_t {
  negation,
  absence,
  pseudo_negation,
  improvement,
  decline,
  favourable,
  unfavourable,
  wish,
  condition,
  question,
  hedge,
  description,
  rhetorical,
  contrast,
  terminator
};
std::string_view to_string(CueClass cue_class);  // "ontkenning", "afwezigheid" ...
std::optional<CueClass> cue_class_of(std::string_view word);
std::vector<std::string> cue_class_words();  // of all classes

// Classes of cues, as few as there are.
struct CueSet {
  std::uint32_t bits = 0;

  void add(CueClass cue_class) { bits |= 1U << static_cast<unsigned>(cue_class); }
  bool contains(CueClass cue_class) const {
    return (bits >> static_cast<unsigned>(cue_class) & 1U) != 0;
  }
  friend bool operator==(const CueSet&, const CueSet&) = default;
};

enum class CueDirection : std::uint8_t { forward, backward, both };
std::optional<CueDirection> cue_direction_of(std::string_view word);  // vooruit, achteruit, beide

struct Cue {
  std::string text;
  PatternNode tree;
  CueClass cue_class = CueClass::negation;
  CueDirection direction = CueDirection::both;
  std::uint32_t reach = 0;  // in words; 0: to the end of the clause
  Source source;

  friend bool operator==(const Cue&, const Cue&) = default;
};

struct Lexicon {
  std::string id, version, title, language;  // "samenwerking", "1.0.0", ..., "nl"
  std::string hash;                          // of all its files, hexadecimal
  std::vector<Factor> factors;
  std::vector<Pattern> patterns;
  std::vector<FalseFriend> false_friends;
  std::vector<Example> examples;
  std::vector<Cue> cues;
  std::map<std::size_t, CueSet> cues_off;  // by factor: what says nothing about it
  std::map<std::string, std::vector<GroupMember>> groups;

  // "lexicon samenwerking@1.0.0": the coder under which its proposals stand.
  std::string coder() const;
  const Factor* find(std::string_view factor) const;
};

}  // namespace pipeline
