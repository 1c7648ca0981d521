// A made-up list for the tests of this folder.
#pragma once

#include <string>
#include <vector>

#include "pipeline/pseudonymise/pseudonymise.h"
#include "tests/support/word_table.h"

namespace pipeline {

inline NameRow name_row(std::string name, NameKind kind, std::string pseudonym,
                        std::vector<std::string> variants = {}) {
  return {std::move(name), kind, std::move(pseudonym), std::move(variants), 2};
}

inline std::vector<NameRow> example_names() {
  return {name_row("Jan Snijders", NameKind::person, "[PERSOON-1]", {"Jan"}),
          name_row("Elbrich de Boer", NameKind::respondent, "[RESPONDENT-03]"),
          name_row("Fatima el Idrissi", NameKind::person, "[PERSOON-2]"),
          name_row("Kees van den Berg-Terpstra", NameKind::person, "[PERSOON-3]"),
          name_row("Anne-Marie Öztürk", NameKind::interviewer, "[INTERVIEWER-1]", {"Anne-Marie"}),
          name_row("René Snijders", NameKind::person, "[PERSOON-4]"),
          name_row("Kadewijk", NameKind::place, "[PLAATS-1]"),
          name_row("Den Hoorn", NameKind::place, "[PLAATS-2]"),
          name_row("Stichting Mergelland Zorg B.V.", NameKind::organisation, "[ORGANISATIE-1]"),
          name_row("Zorg voor Elkaar", NameKind::organisation, "[ORGANISATIE-2]"),
          name_row("Bos", NameKind::person, "Willems")};
}

}  // namespace pipeline
