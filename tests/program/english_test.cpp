// The program in English: what is said changes, what scripts rely on does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(English, SpeaksInTablesAndTheirNotes) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"table", "--columns", "case", "--lang", "en", "--share", "rows"});
  ASSERT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, StartsWith("Codings by factor and case\n"));
  for (const char* words : {"success", "failure", "% row", "Total",
                            "Counted: codings; a coding is a factor in a sentence, with a valence.",
                            "Base: ", "Left out: "})
    EXPECT_THAT(ran.out, HasSubstr(words));
  for (const char* words : {"Totaal", "succes ", "faal", "Geteld", "Weggelaten"})
    EXPECT_THAT(ran.out, Not(HasSubstr(words)));
  EXPECT_FALSE(std::regex_search(ran.out, std::regex("[0-9],[0-9] ")));  // 12.5 and not 12,5
}

TEST(English, KeepsTheNamesThatScriptsRelyOn) {
  const ExampleStudy study;
  study.fill();
  const Arguments table{"table", "--columns", "case", "--share", "rows", "--format", "json"};
  Arguments in_english = table;
  in_english.insert(in_english.end(), {"--lang", "en"});
  const auto dutch = json_of(study.run(table)), english = json_of(study.run(in_english));
  ASSERT_EQ(dutch["columns"].size(), english["columns"].size());
  for (std::size_t i = 0; i < dutch["columns"].size(); ++i)
    EXPECT_EQ(dutch["columns"][i]["name"], english["columns"][i]["name"]);
  ASSERT_EQ(dutch["rows"].size(), english["rows"].size());
  for (std::size_t i = 0; i < dutch["rows"].size(); ++i)  // ids and numbers; labels differ
    for (std::size_t k = 0; k < dutch["columns"].size(); ++k)
      if (k != 1) {
        EXPECT_EQ(dutch["rows"][i]["cells"][k], english["rows"][i]["cells"][k]);
      }
  EXPECT_EQ(dutch["rows"][0]["cells"].size(), english["rows"][0]["cells"].size());
}

TEST(English, IsVerifiedAsItWasWrittenWhateverIsSpokenNow) {
  const ExampleStudy study;
  study.fill();
  for (const char* form : {"txt", "json", "xlsx", "html", "tex", "md"}) {
    const std::string file = study.text(std::string("table.") + form);
    ASSERT_EQ(study.run({"table", "--columns", "case", "--lang", "en", "-o", file}).status, 0);
    const Ran in_dutch = study.run({"verify", file});
    EXPECT_EQ(in_dutch.status, 0) << form << in_dutch;
    EXPECT_EQ(study.run({"verify", file, "--lang", "en"}).status, 0) << form;
  }
  const std::string matrix = study.text("matrix.json");
  ASSERT_EQ(study.run({"--lang", "en", "matrix", "-o", matrix}).status, 0);
  EXPECT_EQ(study.run({"verify", matrix}).status, 0);
  const std::string dutch = study.text("tabel.json");
  ASSERT_EQ(study.run({"table", "-o", dutch}).status, 0);
  EXPECT_EQ(study.run({"verify", dutch, "--lang", "en"}).status, 0);
}

// As answers had it before the mark spoke English.
TEST(English, IsVerifiedWithADutchMarkUnderIt) {
  const ExampleStudy study;
  study.fill();
  const std::string file = study.text("table.json");
  ASSERT_EQ(study.run({"table", "--columns", "case", "--lang", "en", "-o", file}).status, 0);
  std::string bytes = bytes_of(file);
  const std::size_t mark = bytes.find("\"Mark ");
  ASSERT_NE(mark, std::string::npos);
  for (const auto& [english, dutch] : {std::pair("Mark ", "Kenmerk "),
                                       {"; command: ", "; opdracht: "},
                                       {"; documents ", "; documenten "},
                                       {", settings ", ", instellingen "},
                                       {", judgements ", ", oordelen "},
                                       {", program ", ", programma "},
                                       {" of 20", " van 20"},
                                       {", content ", ", inhoud "},
                                       {"; to be checked with", "; na te gaan met"}}) {
    const std::size_t at = bytes.find(english, mark);
    ASSERT_NE(at, std::string::npos) << english;
    bytes.replace(at, std::string_view(english).size(), dutch);
  }
  study.write("table.json", bytes);
  for (const char* language : {"nl", "en"}) {
    const Ran ran = study.run({"verify", file, "--lang", language});
    EXPECT_EQ(ran.status, 0) << ran;
  }
}

TEST(English, IsSpokenWhereTheComputerDoes) {
  RunOptions options;
  options.environment = {{"LC_ALL", "en_GB.UTF-8"}};
  EXPECT_THAT(samenspel({"--help"}, options).out, HasSubstr("Samenspel reads Dutch interviews"));
  EXPECT_THAT(samenspel({"--lang", "nl", "--help"}, options).out,
              HasSubstr("Samenspel leest Nederlandse interviews"));
  EXPECT_THAT(samenspel({"--help"}).out, HasSubstr("Samenspel leest Nederlandse interviews"));
}

TEST(English, DescribesCommandsAndOptions) {
  const Ran ran = samenspel({"table", "--help", "--lang", "en"});
  EXPECT_EQ(ran.status, 0);
  for (const char* words : {"Count factors in a table", "Only passages that a query finds", "QUERY",
                            "Options:", "Examples:", "Usage:"})
    EXPECT_THAT(ran.out, HasSubstr(words));
  EXPECT_THAT(ran.out, HasSubstr("--scheiding MARK            CSV: separator"))
      << "and no words of types";
  for (const char* words : {"Voorbeelden", "Opties", "VRAAG", "Gebruik"})
    EXPECT_THAT(ran.out, Not(HasSubstr(words)));
}

TEST(English, TellsWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  EXPECT_THAT(study.run({"table", "--rows", "rool", "--lang", "en"}).err,
              HasSubstr("'rool' is not something to count by"));
  EXPECT_THAT(study.run({"chart", "cake", "--lang", "en"}).err,
              HasSubstr("there is no 'cake' with chart; choose from bars, heatmap"));
  EXPECT_THAT(samenspel({"search", "--lang", "en"}).err, HasSubstr(": QUERY is required"));
  EXPECT_THAT(samenspel({"search"}).err, HasSubstr(": vraag ontbreekt"));
  EXPECT_THAT(study.run({"table", "--lang", "fr"}).err, HasSubstr("--lang: 'fr' is er niet"));
}

TEST(English, WritesDataWithTheSameNamesAndEnglishWords) {
  const ExampleStudy study;
  study.fill();
  const std::string folder = study.text("cases"), file = study.text("quotations.csv");
  ASSERT_EQ(study.run({"export", "matrix", "--by", "case", "-o", folder, "--lang", "en"}).status,
            0);
  EXPECT_THAT(bytes_of(folder + "/laad.R"), HasSubstr("Vertrouwen: failure"));
  EXPECT_THAT(bytes_of(folder + "/laad.R"), HasSubstr("vertrouwen_faal"));
  ASSERT_EQ(study.run({"export", "quotes", "-o", file, "--lang", "en"}).status, 0);
  EXPECT_THAT(bytes_of(file), StartsWith("id,factor,label,thema,valentie,modaliteit,"));
  EXPECT_THAT(bytes_of(file), HasSubstr(",relatie,failure,fact,"));
}

}  // namespace
}  // namespace pipeline
