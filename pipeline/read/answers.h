// The documents in a sheet: a row or an answer each, as its profile says.
//   enquete.csv, row 12, "Wat ging goed?" -> "rij-0012/goed", "Ze belden altijd terug.",
//   gemeente=kadewijk, vraag=goed
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/profile.h"
#include "pipeline/read/sheet.h"

namespace pipeline {

struct Answer {
  std::string name;   // within its file
  Document document;  // without `format`
  Said refusal;       // why the row is not read; empty: it is
};

struct Answers {
  std::vector<Answer> documents;  // in the order of the sheets and rows
  std::vector<Said> warnings;
};

// The first draft of a profile for a file.
Profile guess_profile(const std::vector<Sheet>& sheets);

// What does not fit the sheets is told with its line in the profile. Answers without a letter or a
// digit are left out and counted. Linear in the cells.
Checked<Answers> answers_of(const std::vector<Sheet>& sheets, const Profile& profile);

}  // namespace pipeline
