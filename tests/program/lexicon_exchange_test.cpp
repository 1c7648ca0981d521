// samenspel lexicon import and export.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

constexpr const char* liwc = "%\n1\trelatie\n\t2\tband\n%\nvertrouw*\t2\nkind\t<of>1/2\n:-)\t1\n";

TEST(LexiconImport, MakesALexiconThatAStudyCanUse) {
  const ExampleStudy study;
  const auto file = study.write("mijn woorden.dic", liwc);
  const Ran ran = samenspel({"lexicon", "import", file.string(), "--naar", study.text("mijn")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("(LIWC) is nu lexicon mijn-woorden in "));
  EXPECT_THAT(ran.out, HasSubstr("1 factor en 2 patronen."));
  EXPECT_THAT(ran.out, HasSubstr("\n  regel 6: kind <of>1/2: de voorwaarde vervalt"));
  EXPECT_THAT(ran.out, HasSubstr("\n  regel 7: :-): "));
  RunOptions options;
  options.input = "id\tprevious\tsentence\n1\t\tEr was vertrouwen.\n";
  EXPECT_THAT(samenspel({"tag", "--sentences", "-", "--lexicon", study.text("mijn")}, options).out,
              HasSubstr("1\tband\tneutraal\tfeit\t“vertrouwen” (vertrouw*)\n"));
  EXPECT_EQ(samenspel({"lexicon", "check", study.text("mijn")}).status, 0);
}

TEST(LexiconImport, SaysTheSameInJson) {
  const ExampleStudy study;
  const auto file = study.write("w.txt", liwc);
  const auto json =
      json_of(samenspel({"lexicon", "import", file.string(), "--formaat", "liwc", "--id", "eigen",
                         "--naar", study.text("mijn"), "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-lexicon-import");
  EXPECT_EQ(json["lexicon"], "eigen");
  EXPECT_EQ(json["from"], "liwc");
  EXPECT_EQ(json["patterns"], 2);
  EXPECT_EQ(json["left_out"][0]["where"], "regel 6");
}

TEST(LexiconImport, RefusesWhatItCannotReadOrWouldOverwrite) {
  const ExampleStudy study;
  const auto file = study.write("w.dic", liwc), text = study.write("w.txt", "tekst"),
             broken = study.write("b.dic", "zomaar\n"),
             smiley = study.write("s.dic", "%\n1\ta\n%\n:-)\t1\n");
  struct Row {
    Arguments arguments;
    std::string words;
  };
  for (const Row& row : std::vector<Row>{
           {{file.string(), "--naar", study.text("lexicon")}, "lexicon: bestaat al"},
           {{text.string(), "--naar", study.text("n")}, "zeg het met --formaat"},
           {{broken.string(), "--naar", study.text("n")}, "b.dic:1: een LIWC-bestand begint"},
           {{smiley.string(), "--naar", study.text("n")}, "geen woord dat een patroon kan zijn"},
           {{study.text("nergens"), "--naar", study.text("n")}, "nergens"},
           {{file.string()}, "--naar ontbreekt"}}) {
    Arguments arguments{"lexicon", "import"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_FALSE(std::filesystem::exists(study.path("n")));
  }
}

TEST(LexiconExport, WritesEveryFormatAndReadsItBack) {
  const ExampleStudy study;
  const Arguments formats{"yaml", "liwc", "wordstat", "lexicoder", "yoshikoder", "csv"};
  for (const std::string& format : formats) {
    const std::string file = study.text("uit." + format);
    const Ran ran = samenspel({"lexicon", "export", "--lexicon", study.text("lexicon"), "--formaat",
                               format, "--naar", file});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_THAT(ran.out, HasSubstr("4 categorieën en 4 woorden en woordgroepen"));
    EXPECT_THAT(ran.out, HasSubstr("signalen van context"));
    const auto json = json_of(samenspel({"lexicon", "import", file, "--formaat", format, "--naar",
                                         study.text("terug-" + format), "--format", "json"}));
    EXPECT_EQ(json["factors"], 3) << format;
    EXPECT_EQ(json["patterns"], 4) << format;
    const Ran again = samenspel({"lexicon", "export", "--lexicon", study.text("lexicon"),
                                 "--formaat", format, "--naar", file});
    EXPECT_EQ(again.status, 2) << again;
    EXPECT_THAT(again.err, HasSubstr("bestaat al"));
  }
  EXPECT_EQ(
      bytes_of(study.path("uit.lexicoder")),
      "+relatie / Vertrouwen / succes\n vertrouwen \n+relatie / Vertrouwen / faal\n wantrouw* \n"
      "+relatie / Overleg\n overleg \n+visie / Gedeelde visie / succes\n gedeelde visie \n");
}

}  // namespace
}  // namespace pipeline
