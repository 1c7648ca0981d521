#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "pipeline/language/compile/affixes.h"
#include "pipeline/language/compile/steps.h"
#include "pipeline/language/word_table.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// Lists of a few words and empty tables in a folder that goes with the test.
class Compiler : public testing::Test {
 protected:
  Compiler() : folder_(fs::temp_directory_path() / ("woorden-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
    write("nl.aff",
          "SFX Zb Y 1\nSFX Zb 0 en/CaCbCp [^eo]\t\tts:NN2\nSFX Aa Y 1\nSFX Aa 0 e [^e]\n");
    write("nl.dic", "3\ntuin/CcCaZb\nhek/CcCaZb\nfouut/Fw\n");
    write("dutch", "tuin\ntuinen\ntuinhek\ntuinhekken\n");
    for (const char* table :
         {"closed_class", "irregular_forms", "preferred", "strong_verbs", "irregular_plurals",
          "particles", "spelling_variants", "simplex", "compound_heads", "compound_prefixes",
          "particle_pairs", "fixed_phrases"})
      write(std::string(table) + ".tsv", "# leeg\n");
  }
  ~Compiler() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  Sources sources() const {
    return read_sources({folder_ / "dutch", folder_ / "nl.dic", folder_ / "nl.aff", folder_});
  }
  WordTable compiled() const {
    const Sources read = sources();
    FormTable table;
    add_own_words(table, read);
    add_verbs(table, read);
    add_flagged_words(table, read);
    add_roles(table, read);
    add_leftovers(table, read);
    prefer_own_choices(table, read);
    add_parts(table, read);
    add_variants(table, read);
    table.write(folder_ / "words.bin");
    return WordTable::open(folder_ / "words.bin").value();
  }

  fs::path folder_;
};

TEST(Affixes, ReadTheRulesAndTheirConditions) {
  const Affixes affixes(
      "SFX Zf Y 2\nSFX Zf al len/CaCp l ts:NN2\nSFX Zf as zen s ts:NN2\n"
      "PFX Pj Y 1\nPFX Pj 0 af .\nSFX V3 Y 1\nSFX V3 0 t [^ao] ts:VB3\n"
      "SFX Ye Y 1\nSFX Ye é eetje é ts:NN1r\n");
  EXPECT_EQ(affixes.expand("kanaal", "Zf"),
            (std::vector<ExpandedForm>{{"kanalen", "Zf", "NN2", false}}));
  EXPECT_EQ(
      affixes.expand("bel", "PjV3"),
      (std::vector<ExpandedForm>{
          {"afbel", "Pj", "", true}, {"belt", "V3", "VB3", false}, {"afbelt", "V3", "VB3", true}}));
  EXPECT_EQ(affixes.expand("café", "Ye"),
            (std::vector<ExpandedForm>{{"cafeetje", "Ye", "NN1r", false}}));
  EXPECT_TRUE(affixes.expand("sla", "V3").empty());
  EXPECT_TRUE(affixes.expand("tuin", "Qq").empty());
}

TEST_F(Compiler, MakesATableOfAFewWords) {
  const WordTable table = compiled();
  EXPECT_EQ(table.readings("tuinen"), (std::vector<Reading>{{"tuin", WordClass::noun}}));
  EXPECT_EQ(table.readings("tuinhekken"), (std::vector<Reading>{{"tuinhek", WordClass::noun}}));
  EXPECT_TRUE(table.readings("fouut").empty());
}

TEST_F(Compiler, GivesClosedClassWordsTheirOwnReadingsOnly) {
  write("closed_class.tsv", "tuinen\ttuinen\tADP\n");
  EXPECT_EQ(compiled().readings("tuinen"),
            (std::vector<Reading>{{"tuinen", WordClass::adposition}}));
}

TEST_F(Compiler, WritesTheSameBytesForTheSameLists) {
  compiled();
  std::ifstream first(folder_ / "words.bin", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(first), {});
  compiled();
  std::ifstream second(folder_ / "words.bin", std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(second), {}), bytes);
}

TEST_F(Compiler, NamesTheLineOfAMistake) {
  const auto error_of = [&] {
    try {
      sources();
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  write("strong_verbs.tsv", "# kop\nlopen\tliep\tliepen\n");
  EXPECT_NE(error_of().find("strong_verbs.tsv:2: 4 cells"), std::string::npos) << error_of();
  write("strong_verbs.tsv", "");
  write("closed_class.tsv", "de\tde\tLID\n");
  EXPECT_NE(error_of().find("no such word class: LID"), std::string::npos) << error_of();
  write("closed_class.tsv", "");
  write("irregular_forms.tsv", "is\tzijn\tAUX\tderde\n");
  EXPECT_NE(error_of().find("no such inflection: derde"), std::string::npos) << error_of();
  write("irregular_forms.tsv", "");
  fs::remove(folder_ / "nl.dic");
  EXPECT_NE(error_of().find("nl.dic: cannot be read"), std::string::npos) << error_of();
}

}  // namespace
}  // namespace pipeline
