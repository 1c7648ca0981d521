#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Names, ProposeAListForWhatIsToBeTakenIn) {
  const ExampleStudy study;
  study.create();
  study.write("documents/brief.txt",
              "Toen belde wethouder Oldemeule uit Slingewoude.\nMail o.oldemeule@zorg.nl.\n");
  const Ran csv = samenspel({"names", study.text("documents"), "--format", "csv"});
  EXPECT_EQ(csv.status, 0) << csv;
  EXPECT_THAT(csv.out, HasSubstr("naam,soort,pseudoniem,varianten,aantal,documenten,"));
  EXPECT_THAT(csv.out, HasSubstr("Oldemeule,persoon,[PERSOON-"));
  EXPECT_THAT(csv.out, HasSubstr("Slingewoude,plaats,[PLAATS-"));
  EXPECT_THAT(csv.out, HasSubstr("Marloes,persoon,"));
  EXPECT_THAT(csv.out, Not(HasSubstr("@")));
  EXPECT_THAT(csv.out, Not(HasSubstr("belde")));
  EXPECT_THAT(csv.err, HasSubstr("dit zijn persoonsgegevens"));
  const auto list = study.write("kluis/names.csv", csv.out);
  EXPECT_EQ(study.ingest({"--pseudonymise", list.string()}).status, 0);
  EXPECT_THAT(study.run({"search", "wethouder", "--format", "csv"}).out,
              Not(HasSubstr("Oldemeule")));
}

TEST(Names, ShowWhatTheyWereFoundInOnlyToRead) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"names"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Marloes"));
  EXPECT_THAT(ran.out, HasSubstr("visie is er in Terpwier"));
  EXPECT_THAT(ran.err, HasSubstr("dit zijn persoonsgegevens"));
}

TEST(Names, TellWhichFilesCouldNotBeRead) {
  const ExampleStudy study;
  study.write("documents/oud.doc", "?");
  const Ran ran = samenspel({"names", study.text("documents")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("oud.doc"));
  EXPECT_THAT(ran.out, HasSubstr("Terpwier"));
}

TEST(Names, FindNothingWhereNobodyIsNamed) {
  const ExampleStudy study;
  const auto file = study.write("leeg.txt", "er was vertrouwen.\n");
  EXPECT_EQ(samenspel({"names", file.string()}).status, 1);
  const Ran absent = samenspel({"names", "--study", study.text("geen")});
  EXPECT_EQ(absent.status, 2);
  EXPECT_THAT(absent.err, HasSubstr("hier is geen studie"));
  study.write("map/cases.csv", "naam\n");
  EXPECT_EQ(samenspel({"names", study.text("map")}).status, 2);
}

}  // namespace
}  // namespace pipeline
