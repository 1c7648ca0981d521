#include "pipeline/pseudonymise/name_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string mistakes_in(const std::string& csv) {
  const auto list = read_names(csv, "names.csv", word_table());
  std::string mistakes;
  if (!list)
    for (const Error& error : list.error()) mistakes += to_string(error) + "\n";
  return mistakes;
}

TEST(NameList, NumbersWhatHasNoPseudonym) {
  const auto list = read_names(
      "\xEF\xBB\xBFnaam;soort;pseudoniem;varianten\n"
      "Marloes Hendrikx;respondent;[RESPONDENT-03];Marloes | Loes\n"
      "Kadewijk;plaats;;\n\n"
      "Terpwier;Plaats;[PLAATS-2];\n"
      "Slingewoude;plaats;;\n",
      "names.csv", word_table());
  ASSERT_TRUE(list);
  ASSERT_EQ(list->rows.size(), 4U);
  EXPECT_EQ(list->rows[0].kind, NameKind::respondent);
  EXPECT_THAT(list->rows[0].variants, ElementsAre("Marloes", "Loes"));
  EXPECT_EQ(list->rows[1].pseudonym, "[PLAATS-1]");
  EXPECT_EQ(list->rows[3].pseudonym, "[PLAATS-3]");
  EXPECT_EQ(list->rows[3].line, 6U);
}

TEST(NameList, NamesEachMistakeByItsLine) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "het bestand is leeg"},
      {"naam,soort\n", "names.csv:1: de lijst noemt geen enkele naam"},
      {"naam;pseudoniem\nJan;X\n", "names.csv:1: de kolom “soort” ontbreekt"},
      {"naam;soort;naam\n", "de kolom “naam” staat er tweemaal"},
      {"naam;soort\n;persoon\n", "names.csv:2: de naam is leeg"},
      {"naam;soort\nJan;persoen\n", "names.csv:2: de soort “persoen” is er niet; kies uit persoon"},
      {"naam;soort\nJ;persoon\n", "names.csv:2: een naam van één letter"},
      {"naam;soort\n112;overig\n", "names.csv:2: een naam zonder letters"},
      {"naam;soort;pseudoniem\nJan;persoon;X1\nJAN;persoon;X2\n",
       "names.csv:3: “JAN” staat ook in regel 2, met een andere soort of een ander pseudoniem"},
      {"naam;soort;pseudoniem;varianten\nJan Dijk;persoon;;Jan\nJan Meer;persoon;;Jan\n",
       "names.csv:3: “Jan” staat ook in regel 2"},
      {"naam;soort;pseudoniem\nJan;persoon;Piet Bakker\nPiet;persoon;\n",
       "names.csv:2: in het pseudoniem staat een naam van regel 3"},
      {"naam;soort\nJan;persoon;;;x\n", "names.csv:2: deze regel heeft 5 cellen en de kop 2"},
      {"naam;soort\n\"Jan;persoon\n", "names.csv:2: een aanhalingsteken is niet gesloten"},
  };
  for (const auto& [csv, expected] : cases) EXPECT_THAT(mistakes_in(csv), HasSubstr(expected));
  const std::string longest = "naam;soort\n" + std::string(300, 'a') + ";persoon\n";
  EXPECT_THAT(mistakes_in(longest), HasSubstr("langer dan 200 tekens"));
  const std::string pseudonym = "naam;soort;pseudoniem\nJan;persoon;" + std::string(90, 'A') + "\n";
  EXPECT_THAT(mistakes_in(pseudonym), HasSubstr("langer dan 80 tekens"));
  EXPECT_THAT(mistakes_in(std::string("a\0b\0", 4)), HasSubstr("names.csv"));
}

TEST(NameList, TellsEveryMistakeAtOnce) {
  EXPECT_EQ(mistakes_in("naam;soort\n;persoon\nJ;persoon\n"),
            "names.csv:2: de naam is leeg; vul hem in of haal de regel weg\n"
            "names.csv:3: een naam van één letter kan niet worden gezocht; schrijf hem voluit\n");
}

TEST(NameList, WarnsOfWhatMayGoWrong) {
  const auto list =
      read_names("naam;soort;pseudoniem\nBos;persoon;[A-1]\nTerpwier;plaats;\nBos;persoon;[A-1]\n",
                 "names.csv", word_table());
  ASSERT_TRUE(list);
  ASSERT_EQ(list->warnings.size(), 3U);
  EXPECT_THAT(to_string(list->warnings[0]),
              HasSubstr("names.csv:2: “Bos” is ook een gewoon woord"));
  EXPECT_THAT(to_string(list->warnings[1]), HasSubstr("names.csv:4"));
  EXPECT_THAT(list->warnings[2].message, HasSubstr("1 naam heeft geen pseudoniem"));
}

TEST(NameList, SaysWhichFileCannotBeRead) {
  const TemporaryFolder folder;
  const auto absent = read_names_file(folder.path() / "weg.csv", word_table());
  ASSERT_FALSE(absent);
  EXPECT_THAT(to_string(absent.error().front()),
              HasSubstr("weg.csv: het bestand is niet te lezen"));
  const auto large = folder.write("groot.csv", std::string((16U << 20U) + 1, 'a'));
  const auto refused = read_names_file(large, word_table());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().front().message, HasSubstr("te groot"));
}

}  // namespace
}  // namespace pipeline
