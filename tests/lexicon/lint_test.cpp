#include "pipeline/lexicon/lint.h"

#include <gtest/gtest.h>

#include "pipeline/lexicon/lexicon_reader.h"

namespace pipeline {
namespace {

TEST(Lint, FindsPatternsThatStandTwice) {
  const std::string head = "label = \"V\"\ndefinitie = \"D\"\n";
  const auto lexicon = parse_lexicon(
      {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
       {"a.toml", "thema = \"t\"\n[[factor]]\nid = \"een\"\n" + head +
                      "succes = ['(goed|open) contact', 'klik ~3 elkaar']\n"
                      "faal = ['elkaar  ~3 klik', 'elkaar ~4 klik']\n"},
       {"b.toml", "thema = \"u\"\n[[factor]]\nid = \"twee\"\n" + head +
                      "succes = ['een goed gesprek',\n '(open|goed) contact']\n"}},
      "L");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  const auto notes = find_duplicates(*lexicon);
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0], (LintNote{LintNote::Kind::duplicate,
                                {"a.toml", 7, 9},
                                "patroon 'elkaar  ~3 klik' staat al bij deze factor als "
                                "'klik ~3 elkaar' (a.toml:6); haal er een weg",
                                {}}));
  EXPECT_EQ(notes[1].source, (Source{"b.toml", 7, 2}));
  EXPECT_EQ(notes[1].message,
            "patroon '(open|goed) contact' staat ook bij factor 'een' (a.toml:6); elke vindplaats "
            "krijgt beide factoren");
  EXPECT_EQ(to_string(notes[1].kind), "dubbel");
}

}  // namespace
}  // namespace pipeline
