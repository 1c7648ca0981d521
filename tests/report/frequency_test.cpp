#include "pipeline/report/frequency.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/report/readable.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using Lines = std::vector<std::string>;

RunRecord example_run() {
  RunRecord run;
  run.id = 3;
  run.started = "2026-11-22T10:00:00Z";
  run.finished = "2026-11-22T10:00:09Z";
  run.program = "0.1.0";
  run.lexicon = "samenwerking@1.0.0";
  run.lexicon_hash = "0123456789abcdef";
  return run;
}

Table counted(const FrequencySpec& spec) {
  const auto table = frequency(example_facts(), example_factors(), spec, example_run());
  EXPECT_TRUE(table) << to_string(table.error());
  return table.value_or(Table{});
}

// One a row: its cells with " | " between them, without the labels of factors and the bounds of
// intervals.
Lines lines(const Table& table) {
  Lines lines;
  for (const Row& row : table.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (const std::string& name = table.columns[i].name;
          name != "label" && !name.ends_with("_van") && !name.ends_with("_tot"))
        line += (i == 0 ? "" : " | ") + readable(row.cells[i], table.columns[i]);
    lines.push_back(line);
  }
  return lines;
}

Lines names(const Table& table) {
  Lines names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

bool has_note(const Table& table, const std::string& note) {
  return std::ranges::find(table.notes, note) != table.notes.end();
}

std::string error_of(const FrequencySpec& spec) {
  const auto table = frequency(example_facts(), example_factors(), spec, {});
  return table ? "" : to_string(table.error());
}

TEST(Frequency, CountsNothingInPartsThatTheStudyLeavesOut) {
  CorpusFacts facts = example_facts();
  for (CorpusFacts::PassageRow& passage : facts.passages) passage.is_coded = false;
  facts.passages[1].is_coded = true;  // of Anna, 100 words
  const auto table = frequency(facts, example_factors(), {}, {});
  ASSERT_TRUE(table);
  EXPECT_TRUE(has_note(*table, "Grondslag: 1 document, 1 passage, 100 woorden."));
  std::uint64_t words = 0;
  for (const CorpusFacts::PassageRow& passage : facts.passages) words += passage.words;
  EXPECT_TRUE(has_note(*table, "Weggelaten: " + std::to_string(facts.passages.size() - 1) +
                                   " passages in delen die de studie weglaat (" +
                                   std::to_string(words - 100) + " woorden)."));
}

TEST(Frequency, CountsEachUnitSplitByValence) {
  const struct {
    CountUnit unit;
    Lines expected;  // factor | succes | faal | neutraal | aantal
  } cases[] = {
      {CountUnit::codings,
       {"vertrouwen | 4 | 2 | 1 | 7", "gemeente | 1 | 1 | 0 | 2", "eigen-vondst | 0 | 1 | 0 | 1",
        "Totaal | 5 | 4 | 1 | 10"}},
      {CountUnit::sentences,
       {"vertrouwen | 3 | 2 | 1 | 5", "gemeente | 1 | 1 | 0 | 2", "eigen-vondst | 0 | 1 | 0 | 1",
        "Totaal | 4 | 4 | 1 | 7"}},
      {CountUnit::passages,
       {"vertrouwen | 2 | 2 | 1 | 3", "gemeente | 1 | 1 | 0 | 2", "eigen-vondst | 0 | 1 | 0 | 1",
        "Totaal | 3 | 3 | 1 | 5"}},
      {CountUnit::speakers,
       {"vertrouwen | 1 | 2 | 0 | 2", "gemeente | 1 | 1 | 0 | 1", "eigen-vondst | 0 | 0 | 0 | 0",
        "Totaal | 1 | 2 | 0 | 2"}},
      {CountUnit::documents,
       {"vertrouwen | 2 | 2 | 1 | 3", "gemeente | 1 | 1 | 0 | 1", "eigen-vondst | 0 | 1 | 0 | 1",
        "Totaal | 2 | 3 | 1 | 4"}},
      {CountUnit::cases,
       {"vertrouwen | 2 | 1 | 1 | 2", "gemeente | 1 | 1 | 0 | 1", "eigen-vondst | 0 | 0 | 0 | 0",
        "Totaal | 2 | 1 | 1 | 2"}},
  };
  for (const auto& [unit, expected] : cases) {
    FrequencySpec spec;
    spec.unit = unit;
    EXPECT_EQ(lines(counted(spec)), expected) << static_cast<int>(unit);
  }
}

TEST(Frequency, CountsAPersonOfSeveralDocumentsOnce) {
  CorpusFacts facts = example_facts();
  for (auto& speaker : facts.speakers)
    if (speaker.kind != SpeakerKind::interviewer) speaker.person = "W1";
  FrequencySpec spec;
  spec.unit = CountUnit::speakers;
  const auto table = frequency(facts, example_factors(), spec, example_run());
  ASSERT_TRUE(table);
  EXPECT_EQ(lines(*table)[0], "vertrouwen | 1 | 1 | 0 | 1");
  spec.unit = CountUnit::codings;
  spec.rows = "spreker";
  const auto rows = frequency(facts, example_factors(), spec, example_run());
  ASSERT_TRUE(rows);
  EXPECT_EQ(lines(*rows)[0].substr(0, 4), "W1 |");
  EXPECT_EQ(lines(*rows).size(), 3U) << "W1, nobody, and the total";
}

TEST(Frequency, BreaksDownByColumnsWithAWordOfTheirOwnForNone) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  const Table table = counted(spec);
  EXPECT_EQ(table.title, "Coderingen per factor en case");
  EXPECT_EQ(names(table), (Lines{"factor", "label", "kadewijk", "westerbeek", "(geen)", "totaal"}));
  EXPECT_EQ(lines(table), (Lines{"vertrouwen | 3 | 4 | 0 | 7", "gemeente | 0 | 2 | 0 | 2",
                                 "eigen-vondst | 0 | 0 | 1 | 1", "Totaal | 3 | 6 | 1 | 10"}));
  EXPECT_EQ(table.rows[1].cells[1], Cell("Rol van de gemeente"));
  EXPECT_TRUE(table.rows.back().is_total);
  EXPECT_FALSE(table.rows.front().is_total);
}

TEST(Frequency, NamesTheColumnsOfAGroupAfterItsValue) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.scope.where = std::vector{passage_id(DocumentId{3}, 1)};
  const Table table = counted(spec);
  EXPECT_EQ(names(table),
            (Lines{"factor", "label", "kadewijk:succes", "kadewijk:faal", "kadewijk:neutraal",
                   "totaal:succes", "totaal:faal", "totaal:neutraal", "totaal:aantal"}));
  EXPECT_EQ(table.columns[2].group, "kadewijk");
  EXPECT_EQ(table.columns[2].title, "succes");
  EXPECT_EQ(table.columns[2].role, ColumnRole::success);
  EXPECT_EQ(table.columns[3].role, ColumnRole::failure);
}

TEST(Frequency, WeighsSuccesAgainstFaal) {
  FrequencySpec spec;
  spec.valence = ValenceView::balance;
  const Table table = counted(spec);
  EXPECT_EQ(lines(table), (Lines{"vertrouwen | 0,33 | 7", "gemeente | 0,00 | 2",
                                 "eigen-vondst | -1,00 | 1", "Totaal | 0,11 | 10"}));
  spec.columns = "case";
  EXPECT_EQ(lines(counted(spec)),
            (Lines{"vertrouwen | 1,00 | 0,00 |  | 0,33 | 7", "gemeente |  | 0,00 |  | 0,00 | 2",
                   "eigen-vondst |  |  | -1,00 | -1,00 | 1",
                   "Totaal | 1,00 | 0,00 | -1,00 | 0,11 | 10"}));
}

TEST(Frequency, HoldsCountsAgainstTheWordsAndDocumentsOfTheirColumn) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  spec.per_thousand_words = true;
  spec.shares = {Share::documents};
  // Words: kadewijk 400, westerbeek 350, none 250. Documents: 1, 2, 1.
  EXPECT_EQ(
      lines(counted(spec)),
      (Lines{"vertrouwen | 3 | 7,50 | 100,0 | 4 | 11,43 | 100,0 | 0 | 0,00 | 0,0 | 7 | 7,00 | "
             "75,0",
             "gemeente | 0 | 0,00 | 0,0 | 2 | 5,71 | 50,0 | 0 | 0,00 | 0,0 | 2 | 2,00 | 25,0",
             "eigen-vondst | 0 | 0,00 | 0,0 | 0 | 0,00 | 0,0 | 1 | 4,00 | 100,0 | 1 | 1,00 | "
             "25,0",
             "Totaal | 3 | 7,50 | 100,0 | 6 | 17,14 | 100,0 | 1 | 4,00 | 100,0 | 10 | 10,00 "
             "| 100,0"}));
}

TEST(Frequency, HoldsRowsOfPassagesAgainstTheirOwnWords) {
  FrequencySpec spec;
  spec.rows = "spreker";
  spec.valence = ValenceView::sum;
  spec.per_thousand_words = true;
  spec.shares = {Share::documents};
  EXPECT_EQ(lines(counted(spec)),
            (Lines{"Anna | 5 | 33,33 | 100,0", "R | 1 | 5,00 | 100,0", "(geen) | 4 | 6,15 | 100,0",
                   "Totaal | 10 | 10,00 | 100,0"}));
}

TEST(Frequency, LeavesARateEmptyWhereNobodySaidAWord) {
  CorpusFacts facts = example_facts();
  for (auto& passage : facts.passages) passage.words = 0;
  FrequencySpec spec;
  spec.per_thousand_words = true;
  const auto table = frequency(facts, example_factors(), spec, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0].cells.back(), Cell{});
}

TEST(Frequency, TakesEveryKindOfRow) {
  const struct {
    std::string rows;
    Lines expected;
  } cases[] = {
      {"factor", {"vertrouwen | 7", "gemeente | 2", "eigen-vondst | 1", "Totaal | 10"}},
      {"thema", {"relatie | 7", "omgeving | 2", "(geen) | 1", "Totaal | 10"}},
      {"theme", {"relatie | 7", "omgeving | 2", "(geen) | 1", "Totaal | 10"}},
      {"valentie", {"succes | 5", "faal | 4", "neutraal | 1", "Totaal | 10"}},
      {"modaliteit",
       {"feit | 9", "wens | 0", "voorwaarde | 0", "vraag | 1", "twijfel | 0", "Totaal | 10"}},
      {"document",
       {"k/verslag.md | 3", "los.txt | 1", "w/gesprek-1.txt | 5", "w/gesprek-2.txt | 1",
        "Totaal | 10"}},
      {"spreker", {"Anna | 5", "R | 1", "(geen) | 4", "Totaal | 10"}},
      {"codeur", {"lexicon samenwerking@1.0.0 | 9", "Marloes | 1", "Totaal | 10"}},
      {"lexicon", {"samenwerking@1.0.0 | 9", "(geen) | 1", "Totaal | 10"}},
      {"case", {"kadewijk | 3", "westerbeek | 6", "(geen) | 1", "Totaal | 10"}},
      {"rol", {"bestuurder | 5", "wethouder | 1", "(geen) | 4", "Totaal | 10"}},
  };
  for (const auto& [rows, expected] : cases) {
    FrequencySpec spec;
    spec.rows = rows;
    spec.valence = ValenceView::sum;
    EXPECT_EQ(lines(counted(spec)), expected) << rows;
  }
}

TEST(Frequency, SumsWhereTheValenceIsARowOrColumnItself) {
  FrequencySpec spec;
  spec.columns = "valence";
  EXPECT_EQ(lines(counted(spec))[0], "vertrouwen | 4 | 2 | 1 | 7");
  spec.rows = "valence";
  spec.columns = "case";
  EXPECT_EQ(lines(counted(spec))[0], "succes | 2 | 3 | 0 | 5");
}

TEST(Frequency, TellsSpeakersOfOneNameApartByDocument) {
  FrequencySpec spec;
  spec.rows = "speaker";
  spec.valence = ValenceView::sum;
  spec.scope.interviewers = true;
  EXPECT_EQ(lines(counted(spec)),
            (Lines{"Anna | 5", "I (w/gesprek-1.txt) | 1", "I (w/gesprek-2.txt) | 0", "R | 1",
                   "(geen) | 4", "Totaal | 11"}));
}

TEST(Frequency, ShowsFactorsOfTheLexiconWithoutCodingsWhenAsked) {
  FrequencySpec spec;
  spec.valence = ValenceView::sum;
  spec.empty_factors = true;
  EXPECT_EQ(lines(counted(spec)), (Lines{"gedeelde-visie | 0", "vertrouwen | 7", "gemeente | 2",
                                         "eigen-vondst | 1", "Totaal | 10"}));
  spec.rows = "thema";
  EXPECT_EQ(lines(counted(spec))[0], "visie | 0");
}

TEST(Frequency, CountsInterviewersOnlyWhenAsked) {
  FrequencySpec spec;
  spec.per_thousand_words = true;
  spec.scope.interviewers = true;
  const Table table = counted(spec);
  EXPECT_EQ(lines(table)[0], "vertrouwen | 4 | 2 | 2 | 8 | 7,77");  // 8 in 1,030 words
  EXPECT_TRUE(has_note(
      table, "Grondslag: 4 documenten, 7 passages, 1.030 woorden, interviewers meegeteld."));
}

TEST(Frequency, CountsOneCodersCodings) {
  FrequencySpec spec;
  spec.scope.coder = "Marloes";
  const Table table = counted(spec);
  EXPECT_EQ(lines(table), (Lines{"vertrouwen | 1 | 0 | 0 | 1", "Totaal | 1 | 0 | 0 | 1"}));
  EXPECT_TRUE(has_note(table, "Codeur: Marloes."));
}

TEST(Frequency, LeavesOutWhatWasLearnedUnlessItIsAskedFor) {
  CorpusFacts facts = example_facts();
  facts.coders[1] = "learned@9f0c6b5de2f0";
  const auto counted_by = [&](const std::string& coder) {
    FrequencySpec spec;
    spec.scope.coder = coder;
    return frequency(facts, example_factors(), spec, example_run());
  };
  EXPECT_TRUE(
      has_note(*counted_by(""),
               "Weggelaten: 2 passages van interviewers (30 woorden), 1 verworpen codering, "
               "1 geleerd voorstel (tel ze met --coder learned of --coder combined)."));
  EXPECT_EQ(lines(*counted_by("learned")),
            (Lines{"vertrouwen | 1 | 0 | 0 | 1", "Totaal | 1 | 0 | 0 | 1"}));
  EXPECT_TRUE(has_note(*counted_by("learned"), "Codeur: learned@9f0c6b5de2f0."));
  EXPECT_TRUE(
      counted_by("combined").error().message.starts_with("geen codering is van codeur 'combined'"));
}

TEST(Frequency, CountsWhatPeopleCodedOrAcceptedAsSettled) {
  CorpusFacts facts = example_facts();
  for (auto& coding : facts.codings)
    if (coding.coder == 0) coding.status = CodingStatus::proposed;
  FrequencySpec spec;
  spec.scope.coder = "settled";
  const auto table = frequency(facts, example_factors(), spec, example_run());
  ASSERT_TRUE(table);
  EXPECT_EQ(lines(*table), (Lines{"vertrouwen | 1 | 0 | 0 | 1", "Totaal | 1 | 0 | 0 | 1"}));
}

TEST(Frequency, KeepsToThePassagesOfAQuery) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  spec.scope.where = std::vector{passage_id(DocumentId{1}, 1), passage_id(DocumentId{1}, 3),
                                 passage_id(DocumentId{3}, 1), passage_id(DocumentId{9}, 9)};
  spec.scope.where_query = "geld";
  const Table table = counted(spec);
  EXPECT_EQ(lines(table),
            (Lines{"vertrouwen | 3 | 0 | 3", "gemeente | 0 | 1 | 1", "Totaal | 3 | 1 | 4"}));
  EXPECT_TRUE(has_note(table, "Beperkt tot 4 passages die voldoen aan de zoekvraag: geld"));
  spec.scope.where = std::vector<PassageId>{};
  EXPECT_EQ(lines(counted(spec)), (Lines{"Totaal | 0"}));
  EXPECT_EQ(names(counted(spec)), (Lines{"factor", "label", "totaal"}));
}

TEST(Frequency, SaysWhatWasCountedAndLeftOut) {
  FrequencySpec spec;
  EXPECT_EQ(
      counted(spec).notes,
      (Lines{"Geteld: coderingen; een codering is een factor in een zin, met een valentie.",
             "° 2 getallen berusten op minder dan 5: lees ze met voorzichtigheid.",
             "Grondslag: 4 documenten, 5 passages, 1.000 woorden.",
             "Weggelaten: 2 passages van interviewers (30 woorden), 1 verworpen codering.",
             "Codeurs: lexicon samenwerking@1.0.0, Marloes, hun coderingen bij elkaar geteld.",
             "Lexicon: samenwerking@1.0.0 (0123456789ab).",
             "Run 3 van 2026-11-22T10:00:00Z, samenspel 0.1.0."}));
}

TEST(Frequency, LeavesOutWhatIsInAnotherLanguage) {
  CorpusFacts facts = example_facts();
  facts.passages.back().is_foreign = true;  // 250 words, one coding
  const auto table = frequency(facts, example_factors(), {}, example_run());
  ASSERT_TRUE(table);
  EXPECT_TRUE(has_note(*table, "Grondslag: 3 documenten, 4 passages, 750 woorden."));
  EXPECT_TRUE(has_note(*table,
                       "Weggelaten: 2 passages van interviewers (30 woorden), 1 passage in een "
                       "andere taal (250 woorden, 1 codering), 1 verworpen codering."));
  for (const std::string& line : lines(*table)) EXPECT_FALSE(line.starts_with("eigen-vondst"));
}

TEST(Frequency, SaysThatTotalsOfDistinctUnitsAreNoSums) {
  const std::string sums =
      "In een totaal telt elke passage één keer; het kan kleiner zijn dan de som van wat ernaast "
      "of erboven staat.";
  FrequencySpec spec;
  spec.unit = CountUnit::passages;
  EXPECT_TRUE(has_note(counted(spec), sums));
  spec.rows = "document";
  spec.valence = ValenceView::sum;
  EXPECT_FALSE(has_note(counted(spec), sums));
}

TEST(Frequency, SaysWhichCodingsHaveNoUnit) {
  FrequencySpec spec;
  spec.unit = CountUnit::speakers;
  EXPECT_TRUE(
      has_note(counted(spec), "Niet geteld: 4 coderingen, want daarbij is geen spreker bekend."));
  spec.unit = CountUnit::cases;
  EXPECT_TRUE(
      has_note(counted(spec), "Niet geteld: 1 codering, want daarbij is geen case bekend."));
}

TEST(Frequency, ExplainsTheMeasuresItShows) {
  FrequencySpec spec;
  spec.valence = ValenceView::balance;
  spec.per_thousand_words = true;
  spec.shares = {Share::documents};
  const Table table = counted(spec);
  EXPECT_TRUE(has_note(table,
                       "Saldo: (succes - faal) / (succes + faal), van -1 tot 1; leeg waar geen van "
                       "beide voorkomt."));
  EXPECT_TRUE(
      has_note(table,
               "Per 1.000 woorden: coderingen per 1.000 woorden van die rij of kolom; wat geen "
               "eigen woorden heeft, zoals een factor, is gemeten aan alle."));
  EXPECT_TRUE(has_note(table,
                       "% doc.: het deel van de documenten van die rij of kolom waarin het "
                       "voorkomt, met daarachter het interval van 95 % (Wilson)."));
}

TEST(Frequency, SaysThatARunIsMissingOrWasInterrupted) {
  const auto without = frequency(example_facts(), example_factors(), {}, {});
  ASSERT_TRUE(without);
  EXPECT_EQ(without->notes.back(), "Er is geen run vastgelegd.");
  RunRecord run = example_run();
  run.finished.clear();
  const auto interrupted = frequency(example_facts(), example_factors(), {}, run);
  ASSERT_TRUE(interrupted);
  EXPECT_EQ(interrupted->notes.back(),
            "Run 3 van 2026-11-22T10:00:00Z (niet voltooid), samenspel 0.1.0.");
}

TEST(Frequency, NamesWhatComesNearAnUnknownName) {
  FrequencySpec rows, columns, coder, same;
  rows.rows = "factro";
  columns.columns = "partij";
  coder.scope.coder = "Marlos";
  same.columns = "factor";
  EXPECT_EQ(error_of(rows), "'factro' is geen kenmerk om op te tellen; bedoelt u 'factor'?");
  EXPECT_EQ(error_of(columns),
            "'partij' is geen kenmerk om op te tellen; er is: factor, thema, valentie, modaliteit, "
            "document, spreker, codeur, lexicon, verloop:derden, verloop:tienden, case, rol");
  EXPECT_EQ(error_of(coder), "geen codering is van codeur 'Marlos'; bedoelt u 'Marloes'?");
  EXPECT_EQ(error_of(same),
            "rijen en kolommen zijn allebei 'factor'; kies voor een van beide een ander kenmerk");
}

TEST(Frequency, RefusesATableThatNobodyCouldRead) {
  CorpusFacts facts = random_facts(7, 1500, 6000, 100);
  FrequencySpec spec;
  spec.rows = "document";
  spec.columns = "spreker";
  const auto table = frequency(facts, {}, spec, {});
  ASSERT_FALSE(table);
  EXPECT_TRUE(table.error().message.starts_with("de tabel van document bij spreker zou "))
      << table.error().message;
}

TEST(Frequency, IsTheTotalRowAloneWhereThereIsNothing) {
  const auto table = frequency({}, {}, {}, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(lines(*table), (Lines{"Totaal | 0 | 0 | 0 | 0"}));
}

TEST(Frequency, KeepsColumnNamesUniqueBesideACaseCalledTotaal) {
  CorpusFacts facts = example_facts();
  facts.documents[3].attributes["case"] = "totaal";
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  const auto table = frequency(facts, example_factors(), spec, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(names(*table),
            (Lines{"factor", "label", "kadewijk", "totaal", "westerbeek", "totaal_2"}));
}

TEST(Frequency, OrdersValuesAsPeopleDo) {
  CorpusFacts facts = example_facts();
  const char* rounds[] = {"ronde 10", "Ronde 2", "afsluiting", "ronde 02"};
  for (std::size_t i = 0; i < 4; ++i) facts.documents[i].attributes["ronde"] = rounds[i];
  for (auto& speaker : facts.speakers)
    speaker.attributes["ronde"] = facts.documents[speaker.document].attributes["ronde"];
  FrequencySpec spec;
  spec.rows = "ronde";
  spec.valence = ValenceView::sum;
  const auto table = frequency(facts, {}, spec, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(lines(*table), (Lines{"afsluiting | 3", "Ronde 2 | 1", "ronde 02 | 1", "ronde 10 | 5",
                                  "Totaal | 10"}));
}

TEST(FrequencyNames, AreEnglishOrDutch) {
  EXPECT_EQ(count_unit_of("sentences"), CountUnit::sentences);
  EXPECT_EQ(count_unit_of("zinnen"), CountUnit::sentences);
  EXPECT_EQ(count_unit_of("cases"), CountUnit::cases);
  EXPECT_EQ(valence_view_of("balance"), ValenceView::balance);
  EXPECT_EQ(valence_view_of("gesplitst"), ValenceView::split);
  EXPECT_EQ(to_string(count_unit_of("zin").error()),
            "'zin' is geen eenheid om te tellen; kies coderingen, zinnen, passages, sprekers, "
            "documenten of cases");
  EXPECT_EQ(to_string(valence_view_of("x").error()),
            "'x' is geen weergave van valentie; kies gesplitst, samen, saldo of gemengd");
}

}  // namespace
}  // namespace pipeline
