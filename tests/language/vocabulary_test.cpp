#include "pipeline/language/vocabulary.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace pipeline {
namespace {

const WordTable& table() {
  static const WordTable opened =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

std::string parts_of(std::string_view surface) {
  Vocabulary vocabulary(table());
  const Word& word = vocabulary[vocabulary.id_of(surface)];
  std::string joined;
  for (const WordPart& part : word.parts)
    joined += (joined.empty() ? "" : "+") + word.folded.substr(part.begin, part.end - part.begin);
  return joined;
}

TEST(Vocabulary, GivesOneIdADistinctSurface) {
  Vocabulary vocabulary(table());
  const WordId house = vocabulary.id_of("huis");
  EXPECT_EQ(vocabulary.id_of("huis"), house);
  EXPECT_NE(vocabulary.id_of("Huis"), house);
  EXPECT_EQ(vocabulary.size(), 2U);
  for (int i = 0; i < 30'000; ++i) vocabulary.id_of(std::to_string(i));
  EXPECT_EQ(vocabulary.id_of("huis"), house);
  EXPECT_EQ(vocabulary[house].surface, "huis");
  EXPECT_EQ(vocabulary.size(), 30'002U);
}

TEST(Vocabulary, SplitsCompounds) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"samenwerkingspartner", "samenwerkings+partner"},
      {"organisatiestructuur", "organisatie+structuur"},
      {"verantwoordingsprocedures", "verantwoordings+procedures"},
      {"gezondheidszorg", "gezondheids+zorg"},
      {"tegengewicht", "tegen+gewicht"},
      {"drievoudige", "drie+voudige"},
      {"wijkverpleegkundigen", "wijk+verpleegkundigen"},
      {"omgangstaal", "omgangs+taal"},
      {"recordhouder", "record+houder"},
      {"wereldrecordhouder", "wereld+record+houder"},
      {"cao-onderhandelingen", "cao-+onderhandelingen"},
  };
  for (const auto& [word, expected] : cases) EXPECT_EQ(parts_of(word), expected) << word;
}

TEST(Vocabulary, GivesPartsAsTheyAreSpelled) {
  Vocabulary vocabulary(table());
  const std::vector<std::pair<const char*, std::vector<std::string_view>>> cases{
      {"Zorgcoördinator", {"Zorg", "coördinator"}},
      {"ideeënwedstrijd", {"ideeën", "wedstrijd"}},
      {"stoel", {}},
  };
  for (const auto& [word, expected] : cases)
    EXPECT_EQ(surface_parts(vocabulary[vocabulary.id_of(word)]), expected) << word;
}

TEST(Vocabulary, TellsLikelyReadingsFromThoseThatNeedASentence) {
  Vocabulary vocabulary(table());
  const Word& word = vocabulary[vocabulary.id_of("begin")];
  ASSERT_EQ(word.likely, 1U);
  EXPECT_EQ(word.readings[0], (Reading{"begin", WordClass::noun}));
  EXPECT_EQ(word.readings[1], (Reading{"beginnen", WordClass::verb}));
}

TEST(Vocabulary, LeavesOutWhatAWordAloneSeldomIs) {
  Vocabulary vocabulary(table());
  const auto likely = [&](std::string_view form) {
    const Word& word = vocabulary[vocabulary.id_of(form)];
    std::string lemmas;
    for (std::size_t i = 0; i < word.likely; ++i)
      lemmas += (i > 0 ? " " : "") + word.readings[i].lemma;
    return lemmas;
  };
  const std::vector<std::pair<const char*, const char*>> cases{
      {"bomen", "boom bomen"},  // the verb, too; not "bom"
      {"nieuws", "nieuws"},     // not "iets nieuws"
      {"gezond", "gezond"},     // not "zonnen"
      {"gedicht", "gedicht"},   // not "dichten"
      {"weet", "weten weet wijten"}, {"ware", "waar"},
  };
  for (const auto& [form, lemmas] : cases) EXPECT_EQ(likely(form), lemmas) << form;
}

TEST(Vocabulary, LeavesSimpleWordsAndDerivationsWhole) {
  for (const char* word :
       {"stakingen", "bestuur", "voorstelling", "vergadering", "verbazing", "drukkerij",
        "architectuur", "oorlog", "wetenschap", "mogelijkheden", "vriendschap", "werken", "huizen",
        "Amsterdam", "overwinnaars", "stengels", "automaten"})
    EXPECT_EQ(parts_of(word), "") << word;
}

TEST(Vocabulary, ReadsAnUnlistedCompoundAsItsHead) {
  Vocabulary vocabulary(table());
  const Word& word = vocabulary[vocabulary.id_of("bijenpartnerschappen")];
  EXPECT_EQ(word.readings.front(), (Reading{"bijenpartnerschap", WordClass::noun}));
  EXPECT_TRUE(word.is_guessed);
}

TEST(Vocabulary, KeepsSmallWordsFromBeingNames) {
  Vocabulary vocabulary(table());
  for (const Reading& reading : vocabulary[vocabulary.id_of("De")].readings)
    EXPECT_NE(reading.word_class, WordClass::proper_noun);
  EXPECT_EQ(vocabulary[vocabulary.id_of("Oeverbrugge")].readings.front(),
            (Reading{"Oeverbrugge", WordClass::proper_noun}));
  EXPECT_EQ(vocabulary[vocabulary.id_of("nie")].readings.front(),
            (Reading{"niet", WordClass::adverb}));
}

TEST(Vocabulary, HasAnAnswerForAnyText) {
  Vocabulary vocabulary(table());
  const std::string long_word(1'000'000, 'a');
  for (const std::string& surface :
       {std::string(), std::string(" "), std::string("\t"), std::string("12:30"),
        std::string("\u0301\u0301"), std::string("😀😀"), std::string("Привет"), std::string("漢字"),
        std::string("-"), std::string("--a--"), std::string("..."), long_word}) {
    const Word& word = vocabulary[vocabulary.id_of(surface)];
    EXPECT_FALSE(word.readings.empty()) << surface.substr(0, 20);
    EXPECT_EQ(word.surface, surface);
  }
}

}  // namespace
}  // namespace pipeline
