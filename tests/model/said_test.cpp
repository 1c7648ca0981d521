#include "pipeline/model/said.h"

#include <gtest/gtest.h>

#include "pipeline/model/near.h"
#include "pipeline/model/result.h"

namespace pipeline {
namespace {

TEST(Said, IsOneTextInDutch) {
  const Said text = said("het deel {} ontbreekt in het boek", "twee.xhtml");
  EXPECT_EQ(text, "het deel twee.xhtml ontbreekt in het boek");
  EXPECT_EQ(text.stored(), text);
}

TEST(Said, IsShownInEnglishAndStoredInDutch) {
  const Speaking speaking(Language::english);
  const Said plain = said("het bestand is leeg");
  EXPECT_EQ(plain, "the file is empty");
  EXPECT_EQ(plain.stored(), "het bestand is leeg");
  const Said filled = said("het deel {} ontbreekt in het boek", "twee.xhtml");
  EXPECT_EQ(filled, "the part twee.xhtml is missing from the book");
  EXPECT_EQ(filled.stored(), "het deel twee.xhtml ontbreekt in het boek");
}

TEST(Said, TakesWhatItIsFilledWithInTheSameLanguage) {
  const Speaking speaking(Language::english);
  const Said within = said("ingevoegd document: {}", said("het bestand is leeg"));
  EXPECT_EQ(within, "inserted document: the file is empty");
  EXPECT_EQ(within.stored(), "ingevoegd document: het bestand is leeg");
  const std::vector<std::string> known{"rol", "regio"};
  const Said unknown =
      said("de kolom '{}' staat niet in het blad{}", "rool", suggest("rool", known));
  EXPECT_EQ(unknown, "the column 'rool' is not in the sheet; do you mean 'rol'?");
  EXPECT_EQ(unknown.stored(), "de kolom 'rool' staat niet in het blad; bedoelt u 'rol'?");
}

TEST(Said, CountsAsEachLanguageDoes) {
  const Speaking speaking(Language::english);
  const auto rows = [](std::uint64_t count) {
    return said_counted(count, "rij zonder tekst overgeslagen", "rijen zonder tekst overgeslagen");
  };
  EXPECT_EQ(rows(1), "1 row without text skipped");
  EXPECT_EQ(rows(1).stored(), "1 rij zonder tekst overgeslagen");
  EXPECT_EQ(rows(12'345), "12,345 rows without text skipped");
  EXPECT_EQ(rows(12'345).stored(), "12.345 rijen zonder tekst overgeslagen");
  const Said captions = said_plural(
      2'500,
      "{} ondertitel noemt een ondertitelaar, de eerste op regel {}; spraakherkenners verzinnen "
      "dat bij stilte: haal weg wat niemand zei",
      "{} ondertitels noemen een ondertitelaar, de eerste op regel {}; spraakherkenners verzinnen "
      "dat bij stilte: haal weg wat niemand zei",
      said_number(2'500), 7);
  EXPECT_EQ(captions,
            "2,500 captions name a subtitler, the first in line 7; speech recognisers invent that "
            "in silence: take out what nobody said");
  EXPECT_TRUE(captions.stored().starts_with("2.500 ondertitels noemen een ondertitelaar"));
}

TEST(Said, LeavesBracesInWhatItIsFilledWith) {
  for (const Language language : {Language::dutch, Language::english}) {
    const Speaking speaking(language);
    for (const char* name : {"{}", "{0} {9}", "{:d}", "}{", "{{", "%s %n"}) {
      EXPECT_EQ(said("document '{}' is niet in de studie{}", name, "").stored(),
                "document '" + std::string(name) + "' is niet in de studie");
      EXPECT_NE(said("document '{}' is niet in de studie{}", name, "").find(name),
                std::string::npos);
      EXPECT_NE(said("ingevoegd document: {}", said("{}: {}", name, name)).find(name),
                std::string::npos);
    }
  }
}

TEST(Said, IsPutBehindAnotherInBothLanguages) {
  const Speaking speaking(Language::english);
  Said text = "a.txt: ";
  text.add(said("het bestand is leeg")).add("!");
  EXPECT_EQ(text, "a.txt: the file is empty!");
  EXPECT_EQ(text.stored(), "a.txt: het bestand is leeg!");
  const Said changed = text.changed([](std::string it) { return it.replace(0, 1, "b"); });
  EXPECT_EQ(changed, "b.txt: the file is empty!");
  EXPECT_EQ(changed.stored(), "b.txt: het bestand is leeg!");
}

TEST(Said, IsTheMessageOfAnErrorWithItsPlace) {
  const Speaking speaking(Language::english);
  const Error error{said("het bestand is leeg"), "", 3};
  EXPECT_EQ(to_string(error), "line 3: the file is empty");
  EXPECT_EQ(said_of(error).stored(), "regel 3: het bestand is leeg");
  EXPECT_EQ(to_string(Error{tr("te diep genest"), tr("zoekvraag"), 0, 8}),
            "query, character 8: nested too deep");
  EXPECT_EQ(to_string(Error{tr("hier ontbreekt een woord"), "relatie.toml", 12, 9}),
            "relatie.toml:12:9: a word is missing here");
}

}  // namespace
}  // namespace pipeline
