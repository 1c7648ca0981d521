#include "pipeline/publish/loaders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "pipeline/publish/data_folder.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

// All that could break a script: quotes of three languages, marks that Stata fills in, accents.
DataSet hard_set() {
  DataSet set;
  set.table = {"Proef",
               {{"bron", ""}, {"document", ""}, {"aantal", ""}, {"aanwezig", ""}, {"tijd", ""}},
               {},
               {"Geteld: 'coderingen' \"van\" $HOME en `iets'.", "Zonder punt"}};
  set.variables = {{"Bron", VariableKind::text},
                   {"Wat \"hij\" zei: 't was $50 `zo'", VariableKind::text},
                   {"Aantal", VariableKind::whole},
                   {"Aanwezig", VariableKind::yes_no},
                   {"Tijd", VariableKind::real}};
  const auto text = [](const char* words) { return Cell{std::string(words)}; };
  set.table.rows = {
      {{text("a.txt"), text("Co\u00f6peratie, \"zei hij\"; 't is $50"), Cell{std::int64_t{12}},
        Cell{std::int64_t{1}}, Cell{1.5}}},
      {{text("b.txt"), text("=1+1"), Cell{std::int64_t{0}}, Cell{std::int64_t{0}}, Cell{}}},
      {{text("c.txt"), text("NA"), Cell{std::int64_t{3}}, Cell{std::int64_t{1}}, Cell{2.25}}}};
  return set;
}

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class DataFolder : public testing::Test {
 protected:
  void write(const DataSet& set) {
    for (const NamedFile& file : data_folder(set, "proef")) folder_.write(file.name, file.bytes);
  }
  // What a command prints, run in the folder.
  std::string run(const std::string& command) {
    const std::string all =
        "cd '" + folder_.path().string() + "' && " + command + " > uit.txt 2>&1";
    const int status = std::system(all.c_str());
    const std::string out = bytes_of(folder_.path() / "uit.txt");
    EXPECT_EQ(status, 0) << out;
    return out;
  }
  TemporaryFolder folder_;
};

TEST_F(DataFolder, HoldsDataDictionaryScriptsAndNotes) {
  write(hard_set());
  EXPECT_THAT(bytes_of(folder_.path() / "proef.csv"),
              HasSubstr("a.txt,\"Co\u00f6peratie, \"\"zei hij\"\"; 't is $50\",12,1,1.5\r\n"));
  EXPECT_THAT(bytes_of(folder_.path() / "variabelen.csv"),
              HasSubstr("aanwezig,Aanwezig,0/1,\"0 = nee, 1 = ja\",,\r\n"));
  EXPECT_THAT(bytes_of(folder_.path() / "LEESMIJ.txt"), HasSubstr("Zonder punt\n"));
}

TEST_F(DataFolder, LoadsInR) {
  if (!has_program("Rscript")) GTEST_SKIP() << "Rscript is not here";
  write(hard_set());
  const std::string out =
      run("LC_ALL=C.UTF-8 Rscript -e 'source(\"laad.R\")' -e 'str(gegevens)' "
          "-e 'cat(gegevens$document[1], gegevens$document[3], sum(gegevens$aantal), "
          "sum(gegevens$tijd, na.rm = TRUE), attr(gegevens$document, \"label\"), sep = \"|\")'");
  EXPECT_THAT(out, HasSubstr("'data.frame':\t3 obs. of  5 variables"));
  EXPECT_THAT(out, HasSubstr("Co\u00f6peratie, \"zei hij\"; 't is $50|NA|15|3.75|Wat \"hij\" zei: "
                             "'t was $50 `zo'"));
}

TEST_F(DataFolder, LoadsInPspp) {
  if (!has_program("pspp")) GTEST_SKIP() << "pspp is not here";
  write(hard_set());
  folder_.write("proef.sps", bytes_of(folder_.path() / "laad.sps") +
                                 "DESCRIPTIVES aantal tijd /STATISTICS=SUM.\nLIST document.\n"
                                 "DISPLAY DICTIONARY.\n");
  const std::string out = run("LC_ALL=C.UTF-8 pspp -O format=csv proef.sps");
  EXPECT_THAT(out, testing::Not(HasSubstr("error")));
  EXPECT_THAT(out, HasSubstr("15"));
  EXPECT_THAT(out, HasSubstr("Co\u00f6peratie"));
  EXPECT_THAT(out, HasSubstr("'t was $50"));
}

TEST(StataLoader, LeavesNothingForStataToFillIn) {
  const std::string script = stata_loader(hard_set(), "proef.csv");
  EXPECT_THAT(script, HasSubstr("stringcols(1 2)"));
  EXPECT_THAT(script, HasSubstr("label variable document \"Wat 'hij' zei: 't was '50 'zo'\"\n"));
  EXPECT_THAT(script, HasSubstr("label values aanwezig janee\n"));
}

}  // namespace
}  // namespace pipeline
