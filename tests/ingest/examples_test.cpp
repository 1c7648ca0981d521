#include "pipeline/ingest/examples.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
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

// The first block of TOML after a heading of the manual.
std::string block_after(const std::string& manual, const std::string& heading) {
  const std::string fence = "```toml\n";
  const std::size_t begin = manual.find(fence, manual.find("\n" + heading + "\n")) + fence.size();
  return manual.substr(begin, manual.find("```", begin) - begin);
}

TEST(Examples, OfTheManualPass) {
  std::ifstream file(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "docs/lexicon-format.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  const auto lexicon = parse_lexicon({{"lexicon.toml", block_after(manual, "### lexicon.toml")},
                                      {"relatie.toml", block_after(manual, "### A theme")},
                                      {"groepen.toml", block_after(manual, "### groepen.toml")},
                                      {"context.toml", block_after(manual, "## Cues")}},
                                     "manual");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  EXPECT_EQ(lexicon->examples.size(), 3U);
  for (const FailedExample& failed : check_examples(*lexicon, word_table()))
    ADD_FAILURE() << lexicon->examples[failed.example].sentence;
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
