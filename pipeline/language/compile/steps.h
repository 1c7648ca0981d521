// The steps in which the table is filled, in this order; each adds readings to what is there.
#pragma once

#include "pipeline/language/compile/form_table.h"
#include "pipeline/language/compile/sources.h"

namespace pipeline {

// How likely a reading is before its sentence is seen; lower comes first.
namespace rank {
inline constexpr int closed_class = 0;  // plus its place in the table
inline constexpr int preferred = -1;
inline constexpr int irregular = 10;
inline constexpr int adjective = 20;
inline constexpr int noun = 21;
inline constexpr int verb_form = 22;
inline constexpr int participle = 19;
inline constexpr int plural = 21;
inline constexpr int inflected = 24;
inline constexpr int stem = 27;
inline constexpr int proper_noun = 40;
inline constexpr int by_rule = 50;
}  // namespace rank

// Closed-class words and irregular forms, as the tables under data/ have them.
void add_own_words(FormTable& table, const Sources& sources);
// The table of preferred readings; after all else.
void prefer_own_choices(FormTable& table, const Sources& sources);
// Verbs: infinitives that the dictionary marks, conjugated; particle verbs and their pairs.
void add_verbs(FormTable& table, const Sources& sources);
// Nouns, adjectives and names by the dictionary's flags; irregular plurals.
void add_flagged_words(FormTable& table, const Sources& sources);
// What each form may be within a compound.
void add_roles(FormTable& table, const Sources& sources);
// What the lists have and nothing explained so far: names, compounds of known words, the rest by
// its ending.
void add_leftovers(FormTable& table, const Sources& sources);
// The parts of the listed compounds.
void add_parts(FormTable& table, const Sources& sources);
// Older spellings and those without hyphen, with the readings and parts of today's; last of all.
void add_variants(FormTable& table, const Sources& sources);

}  // namespace pipeline
