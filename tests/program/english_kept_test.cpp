// What a study keeps does not depend on the language of the commands that filled it.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// Everything but times.
std::string kept_by(const fs::path& study) {
  std::string text = dump(study);
  const SQLite::Database database((study / "study.db").string());
  for (const char* query : {"SELECT path, kind, message FROM outcome ORDER BY run, path, message",
                            "SELECT program, lexicon, settings FROM run ORDER BY id"}) {
    SQLite::Statement rows(database, query);
    while (rows.executeStep())
      for (int i = 0; i < 3; ++i) text += rows.getColumn(i).getString() + '|';
  }
  for (const char* folder : {"geleerd", "lexicon"})
    for (const auto& entry : fs::recursive_directory_iterator(study / folder))
      if (entry.is_regular_file()) text += entry.path().filename().string() + bytes_of(entry);
  text += bytes_of(study / "study.toml");
  return std::regex_replace(text, std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z"), "");
}

class KeptStudy : public testing::Test {
 protected:
  void SetUp() override {
    study_.write("documents/leeg.docx", "geen document");
    study_.write("names.csv", "naam;soort;pseudoniem;varianten\nMarloes;persoon;;\n");
    study_.write("codings.tsv",
                 "document\tcitaat\tfactor\tvalentie\tmodaliteit\n"
                 "westerbeek/interview.txt\tWij hadden een gedeelde visie.\toverleg\tsucces\tfeit\n"
                 "heuvelsdal/memo.md\tEr was geen gedeelde visie.\toverleg\tfaal\tfeit\n");
  }

  void run(const std::string& language, Arguments arguments) const {
    arguments.insert(arguments.end(), {"--study", study_.text(language), "--lang", language});
    const Ran ran = samenspel(arguments);
    EXPECT_NE(ran.out, "") << testing::PrintToString(arguments) << ran;
  }
  void fill(const std::string& language) const {
    ASSERT_EQ(samenspel({"new", study_.text(language), "--titel", "Een", "--lexicon",
                         study_.text("lexicon"), "--lang", language})
                  .status,
              0);
    run(language, {"ingest", study_.text("documents")});
    run(language, {"codings", "import", study_.text("codings.tsv"), "--coder", "anna"});
    const auto rows = json_of(samenspel({"codings", "list", "--coder", "lexicon", "--format",
                                         "json", "--study", study_.text(language)}))["rows"];
    const std::string first = rows[0]["cells"][0];
    run(language, {"codings", "accept", first, "--by", "anna", "--reason", "zo"});
    run(language, {"learn"});
    run(language, {"propose"});
    run(language, {"matrix", "--confirm", "factor=vertrouwen,case=westerbeek", "--rating", "+1",
                   "--reason", "zo", "--by", "anna"});
    run(language, {"queries", "save", "open", "vertrouwen", "--by", "anna"});
  }

  ExampleStudy study_;
};

TEST_F(KeptStudy, IsTheSameInEitherLanguage) {
  fill("nl");
  fill("en");
  EXPECT_EQ(kept_by(study_.path("en")), kept_by(study_.path("nl")));
}

TEST_F(KeptStudy, TellsOfALexiconInDutchWhereItCameFrom) {
  study_.write("words.csv", "term,categorie\nvertrouwen,relatie\n");
  for (const char* language : {"nl", "en"})
    ASSERT_EQ(samenspel({"lexicon", "import", study_.text("words.csv"), "--formaat", "csv",
                         "--naar", study_.text(language), "--lang", language})
                  .status,
              0);
  for (const auto& entry : fs::directory_iterator(study_.path("nl")))
    EXPECT_EQ(bytes_of(study_.path("en") / entry.path().filename()), bytes_of(entry)) << entry;
}

}  // namespace
}  // namespace pipeline
