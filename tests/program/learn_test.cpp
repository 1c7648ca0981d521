#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

// Six interviews in which whoever speaks of coffee speaks of `overleg`, though no pattern says so.
class LearningStudy : public testing::Test {
 protected:
  void SetUp() override {
    const char* places[] = {"keuken", "tuin", "kantine", "schuur", "garage", "hal"};
    std::string codings = "document\tcitaat\tfactor\tvalentie\tmodaliteit\n";
    for (int i = 0; i < 6; ++i) {
      const std::string at = places[i], name = "gesprek-" + at + ".txt";
      const std::string good = "Samen dronken we koffie in de " + at + ".";
      const std::string bad = "Niemand dronk koffie in de " + at + ".";
      const std::string again = "Elke week stond de koffie klaar in de " + at + ".";
      study_.write("documents/" + name, "I: Vertel eens.\nR: Het regende. " + good +
                                            " De fiets stond buiten. " + bad +
                                            " We reden naar huis. " + again + "\n");
      for (const auto& [quote, valence] :
           {std::pair(good, "succes"), std::pair(bad, "faal"), std::pair(again, "succes")})
        codings += name + "\t" + quote + "\toverleg\t" + valence + "\tfeit\n";
    }
    study_.write("documents/nieuw.txt", "I: En u?\nR: Wij dronken koffie. We reden naar huis.\n");
    study_.write("anna.tsv", codings);
    study_.fill();
  }

  Ran import() const {
    return study_.run({"codings", "import", study_.text("anna.tsv"), "--coder", "anna"});
  }
  void learn() const {
    const Ran imported = import();
    ASSERT_EQ(imported.status, 0) << imported;
    const Ran learned = study_.run({"learn"});
    ASSERT_EQ(learned.status, 0) << learned;
  }

  ExampleStudy study_;
};

TEST_F(LearningStudy, TakesInWhatAPersonCodedElsewhereOnce) {
  const Ran first = import();
  EXPECT_EQ(first.status, 0) << first;
  EXPECT_THAT(first.out, HasSubstr("18 coderingen van 18 regels overgenomen, in 6 documenten"));
  const Ran again = import();
  EXPECT_THAT(again.out, HasSubstr("0 coderingen van 18 regels overgenomen"));
  EXPECT_THAT(again.out, HasSubstr("18 coderingen stonden er al"));
  const Ran table = study_.run({"table", "--coder", "anna", "--format", "csv"});
  EXPECT_THAT(table.out, HasSubstr("overleg,Overleg,12,6,0"));
  EXPECT_EQ(study_.run({"search", "coder:anna"}).status, 0);
}

TEST_F(LearningStudy, TakesATableOfCodingsBesideDocumentsForNoDocument) {
  study_.write("documents/codings.tsv", bytes_of(study_.path("anna.tsv")));
  const Ran ran = study_.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(study_.run({"documents"}).out, Not(HasSubstr("codings.tsv")));
}

TEST_F(LearningStudy, NamesEachLineThatItCannotTakeIn) {
  study_.write("fout.tsv",
               "document\tcitaat\tfactor\tvalentie\n"
               "gesprek-tuin.txt\tDe fiets stond buiten.\toverleg\tsucces\n"
               "gesprek-tuim.txt\tDe fiets stond buiten.\toverleg\tsucces\n"
               "gesprek-tuin.txt\tDe auto stond buiten.\toverleg\tsucces\n"
               "gesprek-tuin.txt\tde tuin\toverleg\tsucces\n"
               "gesprek-tuin.txt\tHet regende.\toverlg\tsucces\n"
               "gesprek-tuin.txt\tHet regende.\toverleg\tgoed\n");
  const Ran ran = study_.run({"codings", "import", study_.text("fout.tsv"), "--coder", "anna"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.out, HasSubstr("1 codering van 6 regels"));
  EXPECT_THAT(ran.err, HasSubstr("fout.tsv:3: document 'gesprek-tuim.txt' is niet in de studie; "
                                 "bedoelt u 'gesprek-tuin.txt'"));
  EXPECT_THAT(ran.err, HasSubstr("fout.tsv:4: dit citaat staat niet zo in het document"));
  EXPECT_THAT(ran.err, HasSubstr("fout.tsv:5: dit citaat staat vaker in het document"));
  EXPECT_THAT(ran.err, HasSubstr("fout.tsv:6: factor 'overlg' staat niet in het lexicon"));
  EXPECT_THAT(ran.err, HasSubstr("fout.tsv:7: valentie 'goed' is er niet"));
}

TEST_F(LearningStudy, TakesPlacesInCodePointsToo) {
  study_.write("plaats.tsv",
               "document\tbegin\teind\tfactor\tvalentie\n"
               "nieuw.txt\t12\t31\toverleg\tsucces\n"
               "nieuw.txt\t40\t9999\toverleg\tsucces\n");
  const Ran ran = study_.run({"codings", "import", study_.text("plaats.tsv"), "--coder", "bram"});
  EXPECT_THAT(ran.out, HasSubstr("1 codering van 2 regels"));
  EXPECT_THAT(ran.err, HasSubstr("plaats.tsv:3: begin '40' en eind '9999' zijn geen plaats"));
}

TEST_F(LearningStudy, RefusesNamesThatAreNoPersons) {
  for (const char* name : {"lexicon", "learned@abc", "settled"}) {
    const Ran ran = study_.run({"codings", "import", study_.text("anna.tsv"), "--coder", name});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("kan geen naam van een codeur zijn"));
  }
}

TEST_F(LearningStudy, SaysThatThereIsNothingToLearnFrom) {
  const Ran learned = study_.run({"learn"});
  EXPECT_EQ(learned.status, 1);
  EXPECT_THAT(learned.err, HasSubstr("er is nog niets om van te leren"));
  const Ran proposed = study_.run({"propose"});
  EXPECT_EQ(proposed.status, 2);
  EXPECT_THAT(proposed.err, HasSubstr("in deze studie is nog niets geleerd"));
}

TEST_F(LearningStudy, TellsWhatItLearnedFromAndHowGoodItIs) {
  ASSERT_EQ(import().status, 0);
  const Ran ran = study_.run({"learn"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("coderingen van anna: 18"));
  EXPECT_THAT(ran.out, HasSubstr("Eén codeur"));
  EXPECT_THAT(ran.out, HasSubstr("vertrouwen (nog 8)"));
  EXPECT_THAT(ran.out, HasSubstr("geleerd"));
  EXPECT_THAT(ran.out, HasSubstr("elk van 6 documenten"));
  EXPECT_EQ(study_.run({"learn"}).out, ran.out);
}

TEST_F(LearningStudy, DrawsALearningCurve) {
  ASSERT_EQ(import().status, 0);
  const Ran ran = study_.run({"learn", "--leercurve", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("25 % van de andere documenten,"));
  EXPECT_THAT(ran.out, HasSubstr("100 % van de andere documenten,"));
}

TEST_F(LearningStudy, ProposesApartFromAllOthersAndTakesBack) {
  learn();
  const std::string before = study_.run({"table", "--format", "csv"}).out;
  const Ran proposed = study_.run({"propose"});
  EXPECT_EQ(proposed.status, 0) << proposed;
  const Ran cell = study_.run(
      {"table", "--coder", "learned", "--cell", "document=nieuw.txt", "--format", "json"});
  const auto json = json_of(cell);
  ASSERT_EQ(json["total"], 1) << cell;
  EXPECT_EQ(json["codings"][0]["factor"], "overleg");
  // What tables count by default is what they counted before.
  EXPECT_EQ(study_.run({"table", "--format", "csv"}).out, before);
  EXPECT_THAT(study_.run({"table"}).out,
              HasSubstr("geleerde voorstellen (tel ze met --coder learned"));
  EXPECT_THAT(study_.run({"search", "factor:overleg dronken"}).out, Not(HasSubstr("nieuw.txt")));
  EXPECT_THAT(study_.run({"search", "coder:learned"}).out, HasSubstr("succes · learned@"));
  // What a person coded is not proposed once more.
  EXPECT_THAT(proposed.out, HasSubstr("een mens codeerde of besliste daar al"));
  const Ran back = study_.run({"propose", "--terug"});
  EXPECT_EQ(back.status, 0) << back;
  EXPECT_EQ(study_.run({"table", "--coder", "learned"}).status, 2);
  EXPECT_THAT(study_.run({"table", "--coder", "anna"}).out, HasSubstr("Overleg"));
}

TEST_F(LearningStudy, ExplainsAProposalByWordsAndByExamples) {
  learn();
  ASSERT_EQ(study_.run({"propose"}).status, 0);
  const auto json = json_of(study_.run(
      {"table", "--coder", "learned", "--cell", "document=nieuw.txt", "--format", "json"}));
  const Ran why = study_.run({"why", json["codings"][0]["id"]});
  EXPECT_EQ(why.status, 0) << why;
  EXPECT_THAT(why.out, HasSubstr("Voorgesteld door learned@"));
  EXPECT_THAT(why.out, HasSubstr("woord “koffie”"));
  EXPECT_THAT(why.out, HasSubstr("Zinnen die mensen zo codeerden en er het meest op lijken"));
}

TEST_F(LearningStudy, KeepsProposalsWithTheirProbabilityThroughARunOfTheLexicon) {
  learn();
  ASSERT_EQ(study_.run({"propose"}).status, 0);
  const Arguments ask{"table",    "--coder", "learned", "--cell", "document=nieuw.txt",
                      "--format", "json"};
  const std::string before = study_.run(ask).out;
  std::string cues = example::lexicon_cues;
  std::ofstream(study_.path("study/lexicon/context.toml")) << cues + "\n# veranderd\n";
  ASSERT_EQ(study_.run({"tag"}).status, 0);
  const std::string id = json_of(study_.run(ask))["codings"][0]["id"];
  EXPECT_EQ(study_.run(ask).out, before);
  EXPECT_THAT(study_.run({"why", id}).out, HasSubstr("met een kans van"));
}

TEST_F(LearningStudy, ListsWhatToReadNextAndWhatWasMissed) {
  learn();
  const Ran missed = study_.run({"propose", "--gemist", "3"});
  EXPECT_EQ(missed.status, 0) << missed;
  EXPECT_THAT(missed.out, HasSubstr("Wij dronken koffie."));
  EXPECT_EQ(study_.run({"propose", "--lees", "2"}).status, 0);
  EXPECT_EQ(study_.run({"table", "--coder", "learned"}).status, 2);  // nothing was written
}

TEST_F(LearningStudy, RefusesADamagedModelAndOneOfAnotherLexicon) {
  learn();
  study_.write("kapot.model", "samenspel-model\t1\nlexicon");
  const Ran broken = study_.run({"propose", "--model", study_.text("kapot.model")});
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.err, HasSubstr("beschadigd"));
  std::ofstream(study_.path("study/lexicon/lexicon.toml"))
      << "id = \"proef\"\nversie = \"2.0.0\"\ntitel = \"Proeflexicon\"\ntaal = \"nl\"\n";
  const Ran other = study_.run({"propose"});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("dit model leerde met lexicon proef@1.0.0, en hier geldt "
                                   "proef@2.0.0"));
}

TEST_F(LearningStudy, ListsDecisionsThatContradictEachOther) {
  ASSERT_EQ(import().status, 0);
  study_.write("bram.tsv",
               "document\tcitaat\tfactor\tvalentie\n"
               "gesprek-tuin.txt\tNiemand dronk koffie in de tuin.\toverleg\tsucces\n");
  ASSERT_EQ(study_.run({"codings", "import", study_.text("bram.tsv"), "--coder", "bram"}).status,
            0);
  const Ran ran = study_.run({"learn", "--toets", "geen"});
  EXPECT_THAT(ran.out, HasSubstr("tegenspreken"));
  EXPECT_THAT(ran.out, HasSubstr("overleg: bram succes, anna faal"));
}

// Six more documents, in which there is coffee in a shop; five of them are decided on.
class DecidedStudy : public LearningStudy {
 protected:
  void SetUp() override {
    LearningStudy::SetUp();
    // Each says something else as well: a text that is there already is not taken in.
    const char* others[] = {"De hond sliep.",        "Buiten viel sneeuw.", "Er reed een tractor.",
                            "Zij had een rode jas.", "Het was donderdag.",  "De klok sloeg drie."};
    for (int i = 0; i < 6; ++i)
      study_.write(
          "documents/winkel-" + std::to_string(i + 1) + ".txt",
          "I: En verder?\nR: Wij dronken koffie in de winkel. " + std::string(others[i]) + "\n");
    ASSERT_EQ(study_.ingest().status, 0);
    learn();
    ASSERT_EQ(study_.run({"propose"}).status, 0);
  }
  // Of what learners propose in the shops: document and number.
  std::map<std::string, std::string> proposed() const {
    std::map<std::string, std::string> found;
    const Ran ran = study_.run(
        {"codings", "list", "--coder", "learned", "--stand", "voorgesteld", "--format", "json"});
    EXPECT_LT(ran.status, 2) << ran;
    if (ran.status != 0) return found;
    const auto table = json_of(ran);
    for (const auto& row : table["rows"])
      if (std::string(row["cells"].back()).find("koffie in de winkel") != std::string::npos)
        found[row["cells"][10]] = row["cells"][0];
    return found;
  }
};

TEST_F(DecidedStudy, LearnsFromWhatWasRejected) {
  const auto before = proposed();
  ASSERT_EQ(before.size(), 6U);
  Arguments reject{"codings", "reject", "--by", "bram"};
  for (const auto& [path, number] : before)
    if (path != "winkel-6.txt") reject.push_back(number);
  ASSERT_EQ(study_.run(reject).status, 0);
  const Ran learned = study_.run({"learn"});
  ASSERT_EQ(learned.status, 0) << learned;
  EXPECT_THAT(learned.out, HasSubstr("voorstellen aanvaard: 0, verworpen: 5"));
  const Ran again = study_.run({"propose"});
  EXPECT_EQ(again.status, 0) << again;
  // Neither what was rejected nor the sentence that nobody decided on, which is like it.
  EXPECT_TRUE(proposed().empty());
  EXPECT_THAT(study_.run({"search", "coder:learned"}).out, HasSubstr("Wij dronken koffie"));
  EXPECT_THAT(study_.run({"codings", "list", "--stand", "verworpen"}).out,
              HasSubstr("5 coderingen"));
}

TEST_F(DecidedStudy, LearnsFromWhatWasAcceptedAndListsWhoSaysOtherwise) {
  const auto before = proposed();
  ASSERT_EQ(before.size(), 6U);
  ASSERT_EQ(study_
                .run({"codings", "accept", before.at("winkel-1.txt"), before.at("winkel-2.txt"),
                      "--by", "anna"})
                .status,
            0);
  study_.write("bram.tsv",
               "document\tcitaat\tfactor\tvalentie\n"
               "winkel-1.txt\tWij dronken koffie in de winkel.\toverleg\tfaal\n");
  ASSERT_EQ(study_.run({"codings", "import", study_.text("bram.tsv"), "--coder", "bram"}).status,
            0);
  const Ran learned = study_.run({"learn"});
  EXPECT_THAT(learned.out, HasSubstr("voorstellen aanvaard: 2, verworpen: 0"));
  EXPECT_THAT(learned.out, HasSubstr("tegenspreken"));
  EXPECT_THAT(learned.out, HasSubstr("aanvaard"));
  ASSERT_EQ(study_.run({"propose"}).status, 0);
  EXPECT_EQ(proposed().size(), 4U);  // those that are decided on are not proposed once more
  ASSERT_EQ(study_.run({"propose", "--terug"}).status, 0);
  EXPECT_THAT(study_.run({"codings", "list", "--stand", "aanvaard"}).out,
              HasSubstr("Aanvaard door anna"));
}

TEST_F(LearningStudy, SaysWhichFactorsAreNoLongerThereAndProposesNothing) {
  learn();
  std::string relation = example::lexicon_relation;
  relation.replace(relation.find("id = \"overleg\""), 14, "id = \"samenspraak\"");
  std::ofstream(study_.path("study/lexicon/relatie.toml")) << relation;
  const Ran proposed = study_.run({"propose"});
  EXPECT_EQ(proposed.status, 2);
  EXPECT_THAT(proposed.err, HasSubstr("dit model kent factor 'overleg', die niet (meer) in het "
                                      "lexicon staat; is hij hernoemd of samengevoegd?"));
  const Ran learned = study_.run({"learn"});
  EXPECT_EQ(learned.status, 1);
  EXPECT_THAT(learned.err, HasSubstr("niet (meer) in het lexicon: overleg"));
}

TEST_F(LearningStudy, RefusesAPackOfAnotherLexiconAndADamagedOne) {
  learn();
  ASSERT_EQ(
      study_.run({"learn", "--toets", "geen", "--pakket", study_.text("proef.pakket")}).status, 0);
  const Ran same = study_.run({"learn", "--toets", "geen", "--met", study_.text("proef.pakket")});
  EXPECT_EQ(same.status, 0) << same;
  const std::string pack = bytes_of(study_.path("proef.pakket"));
  study_.write("half.pakket", pack.substr(0, pack.size() / 2));
  const Ran half = study_.run({"learn", "--met", study_.text("half.pakket")});
  EXPECT_EQ(half.status, 2);
  EXPECT_THAT(half.err, HasSubstr("beschadigd"));
  std::ofstream(study_.path("study/lexicon/lexicon.toml"))
      << "id = \"proef\"\nversie = \"2.0.0\"\ntitel = \"Proeflexicon\"\ntaal = \"nl\"\n";
  const Ran other = study_.run({"learn", "--met", study_.text("proef.pakket")});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("dit leerpakket is gemaakt met lexicon proef@1.0.0, en hier "
                                   "geldt proef@2.0.0"));
}

TEST_F(LearningStudy, WantsCodingsInMoreThanOneDocument) {
  study_.write("een.tsv",
               "document\tcitaat\tfactor\tvalentie\n"
               "gesprek-tuin.txt\tNiemand dronk koffie in de tuin.\toverleg\tfaal\n");
  ASSERT_EQ(study_.run({"codings", "import", study_.text("een.tsv"), "--coder", "anna"}).status, 0);
  const Ran ran = study_.run({"learn"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("alle coderingen staan in één document"));
}

TEST_F(LearningStudy, SaysThatTheLexiconChangedSinceTheModelLearned) {
  learn();
  std::ofstream(study_.path("study/lexicon/context.toml"))
      << std::string(example::lexicon_cues) + "\n# veranderd\n";
  EXPECT_THAT(study_.run({"propose"}).err,
              HasSubstr("het lexicon is veranderd sinds dit model leerde"));
}

}  // namespace
}  // namespace pipeline
