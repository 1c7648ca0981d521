// The same input gives the same study, whatever the threads and however it came in; and a second
// run does no more than what changed asks for.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/store/store.h"
#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/program/many_documents.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

using Sameness = ManyDocuments;

// What does not depend on the numbers of documents.
std::string tables_of(const std::string& study) {
  std::string text;
  for (const Arguments& question : std::vector<Arguments>{
           {"search", "vertrouwen", "--facet", "document", "--format", "csv"},
           {"search", "factor:gedeelde-visie/faal", "--facet", "case", "--format", "csv"},
           {"table", "--columns", "case", "--format", "csv"},
           {"table", "--rows", "document", "--count", "sentences", "--format", "csv"}}) {
    Arguments arguments = question;
    arguments.insert(arguments.end(), {"--study", study});
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 0) << ran;
    text += ran.out;
  }
  return text;
}

TEST_F(Sameness, WhateverTheThreads) {
  std::vector<std::string> records, said;
  for (const char* jobs : {"1", "2", "5"}) {
    const std::string study = std::string("study") + jobs;
    ASSERT_EQ(create(study).status, 0);
    const Ran ran =
        samenspel({"ingest", path("documents"), "--study", path(study), "--jobs", jobs});
    ASSERT_EQ(ran.status, 0) << ran;
    records.push_back(dump(path(study)));
    said.push_back(answers(path(study)));
  }
  EXPECT_GT(records[0].size(), 100'000U);
  EXPECT_EQ(records[1], records[0]);
  EXPECT_EQ(records[2], records[0]);
  EXPECT_EQ(said[1], said[0]);
  EXPECT_EQ(said[2], said[0]);
}

TEST_F(Sameness, WhenTheSystemGivesNoMoreThreads) {
  ASSERT_EQ(create("usual").status, 0);
  ASSERT_EQ(create("alone").status, 0);
  ASSERT_EQ(ingest("usual").status, 0);
  RunOptions options;
  options.has_threads = false;
  const Ran ran = ingest("alone", options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(dump(path("alone")), dump(path("usual")));
}

TEST_F(Sameness, WhetherInOneStepOrTwo) {
  ASSERT_EQ(create("once").status, 0);
  ASSERT_EQ(create("twice").status, 0);
  ASSERT_EQ(ingest("once").status, 0);
  fs::rename(path("documents/map1"), path("later"));
  ASSERT_EQ(ingest("twice").status, 0);
  fs::rename(path("later"), path("documents/map1"));
  const Ran ran = ingest("twice");
  ASSERT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("60 nieuw, 40 ongewijzigd"));
  EXPECT_EQ(dump_by_path(path("twice")), dump_by_path(path("once")));
  EXPECT_EQ(tables_of(path("twice")), tables_of(path("once")));
  expect_whole("twice");
}

TEST_F(Sameness, WhenTwoWriteAtOnce) {
  ASSERT_EQ(create("alone").status, 0);
  ASSERT_EQ(create("study").status, 0);
  ASSERT_EQ(ingest("alone").status, 0);
  const Arguments arguments{"ingest", path("documents"), "--study", path("study")};
  Running first(arguments), second(arguments);
  const Ran one = first.finish(), other = second.finish();
  for (const Ran& ran : {one, other})
    if (ran.status != 0) {
      EXPECT_EQ(ran.status, 2) << ran;
      EXPECT_THAT(ran.err, HasSubstr("wordt al beschreven door een andere samenspel"));
    }
  EXPECT_TRUE(one.status == 0 || other.status == 0);
  EXPECT_EQ(dump(path("study")), dump(path("alone")));
  EXPECT_EQ(answers(path("study")), answers(path("alone")));
}

nlohmann::json ingest_json(const ExampleStudy& study) {
  return json_of(study.ingest({"--format", "json"}));
}

TEST(SecondRun, TouchesNoRowWhenNothingChanged) {
  const ExampleStudy study;
  study.fill();
  const std::string record = dump(study.path("study")), said = answers(study.path("study"));
  const auto json = ingest_json(study);
  EXPECT_EQ(json["unchanged"], 6);
  EXPECT_EQ(json["added"].get<int>() + json["changed"].get<int>() + json["refreshed"].get<int>(),
            0);
  EXPECT_EQ(json["outcomes"].size(), 0U);
  EXPECT_EQ(dump(study.path("study")), record);
  EXPECT_EQ(answers(study.path("study")), said);
}

TEST(SecondRun, ReadsNothingAnewWhenOnlyTheTimeOfAFileChanged) {
  const ExampleStudy study;
  study.fill();
  const auto file = study.path("documents/heuvelsdal/memo.md");
  fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));
  const auto json = ingest_json(study);
  EXPECT_EQ(json["unchanged"], 6);
  EXPECT_EQ(study.run({"check"}).status, 0);
}

TEST(SecondRun, PutsAChangedTextInThePlaceOfTheFormer) {
  const ExampleStudy study;
  study.fill();
  study.write("documents/heuvelsdal/memo.md", "Er was vertrouwen en een olifant.\n");
  const auto json = ingest_json(study);
  EXPECT_EQ(json["changed"], 1);
  EXPECT_EQ(json["unchanged"], 5);
  EXPECT_EQ(json["documents"], 6);
  EXPECT_EQ(study.run({"search", "partij document:heuvelsdal/memo.md"}).status, 1);
  EXPECT_THAT(study.run({"search", "olifant"}).out, HasSubstr("1. heuvelsdal/memo.md"));
  EXPECT_EQ(study.run({"check"}).status, 0);

  ExampleStudy fresh;
  fresh.write("documents/heuvelsdal/memo.md", "Er was vertrouwen en een olifant.\n");
  fresh.fill();
  EXPECT_EQ(answers(study.path("study")), answers(fresh.path("study")));
}

TEST(SecondRun, TakesChangedAttributesOver) {
  const ExampleStudy study;
  study.fill();
  std::string cases = example::cases;
  cases.replace(cases.find("bestuurder"), 10, "voorzitter");
  study.write("documents/cases.csv", cases);
  const auto json = ingest_json(study);
  EXPECT_EQ(json["attributes"], 1);
  EXPECT_EQ(json["changed"], 0);
  EXPECT_EQ(json["unchanged"], 5);
  EXPECT_EQ(study.run({"search", "rol:voorzitter"}).status, 0);
  EXPECT_EQ(study.run({"search", "visie", "--facet", "rol", "--format", "csv"}).out,
            "rol,passages\r\n(geen),2\r\nvoorzitter,1\r\nTotaal,3\r\n");
}

TEST(SecondRun, CodesWithAChangedLexiconAlsoWhatIsNotAmongTheInputs) {
  const ExampleStudy study;
  study.fill();
  std::string lexicon = example::lexicon_relation;
  lexicon.replace(lexicon.find("'wantrouw*'"), 11, "'wantrouw*', 'gemeente'");
  study.write("study/lexicon/relatie.toml", lexicon);
  const auto file = study.write("nieuw.txt", "De gemeente kwam.");
  const auto json = json_of(study.run({"ingest", file.string(), "--format", "json"}));
  EXPECT_EQ(json["added"], 1);
  EXPECT_EQ(json["refreshed"], 6);
  EXPECT_EQ(json["missing"], 6);
  const auto found =
      json_of(study.run({"search", "factor:vertrouwen/faal gemeente", "--format", "json"}));
  EXPECT_EQ(found["total"], 3);
  EXPECT_EQ(study.run({"check"}).status, 0);
  EXPECT_EQ(json_of(study.run({"tag", "--format", "json"}))["refreshed"], 0);
}

TEST(SecondRun, RefusesAnotherDocumentOfTheSameName) {
  const ExampleStudy study;
  study.fill();
  const std::string record = dump(study.path("study"));
  study.write("elders/westerbeek/interview.txt", "Iets heel anders.");
  const Ran ran = study.run({"ingest", study.text("elders")});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("westerbeek/interview.txt: in de studie staat al een ander "
                                 "document met deze naam, uit een andere map"));
  EXPECT_EQ(dump(study.path("study")), record);

  const Ran twice = study.run({"ingest", study.text("documents"), study.text("elders")});
  EXPECT_EQ(twice.status, 2) << twice;
  EXPECT_THAT(twice.out, HasSubstr("deze naam komt twee keer voor in wat u opgaf"));
}

TEST(SecondRun, FollowsAFolderThatMoved) {
  const ExampleStudy study;
  study.fill();
  fs::rename(study.path("documents"), study.path("verhuisd"));
  const auto json = json_of(study.run({"ingest", study.text("verhuisd"), "--format", "json"}));
  EXPECT_EQ(json["unchanged"], 6);
  // From then on it is there that they lie.
  study.write("verhuisd/heuvelsdal/memo.md", "Nieuwe tekst met vertrouwen.\n");
  EXPECT_EQ(json_of(study.run({"ingest", study.text("verhuisd"), "--format", "json"}))["changed"],
            1);
}

// A document that cannot be read any more stays as it was, but follows the lexicon.
TEST(SecondRun, KeepsTheStoredTextOfAFileThatBroke) {
  const ExampleStudy study;
  study.fill();
  study.write("documents/heuvelsdal/memo.md", "");
  std::string lexicon = example::lexicon_relation;
  lexicon.replace(lexicon.find("'wantrouw*'"), 11, "'wantrouw*', 'partij'");
  study.write("study/lexicon/relatie.toml", lexicon);
  const Ran ran = study.ingest();
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("heuvelsdal/memo.md: het bestand is leeg"));
  EXPECT_THAT(study.run({"search", "factor:vertrouwen/faal partij", "--volgorde", "document"}).out,
              HasSubstr("heuvelsdal/memo.md"));
  EXPECT_EQ(study.run({"check"}).status, 0);

  fs::remove_all(study.path("study/index"));
  EXPECT_EQ(study.ingest().status, 2);
  EXPECT_EQ(study.run({"check"}).status, 0);
}

class PersonsCoding : public testing::Test {
 protected:
  void SetUp() override {
    study_.fill();
    auto store = Store::open(study_.path("study/study.db"), true);
    ASSERT_TRUE(store);
    const auto document = store->load(DocumentId{6});
    ASSERT_TRUE(document);
    const std::string words = "Later kwam er wantrouwen";
    const auto at = static_cast<std::uint32_t>(document->document.source.find(words));
    Coding coding;
    coding.passage = 3;
    coding.span = {at, at + static_cast<std::uint32_t>(words.size())};
    coding.factor = "overleg";
    coding.valence = Valence::failure;
    coding.coder = "Marloes";
    coding.status = CodingStatus::accepted;
    id_ = store->add_coding(DocumentId{6}, coding);
  }
  std::string mine() const { return "6:" + std::to_string(ordinal_of(id_)); }
  ExampleStudy study_;
  CodingId id_{};
};

TEST_F(PersonsCoding, MovesWithItsWordsWhenTheTextChanges) {
  study_.write("documents/westerbeek/interview.txt",
               "I: Mag ik opnemen?\nR: Ja hoor.\n" + std::string(example::interview));
  ASSERT_EQ(study_.ingest().status, 0);
  const Ran ran = study_.run({"why", mine()});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("overleg · faal"));
  EXPECT_THAT(ran.out, HasSubstr("Later kwam er wantrouwen\n"));
  EXPECT_THAT(ran.out, HasSubstr("Gecodeerd door Marloes"));
  EXPECT_THAT(study_.run({"search", "factor:overleg/faal wantrouwen"}).out,
              HasSubstr("1 passage\n"));
  EXPECT_THAT(study_.run({"table", "--coder", "Marloes"}).out, HasSubstr("Codeur: Marloes."));
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(PersonsCoding, GoesWithItsWordsIntoTheTextOfAnotherFolder) {
  fs::rename(study_.path("documents"), study_.path("verhuisd"));
  study_.write("verhuisd/westerbeek/interview.txt",
               "I: Mag ik opnemen?\n" + std::string(example::interview));
  study_.write("verhuisd/heuvelsdal/memo.md", "Iets heel anders.\n");
  const Ran refused = study_.run({"ingest", study_.text("verhuisd")});
  EXPECT_EQ(refused.status, 2) << refused;
  EXPECT_THAT(refused.out,
              HasSubstr("is dit de nieuwe tekst van dat document, geef dan --vervang"));

  const Ran ran = study_.run({"ingest", study_.text("verhuisd"), "--vervang"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("2 gewijzigd, 4 ongewijzigd"));
  EXPECT_THAT(
      ran.out,
      HasSubstr("westerbeek/interview.txt: de tekst komt nu uit een andere map (--vervang); "
                "coderingen van mensen die met hun woorden mee zijn gegaan: 1\n"));
  EXPECT_THAT(ran.out, HasSubstr("heuvelsdal/memo.md: de tekst komt nu uit een andere map"));
  EXPECT_THAT(study_.run({"why", mine()}).out, HasSubstr("Gecodeerd door Marloes"));
  EXPECT_EQ(study_.run({"check"}).status, 0);
  EXPECT_THAT(study_.run({"ingest", study_.text("verhuisd")}).out, HasSubstr("6 ongewijzigd"));

  study_.write("derde/westerbeek/interview.txt", "I: Dag.\nR: Alles is anders nu.\n");
  const Ran gone = study_.run({"ingest", study_.text("derde"), "--vervang"});
  EXPECT_EQ(gone.status, 0) << gone;
  EXPECT_THAT(gone.out, HasSubstr("mee zijn gegaan: 0\n"));
  EXPECT_THAT(gone.out, HasSubstr("1 codering van een mens heeft geen plaats meer"));
  EXPECT_EQ(Store::open(study_.path("study/study.db"), false)->unplaced().size(), 1U);
}

TEST_F(PersonsCoding, StaysWhenTheLexiconChangesAndTheIndexIsMadeAnew) {
  std::string lexicon = example::lexicon_relation;
  lexicon.replace(lexicon.find("'wantrouw*'"), 11, "'wantrouw*', 'gemeente'");
  study_.write("study/lexicon/relatie.toml", lexicon);
  ASSERT_EQ(study_.run({"tag"}).status, 0);
  EXPECT_EQ(study_.run({"why", mine()}).status, 0);
  ASSERT_EQ(study_.run({"reindex"}).status, 0);
  EXPECT_EQ(study_.run({"why", mine()}).status, 0);
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(PersonsCoding, IsSetAsideAndSaidWhenItsWordsAreGone) {
  study_.write("documents/westerbeek/interview.txt", "I: Dag.\nR: Alles is anders nu.\n");
  const Ran ran = study_.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("1 codering van een mens heeft geen plaats meer in de gewijzigde "
                                 "tekst en is apart gezet"));
  const auto store = Store::open(study_.path("study/study.db"), false);
  ASSERT_TRUE(store);
  ASSERT_EQ(store->unplaced().size(), 1U);
  EXPECT_EQ(store->unplaced()[0].quotation, "Later kwam er wantrouwen");
  EXPECT_EQ(store->unplaced()[0].coder, "Marloes");
}

}  // namespace
}  // namespace pipeline
