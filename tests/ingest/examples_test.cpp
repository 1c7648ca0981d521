#include "pipeline/ingest/examples.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/lexicon/lexicon_reader.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

TEST(Examples, PassAsTheyAreCodedAndFailAsTheyAreNot) {
  const auto lexicon = parse_lexicon(
      {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
       {"relatie.toml",
        "thema = \"relatie\"\n[[factor]]\nid = \"vertrouwen\"\nlabel = \"V\"\n"
        "definitie = \"D\"\nsucces = ['vertrouwen']\nfaal = ['wantrouwen']\n"
        "[factor.voorbeelden]\n"
        "succes = [\"Er was vertrouwen.\", \"Er was wantrouwen.\", \"Wij belden op. Dat gaf "
        "vertrouwen.\"]\n"
        "faal = [\"Het wantrouwen bleef.\", \"Het regende.\"]\n"
        "neutraal = [\"Was er vertrouwen?\"]\n"
        "geen = [\"Het regende.\", \"Er was vertrouwen.\"]\n"}},
      "L");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  const auto failed = check_examples(*lexicon, word_table());
  ASSERT_EQ(failed.size(), 3U);
  EXPECT_EQ(failed[0].example, 1U);
  ASSERT_EQ(failed[0].codings.size(), 1U);
  EXPECT_EQ(failed[0].codings[0].valence, Valence::failure);
  EXPECT_EQ(lexicon->examples[failed[1].example].sentence, "Het regende.");
  EXPECT_TRUE(failed[1].codings.empty());
  EXPECT_EQ(failed[2].example, 7U);
}

TEST(Examples, OfEveryShippedLexiconPass) {
  const auto folder = std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "lexicons";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto lexicon = read_lexicon(entry.path());
    ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
    for (const FailedExample& failed : check_examples(*lexicon, word_table())) {
      const Example& example = lexicon->examples[failed.example];
      std::string said;
      for (const Coding& coding : failed.codings)
        said += " " + coding.factor + " " + std::string(to_string(coding.valence)) + ";";
      ADD_FAILURE() << example.source.file << ":" << example.source.line << ": " << example.sentence
                    << "\n  wanted " << lexicon->factors[example.factor].id << " "
                    << (example.valence ? to_string(*example.valence) : "geen")
                    << ", said:" << said;
    }
  }
}

}  // namespace
}  // namespace pipeline
