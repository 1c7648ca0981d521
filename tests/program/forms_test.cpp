#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

// The rows of the answer as "form words read documents why".
std::vector<std::string> rows_of(const ExampleStudy& study, const std::string& pattern) {
  std::vector<std::string> rows;
  const auto json = json_of(study.run({"forms", pattern, "--format", "json"}));
  for (const auto& row : json["rows"]) {
    std::string cells;
    for (const auto& cell : row["cells"]) {
      cells += (cells.empty() ? "" : " ");
      cells += cell.is_string() ? cell.get<std::string>() : cell.dump();
    }
    rows.push_back(cells);
  }
  return rows;
}

TEST(Forms, CountWhatAWordCatchesAndSayWhy) {
  const ExampleStudy study;
  study.write("documents/apart.txt",
              "Zij werkten goed samen. Wij werken samen. De samenwerkende partijen.");
  study.fill();
  EXPECT_THAT(rows_of(study, "samenwerken"),
              testing::UnorderedElementsAre("samenwerkende 1 1 1 vorm van samenwerken",
                                            "werken … samen 1 1 1 gescheiden: samenwerken",
                                            "werkten … samen 1 1 1 gescheiden: samenwerken"));
  EXPECT_THAT(rows_of(study, "gedeeld"), testing::ElementsAre("gedeelde 3 3 3 vorm van delen"));
}

TEST(Forms, CountCompoundsOfAPatternWithAStar) {
  const ExampleStudy study;
  study.fill();
  EXPECT_THAT(rows_of(study, "*trouw*"),
              testing::ElementsAre("vertrouwen 5 null 4 heeft deze letters",
                                   "wantrouwen 2 null 2 heeft deze letters"));
  EXPECT_THAT(rows_of(study, "*cooperatie"),
              testing::ElementsAre("zorgcooperatie 2 null 2 deel van zorg+cooperatie"));
}

TEST(Forms, NameTheWordOfAPatternWithSeveral) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"forms", "(overleg|visie) met", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("patroon,vorm,woorden,zo_gelezen,documenten,waarom\r\n"));
  EXPECT_THAT(ran.out, HasSubstr("visie,visie,3,3,3,het woord zelf\r\n"));
}

TEST(Forms, AreWrittenWithTabsToo) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"forms", "visie", "--format", "csv", "--scheiding", "tab"});
  EXPECT_EQ(ran.out,
            "vorm\twoorden\tzo_gelezen\tdocumenten\twaarom\r\nvisie\t3\t3\t3\thet woord zelf\r\n");
}

TEST(Forms, AreAlignedForReadingAndSayHowToStrikeOneOut) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"forms", "visie"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Wat 'visie' vangt"));
  EXPECT_THAT(ran.out, HasSubstr("NIET =vorm"));
}

TEST(Forms, EndWithOneWhereNothingFitsAndWithTwoWhereThePatternIsWrong) {
  const ExampleStudy study;
  study.fill();
  const Ran nothing = study.run({"forms", "zeppelin"});
  EXPECT_EQ(nothing.status, 1) << nothing;
  EXPECT_THAT(nothing.err, HasSubstr("geen woord in deze studie past op 'zeppelin'"));
  for (const char* pattern : {"a*", "(overleg", "<onbekend>", ""}) {
    const Ran wrong = study.run({"forms", pattern});
    EXPECT_EQ(wrong.status, 2) << pattern << wrong;
    EXPECT_THAT(wrong.err, Not(HasSubstr("geen woord in deze studie")));
  }
}

}  // namespace
}  // namespace pipeline
