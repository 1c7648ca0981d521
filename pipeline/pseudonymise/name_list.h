// names.csv: the names of a study's people, places and organisations, and what is to stand for
// each. It lies outside the study and nothing of it is kept there.
//   naam;soort;pseudoniem;varianten
//   Marloes Hendrikx;respondent;[RESPONDENT-03];Marloes|Loes
//   Kadewijk;plaats;;
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/model/result.h"
#include "pipeline/model/tr.h"

namespace pipeline {

enum class NameKind : std::uint8_t {
  person,
  respondent,
  interviewer,
  place,
  organisation,
  address,
  other
};

struct NameKindRow {
  std::string_view name, tag;  // "persoon", and PERSOON of [PERSOON-1]
};
inline constexpr std::array<NameKindRow, 7> name_kinds{{{tr_later("persoon"), "PERSOON"},
                                                        {tr_later("respondent"), "RESPONDENT"},
                                                        {tr_later("interviewer"), "INTERVIEWER"},
                                                        {tr_later("plaats"), "PLAATS"},
                                                        {tr_later("organisatie"), "ORGANISATIE"},
                                                        {tr_later("adres"), "ADRES"},
                                                        {tr_later("overig"), "NAAM"}}};
constexpr const NameKindRow& row_of(NameKind kind) {
  return name_kinds[static_cast<std::size_t>(kind)];
}
constexpr bool is_person(NameKind kind) {
  return kind <= NameKind::interviewer;
}

struct NameRow {
  std::string name;
  NameKind kind{};
  std::string pseudonym;              // the list's own, or [PLAATS-2]: the second place of the list
  std::vector<std::string> variants;  // other ways to name the same, each as the list has it
  unsigned line = 0;

  friend bool operator==(const NameRow&, const NameRow&) = default;
};

struct NameList {
  std::vector<NameRow> rows;
  std::vector<Error> warnings;  // names that are ordinary words too, rows without a pseudonym
};

// All mistakes are errors, each with its line: a list that is half understood lets names through.
// `name` is that of the file.
Checked<NameList> read_names(std::string_view csv, const std::string& name, const WordTable& words);
Checked<NameList> read_names_file(const std::filesystem::path& file, const WordTable& words);

// The words of a name, folded: "Anne-Marie de Vries" is anne, marie, de, vries.
std::vector<std::string> folded_words(std::string_view name);

// Whether a folded word is one that people use for other things than to name somebody.
bool is_ordinary(std::string_view folded, const WordTable& words);

}  // namespace pipeline
