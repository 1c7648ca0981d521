#include "pipeline/evaluate/coding_tables.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(SentenceRows, ReadColumnsInAnyOrder) {
  const auto rows =
      sentence_rows("sentence\tn\tid\tdoc\nEr was overleg.\t1\ts1\tm\r\n\nJa.\t2\ts2\t\n", "z.tsv");
  ASSERT_TRUE(rows) << to_string(rows.error());
  EXPECT_EQ(*rows,
            (std::vector<SentenceRow>{{"s1", "m", "", "Er was overleg."}, {"s2", "", "", "Ja."}}));
}

TEST(SentenceRows, SayWhichLineIsWrong) {
  EXPECT_EQ(to_string(sentence_rows("id\tprevious\n1\t\n", "z.tsv").error()),
            "z.tsv:1: de kolom 'sentence' ontbreekt; nodig zijn id, sentence, met tabs");
  EXPECT_EQ(to_string(sentence_rows("id\tsentence\n1\tJa.\n2\n", "z.tsv").error()),
            "z.tsv:3: deze regel heeft te weinig kolommen");
}

const std::vector<SentenceRow> two{{"s1", "", "", "Een."}, {"s2", "", "", "Twee."}};

TEST(CoderCodings, ReadFactorsAndValences) {
  const auto codings = coder_codings(
      "id\tfactor\tvalence\ns1\toverleg\tfaal\ns1\tvertrouwen\tsucces\ns1\toverleg\tsucces\ns2\t-"
      "\t-\n",
      "a.tsv", "anna", two);
  ASSERT_TRUE(codings) << to_string(codings.error());
  EXPECT_EQ(codings->name, "anna");
  ASSERT_EQ(codings->units.size(), 2U);
  EXPECT_EQ(codings->units[0].at("overleg").valences,
            (ValenceSet{Valence::failure, Valence::success}));
  EXPECT_EQ(codings->units[0].at("vertrouwen").valences, ValenceSet{Valence::success});
  EXPECT_TRUE(codings->units[1].empty());
}

TEST(CoderCodings, SayWhatIsWrongAndWhere) {
  const struct {
    std::string lines, expected;
  } rows[] = {
      {"s9\t-\t-\n", "a.tsv:2: zin 's9' staat niet in het bestand met zinnen"},
      {"s1\toverleg\tgoed\n", "a.tsv:2: valentie 'goed' is er niet; kies succes, faal of neutraal"},
      {"s1\t-\tfaal\n", "a.tsv:2: bij zin 's1' staat een valentie zonder factor"},
      {"s1\toverleg\tfaal\ns1\t-\t-\n", "a.tsv:3: zin 's1' staat er met en zonder codering"},
      {"s1\t-\t-\ns1\toverleg\tfaal\n", "a.tsv:3: zin 's1' staat er met en zonder codering"},
      {"s1\toverleg\n", "a.tsv:2: deze regel heeft te weinig kolommen"},
      {"s1\t-\t-\n",
       "a.tsv: er is geen regel voor 1 van de 2 zinnen, zoals 's2'; schrijf '-' bij een zin zonder "
       "codering"},
  };
  for (const auto& [lines, expected] : rows) {
    const auto codings = coder_codings("id\tfactor\tvalence\n" + lines, "a.tsv", "anna", two);
    ASSERT_FALSE(codings) << lines;
    EXPECT_EQ(to_string(codings.error()), expected);
  }
}

TEST(CoderCodings, RefuseSentencesWithOneId) {
  const std::vector<SentenceRow> same{{"s1", "", "", "Een."}, {"s1", "", "", "Twee."}};
  const auto codings = coder_codings("id\tfactor\tvalence\ns1\t-\t-\n", "a.tsv", "anna", same);
  ASSERT_FALSE(codings);
  EXPECT_EQ(codings.error().message,
            "zin 's1' staat twee keer in het bestand met zinnen; geef elke zin een eigen id");
}

}  // namespace
}  // namespace pipeline
