#include "pipeline/report/cell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using Conditions = std::vector<CellCondition>;

// "document.place" of each coding: 1.2 is the second of the first document.
std::string opened(std::string_view text, const FrequencyScope& scope = {}) {
  const auto conditions = parse_cell(text);
  if (!conditions) return to_string(conditions.error());
  const auto ids = cell(example_facts(), example_factors(), *conditions, scope);
  if (!ids) return to_string(ids.error());
  std::string codings;
  for (const CodingId id : *ids)
    codings += (codings.empty() ? "" : " ") +
               std::to_string(static_cast<std::uint32_t>(document_of(id))) + "." +
               std::to_string(ordinal_of(id));
  return codings;
}

TEST(ParseCell, ReadsConditions) {
  const struct {
    std::string text;
    Conditions expected;
  } cases[] = {
      {"factor=vertrouwen", {{"factor", "vertrouwen"}}},
      {"factor=vertrouwen,case=westerbeek", {{"factor", "vertrouwen"}, {"case", "westerbeek"}}},
      {" factor = gedeelde visie , rol= ", {{"factor", "gedeelde visie"}, {"rol", ""}}},
      {R"(organisatie="Zorg, Welzijn en Co",rol=lid)",
       {{"organisatie", "Zorg, Welzijn en Co"}, {"rol", "lid"}}},
      {R"(organisatie= "de ""oude"" Linde" )", {{"organisatie", "de \"oude\" Linde"}}},
      {"titel=a=b", {{"titel", "a=b"}}},
  };
  for (const auto& [text, expected] : cases) {
    const auto conditions = parse_cell(text);
    ASSERT_TRUE(conditions) << text;
    EXPECT_EQ(*conditions, expected) << text;
  }
}

TEST(ParseCell, SaysWhereItGoesWrong) {
  const struct {
    std::string text, expected;
  } cases[] = {
      {"", "cel:1:1: hier hoort kenmerk=waarde te staan, zoals factor=vertrouwen"},
      {"vertrouwen", "cel:1:1: hier hoort kenmerk=waarde te staan, zoals factor=vertrouwen"},
      {"rol=coördinator,", "cel:1:17: hier hoort kenmerk=waarde te staan, zoals factor=vertrouwen"},
      {"rol=één,=x", "cel:1:9: voor '=' ontbreekt het kenmerk"},
      {"rol=\"lid", "cel:1:5: dit aanhalingsteken wordt niet gesloten"},
      {"rol=\"lid\" x", "cel:1:11: hier hoort een komma te staan"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(opened(text), expected);
}

RC_GTEST_PROP(ParseCellProperty, ReadsBackWhateverStandsBetweenQuotes, ()) {
  Conditions conditions;
  std::string text;
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    const auto value = *rc::gen::string<std::string>();
    conditions.push_back({"rol", value});
    text += text.empty() ? "rol=\"" : ",rol=\"";
    for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    text += '"';
  }
  const auto read = parse_cell(text);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == conditions);
}

RC_GTEST_PROP(ParseCellProperty, AnswersAnyText, (const std::vector<std::size_t>& picks)) {
  constexpr std::string_view letters = "a=,\" \xC3\xA9";
  std::string text;
  for (const std::size_t pick : picks) text += letters[pick % letters.size()];
  const auto read = parse_cell(text);
  if (read) {
    RC_ASSERT(!read->empty());
    for (const CellCondition& condition : *read) RC_ASSERT(!condition.dimension.empty());
  } else {
    RC_ASSERT(read.error().column > 0U);
    RC_ASSERT(read.error().column <= text.size() + 1);
  }
}

TEST(Cell, OpensTheCodingsThatWereCounted) {
  const struct {
    std::string text, expected;
  } cases[] = {
      {"factor=vertrouwen", "1.2 1.4 1.5 2.1 3.1 3.2 3.3"},
      {"factor=vertrouwen,case=westerbeek", "1.2 1.4 1.5 2.1"},
      {"factor=vertrouwen,case=westerbeek,valentie=faal", "1.5 2.1"},
      {"factor=Rol van de gemeente", "1.3 1.7"},
      {"factor=VERTROUWEN,modaliteit=vraag", "3.2"},
      {"case=", "4.1"},
      {"case=(geen)", "4.1"},
      {"spreker=R", "2.1"},
      {"codeur=marloes", "3.3"},
      {"factor=gedeelde-visie", ""},
      {"thema=omgeving,case=kadewijk", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(opened(text), expected) << text;
}

TEST(Cell, KeepsToTheScopeOfTheTable) {
  FrequencyScope scope;
  scope.interviewers = true;
  EXPECT_EQ(opened("factor=vertrouwen,rol=onderzoeker", scope), "1.1");
  scope.where = std::vector{passage_id(DocumentId{2}, 2)};
  EXPECT_EQ(opened("factor=vertrouwen", scope), "2.1");
  scope.coder = "niemand";
  EXPECT_EQ(opened("factor=vertrouwen", scope),
            "geen codering is van codeur 'niemand'; er is: lexicon samenwerking@1.0.0, Marloes");
}

TEST(Cell, NamesWhatComesNearAnUnknownName) {
  EXPECT_EQ(opened("factr=vertrouwen"),
            "cel: 'factr' is geen kenmerk om op te tellen; bedoelt u 'factor'?");
  EXPECT_EQ(opened("factor=vertrouwn"),
            "cel: factor 'vertrouwn' komt niet voor; bedoelt u 'vertrouwen'?");
  EXPECT_EQ(opened("case=elders"),
            "cel: case 'elders' komt niet voor; er is: kadewijk, westerbeek, (geen)");
}

}  // namespace
}  // namespace pipeline
