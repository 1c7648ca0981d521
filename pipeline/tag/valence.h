// What cues make of a valence and a modality: the tables of rules 5 and 6 of
// docs/lexicon-format.md. "geen" turns succes to faal, "misschien" makes a fact doubtful.
#pragma once

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/factor.h"

namespace pipeline {

// What made the valence what it is.
enum class Decision : std::uint8_t {
  base,          // the pattern's own
  turned,        // an odd number of turning cues
  turned_twice,  // an even number
  helped,        // neutral, and a cue gave it a good turn
  hindered,      // an unfavourable cue
  described,     // the subject is only named
  rhetorical,    // asked in such a way that the answer is no
  question,
  interviewer
};

bool turns_valence(CueClass c);
Modality modality_by(CueClass c);  // feit, where it sets none

// Rule 6: the one that takes less (more) from the claim: feit, twijfel, wens, voorwaarde, vraag.
Modality weaker(Modality a, Modality b);
Modality stronger(Modality a, Modality b);

// Rule 5, the table.
struct Push {
  unsigned turns = 0;
  bool helps = false, hinders = false;
  bool is_wished = false, is_described = false, is_rhetorical = false, is_asked = false;
};
void add(CueClass c, Push& push);  // of a cue that turns nothing; whether it hinders is not known
Valence valence_after(Valence base, const Push& push);
Decision decision_after(Valence base, const Push& push);

}  // namespace pipeline
