// A sentence -> its clauses, as far as verbs, subordinators and punctuation show them:
//   "De afspraken, | die we maakten, | werden niet nagekomen" -> 0, 1 (within 0), 0
//   "Men zei | dat er geen geld was | en ging naar huis"      -> 0, 1 (within 0), 2
// A comma and "en" divide only where a verb of its own follows ("geen vertrouwen, openheid en
// respect" is one clause).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pipeline {

// What of a word matters here.
struct ClauseWord {
  enum class Break : std::uint8_t { none, comma, strong };
  enum class Verb : std::uint8_t {
    none,
    part,    // participle, infinitive after "te": never the verb that makes a clause
    either,  // "werken": an infinitive or a plural
    finite
  };
  enum class Opening : std::uint8_t {
    none,
    complement,  // dat, of, hoe: part of what is said in the clause around it
    adjunct,     // omdat, als, terwijl
    relative,    // die, waar
    purpose,     // om, with "te" to follow
    phrase,      // ondanks, wegens: as far as the next verb or comma
    main         // maar, want
  };
  // What stands before a noun and takes an ending: "complexe vragen", "opgeleide mensen".
  enum class Attribute : std::uint8_t { none, noun, adjective, participle };
  Break before = Break::none;
  Verb verb = Verb::none;
  Opening opening = Opening::none;
  // What it opens where a lexicon's cue of contrast or of limits begins with it.
  Opening opening_as_cue = Opening::main;
  bool opens_sometimes = false;  // als, wanneer: a condition only where it opens a clause
  bool is_coordinator = false;   // en, of, noch
  bool is_subject = false;       // ik, we, hij: a verb beside it begins a clause
  bool is_nominal = false;       // a noun or a name
  bool is_te = false;
  Attribute attribute = Attribute::none;
  bool is_preposition = false;
  bool denies = false;         // niet
  bool begins_phrase = false;  // a preposition, an article, "die": of a thing to be named
  bool affirms = false;        // wel: begins such a clause too
  bool answers = false;        // wel, niet, nee: says all that is left out in "de huisarts niet"
  bool refers_back = false;    // dat, dit, die, het, daarover
  bool tells = false;          // dat: what follows is told, not asked
  bool asks = false;           // wie, wat, waar, hoe
  bool assures = false;        // toch: "dat is toch niet normaal?" asks nothing
};

struct Clause {
  ClauseWord::Opening opening = ClauseWord::Opening::main;
  std::uint32_t parent = 0;         // the clause that it is part of; itself, where there is none
  std::uint32_t depth = 0;          // clauses around it
  std::uint32_t begin = 0;          // its first word
  std::uint32_t finite = 0;         // the word that is its verb; `no_verb` where it has none
  bool is_elliptic = false;         // without a verb, which the clause before has
  bool begins_with_phrase = false;  // with a preposition, before its verb
  bool is_inverted = false;         // nothing before its verb that could be its subject
  bool refers_back = false;         // a main clause with a reference near its beginning
  bool is_told = false;             // opened by "dat": it is claimed, not asked or named

  static constexpr std::uint32_t no_verb = 0xFFFFFFFF;
  friend bool operator==(const Clause&, const Clause&) = default;
};

struct Clauses {
  std::vector<std::uint32_t> of_word;
  std::vector<Clause> all;
};

// No clause lies deeper: one that would is laid beside the one before it.
inline constexpr std::uint32_t deepest_clause = 12;

// Linear.
Clauses clauses_of(std::span<const ClauseWord> words);

}  // namespace pipeline
