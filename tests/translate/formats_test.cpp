// Dictionary files of other programs, read and written.
#include "pipeline/translate/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// "a / b: word, two words" for each category.
std::vector<std::string> shown(const Dictionary& dictionary) {
  std::vector<std::string> lines;
  for (const DictionaryCategory& it : dictionary.categories) {
    std::string line;
    for (const std::string& name : it.path) line += (line.empty() ? "" : " / ") + name;
    for (std::size_t i = 0; i < it.terms.size(); ++i)
      line += (i == 0 ? ": " : ", ") + it.terms[i].text;
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> shown(const std::vector<LeftOut>& left_out) {
  std::vector<std::string> lines;
  for (const LeftOut& it : left_out) lines.push_back(it.where + ": " + it.text);
  return lines;
}

Translated<Dictionary> read(const char* format, std::string_view text) {
  auto read = dictionary_format(format)->read(text, "f");
  EXPECT_TRUE(read) << (read ? "" : to_string(read.error()));
  return read ? std::move(*read) : Translated<Dictionary>{};
}

TEST(Liwc, ReadsTheLegendWithItsDepthAndWordsWithTheirNumbers) {
  const auto it = read("liwc",
                       "%\n01\tverb\n2  misc\n\t21 affect\n\t\t22\tposemo\nelse \n\t30\tfiller\n%\n"
                       "\nlike*\t1\t21\t\t22\nin de steek\t30 1\n");
  EXPECT_THAT(shown(it.result),
              ElementsAre("verb: like*, in de steek", "misc / affect: like*",
                          "misc / affect / posemo: like*", "else / filler: in de steek"));
  EXPECT_TRUE(it.left_out.empty());
}

TEST(Liwc, TellsOfConditionsAndNumbersThatAreNot) {
  const auto it = read("liwc",
                       "%\n1\ta\n2\tb\nnothing\n%\n"
                       "kind\t<of>1/2\nlike\t(02 134)1\t(02)2/1\nlost\t9\nalone\nkind\t1\n");
  EXPECT_THAT(shown(it.result), ElementsAre("a: like, kind", "b: kind"));
  EXPECT_THAT(shown(it.left_out), ElementsAre("regel 6: kind <of>1/2", "regel 7: like (02 134)1",
                                              "regel 7: like (02)2/1", "regel 8: lost 9",
                                              "regel 9: alone", "regel 4: nothing"));
}

TEST(Yaml, ReadsEveryScalarAsText) {
  const auto it =
      read("yaml",
           "A CATEGORY: [more, no, 12, 'two words']\n"
           "outer:\n  inner: {on: y, deep: [off]}\n  outer: [own]\nlist:\n- een\n- twee\n");
  EXPECT_THAT(shown(it.result),
              ElementsAre("A CATEGORY: more, no, 12, two words", "outer / inner / on: y",
                          "outer / inner / deep: off", "outer: own", "list: een, twee"));
}

TEST(Yaml, ShowsWhereItIsBroken) {
  const auto broken = dictionary_format("yaml")->read("a: [b\nc: d\n", "f.yml");
  ASSERT_FALSE(broken);
  EXPECT_THAT(to_string(broken.error()),
              testing::ContainsRegex("f.yml:2:[0-9]+: dit is geen YAML"));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "{a: ";
  EXPECT_THAT(dictionary_format("yaml")->read(deep, "f").error().message,
              HasSubstr("meer dan 64 diep"));
  const auto alias = read("yaml", "a: &x [b]\nc: *x\n");
  EXPECT_THAT(shown(alias.left_out), ElementsAre("regel 2: c"));
}

TEST(WordStat, ReadsDepthPhrasesAndWeights) {
  const auto it = read("wordstat",
                       "RELATIE\r\n\tBAND (1)\r\n\tSFEER\r\n\t\tCIVIL_WAR (1)\r\n\t\tKLIM* (2)\r\n"
                       "@GEEN [#A NEAR #B]\r\n\tNOG (1)\r\n");
  EXPECT_THAT(shown(it.result),
              ElementsAre("RELATIE: BAND, NOG", "RELATIE / SFEER: CIVIL WAR, KLIM*"));
  EXPECT_THAT(shown(it.left_out), ElementsAre("regel 5: KLIM* (2)", "regel 6: @GEEN [#A NEAR #B]"));
}

TEST(Lexicoder, ReadsCategoriesWithTheirColoursLeftOut) {
  const auto it = read("lexicoder", "+negative#AA0000\n abandon* \n a lie\n+goed / beter\nfijn\n");
  EXPECT_THAT(shown(it.result), ElementsAre("negative: abandon*, a lie", "goed / beter: fijn"));
}

TEST(Yoshikoder, KeepsWordsBesideCategories) {
  const auto it =
      read("yoshikoder",
           "<?xml version=\"1.0\"?><dictionary style=\"050805\" patternengine=\"substring\">"
           "<cnode name=\"a\" desc=\"over a\"><pnode name=\"lamb\"/><cnode name=\"b\">"
           "<pnode name=\"little\"/></cnode></cnode></dictionary>");
  EXPECT_THAT(shown(it.result), ElementsAre("a: lamb", "a / b: little"));
  EXPECT_EQ(it.result.categories[0].definition, "over a");
  EXPECT_THAT(shown(it.left_out), ElementsAre(": patternengine=\"substring\""));
}

TEST(Csv, ReadsItsOwnColumnsAndThoseOfOthers) {
  const auto own =
      read("csv",
           "thema;factor;definitie;valentie;patroon\r\n"
           "relatie;Band;over band;succes;\"goed [1] \"\"band\"\"\"\r\nrelatie;Band;;;band\r\n");
  EXPECT_THAT(shown(own.result),
              ElementsAre("relatie / Band / succes: goed [1] \"band\"", "relatie / Band: band"));
  EXPECT_TRUE(own.result.categories[0].terms[0].is_pattern);
  const auto other = read("csv", "Word,Category\nband*,relatie\n,relatie\n");
  EXPECT_THAT(shown(other.result), ElementsAre("relatie: band*"));
  EXPECT_FALSE(other.result.categories[0].terms[0].is_pattern);
  EXPECT_THAT(shown(other.left_out), ElementsAre("regel 3: relatie"));
}

TEST(Formats, RefuseWhatIsSomethingElse) {
  struct Row {
    const char *format, *text, *words;
  };
  for (const Row& row :
       std::vector<Row>{{"liwc", "kind\t1\n", "begint met een regel %"},
                        {"liwc", "%\n1\ta\n", "tussen twee regels met %"},
                        {"yaml", "zomaar tekst", "begint met de naam"},
                        {"wordstat", "zomaar tekst", "geen enkel woord"},
                        {"lexicoder", "woord\n", "begint met een regel +CATEGORIE"},
                        {"yoshikoder", "<html/>", "geen woordenboek van Yoshikoder"},
                        {"csv", "a,b\n1,2\n", "noemt de kolommen"},
                        {"csv", "factor,woord\na,\"b\n", "aanhalingsteken"},
                        {"csv", "", "noemt de kolommen"}}) {
    const auto it = dictionary_format(row.format)->read(row.text, "f");
    ASSERT_FALSE(it) << row.format << ' ' << row.text;
    EXPECT_THAT(it.error().message, HasSubstr(row.words));
  }
}

TEST(Formats, AreKnownByTheirContentOrTheirEnding) {
  EXPECT_EQ(dictionary_format_of("a.DIC", "%\n")->name, "liwc");
  EXPECT_EQ(dictionary_format_of("a.yaml", "a: b")->name, "yaml");
  EXPECT_EQ(dictionary_format_of("a.cat", "  <?xml version='1.0'?>")->name, "yoshikoder");
  EXPECT_THAT(dictionary_format_of("a.txt", "a").error().message, HasSubstr("--formaat"));
  EXPECT_THAT(dictionary_format_of("a", "a").error().message, HasSubstr("--formaat"));
  EXPECT_THAT(dictionary_format("word").error().message, HasSubstr("yaml, liwc"));
}

// Every format holds a nested dictionary and gives it back.
TEST(Formats, GiveBackWhatTheyHold) {
  const Dictionary dictionary{{{{"relatie"}, "", {{"band"}, {"sfeer*"}}},
                               {{"visie", "doel"}, "", {{"stip aan de horizon"}}},
                               {{"relatie", "vertrouwen"}, "", {{"vertrouw*"}, {"op \"aan\""}}},
                               {{"relatie", "vertrouwen", "faal"}, "", {{"coöperatie"}}}}};
  for (const DictionaryFormat& format : dictionary_formats()) {
    const std::string written = format.write(dictionary);
    const auto it = format.read(written, "f");
    ASSERT_TRUE(it) << format.name << ' ' << to_string(it.error());
    EXPECT_THAT(shown(it->result), testing::UnorderedElementsAreArray(shown(dictionary)))
        << format.name << '\n'
        << written;
    EXPECT_EQ(format.write(it->result),
              format.write(format.read(format.write(it->result), "f")->result))
        << format.name;
  }
}

// A LIWC file has one order of words for all categories.
Dictionary sorted(Dictionary dictionary) {
  for (DictionaryCategory& it : dictionary.categories)
    std::ranges::sort(it.terms, {}, &DictionaryTerm::text);
  return dictionary;
}

TEST(Formats, GiveBackTheSampleFilesOfOtherPrograms) {
  const auto folder = std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "../shared/data/dict";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no development data";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto format = dictionary_format_of(entry.path().string(), text);
    ASSERT_TRUE(format) << to_string(format.error());
    const auto it = format->read(text, "f");
    ASSERT_TRUE(it) << entry.path() << to_string(it.error());
    const auto again = format->read(format->write(it->result), "f");
    ASSERT_TRUE(again) << entry.path() << to_string(again.error());
    EXPECT_EQ(shown(sorted(again->result)), shown(sorted(it->result))) << entry.path();
    if (entry.path().stem() == "mary") {
      std::size_t words = 0;
      for (const DictionaryCategory& category : it->result.categories)
        words += category.terms.size();
      EXPECT_EQ(it->result.categories.size(), 2U) << entry.path();
      EXPECT_EQ(words, 5U) << entry.path();
    }
  }
}

}  // namespace
}  // namespace pipeline
