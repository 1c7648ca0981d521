#include "pipeline/ingest/people.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

Speaker speaker(const std::string& name, SpeakerKind kind = SpeakerKind::unknown,
                KindBasis basis = KindBasis::nothing) {
  Speaker it;
  it.name = name;
  it.kind = kind;
  it.basis = basis;
  return it;
}

std::string person(const Speaker& it) {
  const auto found = it.attributes.find(person_attribute);
  return found == it.attributes.end() ? "-" : found->second;
}

TEST(People, AreFoundByNameWhateverItsCaseAndMarks) {
  People people;
  EXPECT_TRUE(people.add({"", "Ren\u00E9e de Wit", {{"rol", "lid"}}, 2}));
  EXPECT_FALSE(people.add({"", "RENEE DE WIT", {{"rol", "buur"}}, 3}));
  ASSERT_NE(people.find("renee de wit"), nullptr);
  EXPECT_EQ(people.find("renee de wit")->at("rol"), "lid");
  EXPECT_EQ(people.find("renee de wit")->at(person_attribute), "Ren\u00E9e de Wit");
  EXPECT_EQ(people.find("renee"), nullptr);
}

TEST(People, ArePartOfWhatTablesSayOfTheDocumentsTheySpeakIn) {
  People people;
  people.add({"", "Anna Vos", {{"rol", "lid"}}, 2});
  CaseRow row;
  row.speakers["Anna Vos"] = {{"rol", "buur"}};
  EXPECT_EQ(with_people(row, people, {"Piet"}), row);
  const CaseRow with = with_people({}, people, {"Piet", "Anna Vos"});
  EXPECT_EQ(with.speakers.at("Anna Vos").at("rol"), "lid");
  EXPECT_EQ(with_people(row, people, {"Anna Vos"}).speakers.at("Anna Vos").at("rol"), "buur");
}

TEST(People, HaveWhatTheRowOfTheFileSaysAndThenWhatHoldsEverywhere) {
  People people;
  people.add({"", "Anna Vos", {{"rol", "lid"}, {"regio", "Drenthe"}}, 2});
  std::vector<Speaker> speakers{speaker("ANNA VOS"), speaker("R2"), speaker("R3")};
  give_attributes(speakers, {},
                  {{"anna vos", {{"rol", "voorzitter"}}}, {"R2", {{"respondent", "W7"}}}}, people);
  EXPECT_EQ(speakers[0].attributes.at("rol"), "voorzitter");
  EXPECT_EQ(speakers[0].attributes.at("regio"), "Drenthe");
  EXPECT_EQ(person(speakers[0]), "Anna Vos");
  EXPECT_EQ(person(speakers[1]), "W7");
  EXPECT_EQ(person(speakers[2]), "-");
  EXPECT_TRUE(speakers[2].attributes.empty());
}

TEST(People, AskWhereATableSaysSoAndNobodyElseIsGuessedTo) {
  std::vector<Speaker> speakers{speaker("Anna", SpeakerKind::interviewer, KindBasis::questions),
                                speaker("Piet", SpeakerKind::respondent, KindBasis::others),
                                speaker("Els"),
                                speaker("I", SpeakerKind::interviewer, KindBasis::label)};
  give_attributes(speakers, {}, {{"Piet", {{"interviewer", "ja"}}}}, {});
  EXPECT_EQ(speakers[0].kind, SpeakerKind::respondent);
  EXPECT_EQ(speakers[1].kind, SpeakerKind::interviewer);
  EXPECT_EQ(speakers[1].basis, KindBasis::table);
  EXPECT_EQ(speakers[2].kind, SpeakerKind::respondent);
  EXPECT_EQ(speakers[3].kind, SpeakerKind::interviewer) << "their label says so as well";
}

TEST(People, AreTheRespondentOfTheirDocumentOnlyWhereOneAnswers) {
  std::vector<Speaker> speakers{speaker("I", SpeakerKind::interviewer),
                                speaker("R", SpeakerKind::respondent)};
  give_attributes(speakers, {{"respondent", "W1"}}, {}, {});
  EXPECT_EQ(person(speakers[0]), "-");
  EXPECT_EQ(person(speakers[1]), "W1");
  speakers.push_back(speaker("R2", SpeakerKind::respondent));
  give_attributes(speakers, {{"respondent", "W1"}}, {}, {});
  for (const Speaker& it : speakers) EXPECT_EQ(person(it), "-");
}

}  // namespace
}  // namespace pipeline
