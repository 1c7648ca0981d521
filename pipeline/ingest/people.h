// Who the speakers of a document are, as cases.csv, speakers.csv and the study say; what they leave
// open is decided by the text. Names are compared without case and marks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/read/cases.h"
#include "pipeline/read/speakers.h"

namespace pipeline {

using SpeakerAttributes = std::map<std::string, Attributes>;  // by name

// Persons whom speakers.csv names without a file: what it says holds wherever the name speaks.
class People {
 public:
  // False: this name is there already, and the row is left out.
  bool add(const SpeakerRow& row);
  // Null for a name that nobody has. Among the attributes is always who it is (person_attribute).
  const Attributes* find(std::string_view name) const;

 private:
  std::map<std::string, Attributes> by_name_;  // folded
};

// Of what tables say of a document, what its speakers' names call for: `row` with the people among
// `names`. Two documents of which tables say the same have equal ones.
CaseRow with_people(CaseRow row, const People& people, const std::vector<std::string>& names);

// Gives the speakers of a text that was just cut their attributes and kinds. `row` wins over
// `people`. Who is said to ask or to answer does so, whatever the text says; where a table says who
// asks, nobody is taken for an interviewer by their questions. A document's own respondent is the
// only one in it who answers.
void give_attributes(std::vector<Speaker>& speakers, const Attributes& document,
                     const SpeakerAttributes& row, const People& people);

// Who is taken for an interviewer by their questions alone, and how to say otherwise; who is taken
// for nobody; captions and conversations without names. One sentence each, Dutch.
std::vector<Said> doubts_about_speakers(const Document& document, std::string_view clean,
                                        const Segmented& segmented);

}  // namespace pipeline
