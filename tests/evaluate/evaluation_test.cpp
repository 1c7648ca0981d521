#include "pipeline/evaluate/evaluation.h"

#include <gtest/gtest.h>

#include "pipeline/evaluate/disagreements.h"
#include "tests/evaluate/example_coders.h"
#include "tests/evaluate/table_cells.h"

namespace pipeline {
namespace {

TEST(OverviewTable, HoldsTheLexiconAgainstAllAndPeopleAgainstEachOther) {
  const Table table = overview_table(example_evaluation());
  ASSERT_EQ(table.rows.size(), 4U);
  expect_cells(table, {{"lexicon : consensus", "gegeven", "4"},
                       {"lexicon : consensus", "referentie", "4"},
                       {"lexicon : consensus", "precisie", "75.00"},
                       {"lexicon : consensus", "precisie_van", "30.06"},
                       {"lexicon : consensus", "precisie_tot", "95.44"},
                       {"lexicon : consensus", "f1", "75.00"},
                       {"lexicon : consensus", "macro_f1", "-"},
                       {"lexicon : consensus", "valentie", "50.00"},
                       {"lexicon : consensus", "valentie_f1", "33.33"},
                       {"lexicon : consensus", "kappa_n", "5"},
                       {"lexicon : consensus", "vals_alarm", "100.00"},
                       {"lexicon : anna", "recall", "66.67"},
                       {"lexicon : bram", "juist", "3"},
                       {"bram : anna", "recall", "66.67"},
                       {"bram : anna", "vals_alarm", "-"}});
}

TEST(FactorTable, PutsThePeopleBesideTheLexicon) {
  const Table table = factor_table(example_evaluation());
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_TRUE(table.rows.back().is_total);
  expect_cells(table, {{"vertrouwen", "referentie", "3"},
                       {"vertrouwen", "open", "1"},
                       {"vertrouwen", "recall", "66.67"},
                       {"vertrouwen", "kappa", "0.62"},
                       {"vertrouwen", "codeurs_f1", "85.71"},
                       {"overleg", "precisie", "50.00"},
                       {"overleg", "valentie", "-"},
                       {"overleg", "codeurs_f1", "66.67"},
                       {"Totaal", "f1", "75.00"},
                       {"Totaal", "kappa", "-"}});
}

TEST(FactorTable, NamesFactorsThatTheLexiconLacks) {
  Evaluation evaluation = example_evaluation();
  for (CoderCodings& person : evaluation.people) person.units[4]["vrede"].valences = {good};
  evaluation.reference = consensus_of(evaluation.people);
  const Table table = factor_table(evaluation);
  expect_cells(table, {{"vrede", "recall", "0.00"}, {"vrede", "precisie", "-"}});
  EXPECT_EQ(table.notes.back(), "Niet in het lexicon: vrede.");
}

TEST(ValenceTable, SaysWhatBecameOfEachValence) {
  const Table table = valence_table(example_evaluation());
  expect_cells(table, {{"faal", "referentie", "2"},
                       {"faal", "als_succes", "1"},
                       {"faal", "niet_gevonden", "1"},
                       {"succes", "juist", "1"},
                       {"succes", "precisie", "50.00"},
                       {"neutraal", "gegeven", "1"},
                       {"Totaal", "f1", "33.33"},
                       {"Totaal", "als_succes", "-"}});
}

TEST(PatternTable, PutsThoseThatAreWrongMostOftenFirst) {
  const Table table = pattern_table(example_evaluation());
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(std::get<std::string>(table.rows[0].cells[0]), "overleg");
  expect_cells(table, {{"overleg", "treffers", "2"},
                       {"overleg", "fout", "1"},
                       {"overleg", "precisie", "50.00"},
                       {"vertrouwen", "juist", "2"},
                       {"vertrouwen", "open", "1"},
                       {"vertrouwen", "valentie_juist", "1"},
                       {"vertrouwen", "bron", "relatie.toml:7"},
                       {"band*", "treffers", "1"}});
}

TEST(ReferenceNamed, KnowsThePeople) {
  const std::vector<CoderCodings> people{anna(), bram()};
  EXPECT_EQ(reference_named(people, "")->name, "consensus");
  EXPECT_EQ(reference_named(people, "bram")->name, "bram");
  EXPECT_EQ(reference_named(people, "brom").error().message,
            "codeur 'brom' is er niet; bedoelt u 'bram'?");
}

TEST(Disagreements, SayOfWhatKindTheyAre) {
  const Evaluation evaluation = example_evaluation();
  std::string list;
  for (const Disagreement& it : disagreements(evaluation))
    list +=
        std::to_string(it.unit + 1) + " " + std::string(word_of(it.kind)) + " " + it.factor + "\n";
  EXPECT_EQ(list,
            "1 valentie vertrouwen\n3 mensen oneens overleg\n4 mensen oneens vertrouwen\n"
            "5 onterecht overleg\n6 mensen oneens overleg\n6 gemist vertrouwen\n");
  const Disagreement first = disagreements(evaluation).front();
  EXPECT_EQ(people_say(evaluation, first), "anna: faal, bram: faal");
  EXPECT_EQ(lexicon_says(evaluation, first), "succes; feit: “vertrouwen” (vertrouwen)");
}

TEST(Disagreements, MakeATableWithoutFormulasAndTabs) {
  auto sentences = example_sentences();
  sentences[0].sentence = "=SOM(A1)\tEr was\nvertrouwen.";
  const std::string tsv = disagreements_tsv(example_evaluation(), sentences);
  EXPECT_TRUE(tsv.starts_with(
      "id\tdocument\tsoort\tfactor\tanna\tbram\tlexicon\treden\tvorige\tzin\n"
      "s1\tgesprek\tvalentie\tvertrouwen\tfaal\tfaal\tsucces\tfeit: “vertrouwen” (vertrouwen)\t\t"
      "'=SOM(A1) Er was vertrouwen.\n"))
      << tsv;
  EXPECT_NE(tsv.find("s6\tgesprek\tgemist\tvertrouwen\tfaal\tfaal\t-\t\t\tZin s6.\n"),
            std::string::npos);
}

}  // namespace
}  // namespace pipeline
