#include "pipeline/language/word_table.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace pipeline {
namespace {

namespace fs = std::filesystem;

const WordTable& table() {
  static const WordTable opened =
      WordTable::open(fs::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

Reading best(std::string_view form) {
  const auto readings = table().readings(form);
  return readings.empty() ? Reading{} : readings.front();
}

// A damaged copy of the table, gone with the test.
class DamagedTable : public testing::Test {
 protected:
  DamagedTable()
      : path_(fs::temp_directory_path() / ("woorden-" + std::to_string(::getpid()) + ".bin")) {
    std::ifstream file(fs::path(SAMENSPEL_BINARY_DIR) / "words.bin", std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
  }
  ~DamagedTable() override { fs::remove(path_); }

  std::string error_of(const std::string& bytes, TableCheck check = TableCheck::whole) const {
    std::ofstream(path_, std::ios::binary) << bytes;
    const auto opened = WordTable::open(path_, check);
    return opened ? "" : to_string(opened.error());
  }

  fs::path path_;
  std::string bytes_;
};

TEST(WordTable, FindsTheLemmaOfEachParadigm) {
  const std::vector<std::pair<std::string, Reading>> cases{
      {"huizen", {"huis", WordClass::noun}},
      {"brieven", {"brief", WordClass::noun}},
      {"bommen", {"bom", WordClass::noun}},
      {"dagen", {"dag", WordClass::noun}},
      {"steden", {"stad", WordClass::noun}},
      {"kinderen", {"kind", WordClass::noun}},
      {"moeilijkheden", {"moeilijkheid", WordClass::noun}},
      {"foto's", {"foto", WordClass::noun}},
      {"ideeen", {"idee", WordClass::noun}},
      {"musea", {"museum", WordClass::noun}},
      {"tafeltje", {"tafel", WordClass::noun}},
      {"ringetjes", {"ring", WordClass::noun}},
      {"grote", {"groot", WordClass::adjective}},
      {"dikkere", {"dik", WordClass::adjective}},
      {"duurder", {"duur", WordClass::adjective}},
      {"mooist", {"mooi", WordClass::adjective}},
      {"boze", {"boos", WordClass::adjective}},
      {"werkte", {"werken", WordClass::verb}},
      {"leefden", {"leven", WordClass::verb}},
      {"geopend", {"openen", WordClass::verb}},
      {"besproken", {"bespreken", WordClass::verb}},
      {"begreep", {"begrijpen", WordClass::verb}},
      {"opgebeld", {"opbellen", WordClass::verb}},
      {"samengewerkt", {"samenwerken", WordClass::verb}},
      {"samenwerkende", {"samenwerken", WordClass::verb}},
      {"is", {"zijn", WordClass::auxiliary}},
      {"cooperaties", {"coöperatie", WordClass::noun}},
      {"bestaat", {"bestaan", WordClass::verb}},
      {"ontstond", {"ontstaan", WordClass::verb}},
      {"hogere", {"hoog", WordClass::adjective}},
      {"later", {"laat", WordClass::adjective}},
      {"meisjes", {"meisje", WordClass::noun}},
      {"telt", {"tellen", WordClass::verb}},
      {"produkten", {"product", WordClass::noun}},
      {"pannekoek", {"pannenkoek", WordClass::noun}},
      {"verwierf", {"verwerven", WordClass::verb}},
      {"gezocht", {"zoeken", WordClass::verb}},
      {"samenhang", {"samenhang", WordClass::noun}},
      {"afscheid", {"afscheid", WordClass::noun}},
      {"wet", {"wet", WordClass::noun}},
      {"bericht", {"bericht", WordClass::noun}},
      {"gericht", {"richten", WordClass::verb}},
      {"studenten", {"student", WordClass::noun}},
      {"bomen", {"boom", WordClass::noun}},
      {"messen", {"mes", WordClass::noun}},
      {"grotere", {"groot", WordClass::adjective}},
      {"gezonde", {"gezond", WordClass::adjective}},
      {"initieert", {"initiëren", WordClass::verb}},
      {"varieerden", {"variëren", WordClass::verb}},
  };
  for (const auto& [form, expected] : cases) {
    EXPECT_EQ(best(form).lemma, expected.lemma) << form;
    EXPECT_EQ(to_string(best(form).word_class), to_string(expected.word_class)) << form;
  }
}

TEST(WordTable, HasNothingForWordsThatAreNone) {
  for (const char* form : {"", "xqzwv", "op\tbellen", "\top"})
    EXPECT_TRUE(table().readings(form).empty()) << form;
}

TEST(WordTable, KnowsWhichVerbsPart) {
  EXPECT_EQ(table().separable_verb("bellen", "op"), "opbellen");
  EXPECT_EQ(table().separable_verb("werken", "samen"), "samenwerken");
  EXPECT_EQ(table().separable_verb("nemen", "over"), "overnemen");
  EXPECT_EQ(table().separable_verb("bellen", "zee"), "");
  EXPECT_TRUE(table().is_particle("op"));
  EXPECT_FALSE(table().is_particle("tafel"));
}

TEST(WordTable, FitsItsBudget) {
  EXPECT_LE(fs::file_size(fs::path(SAMENSPEL_BINARY_DIR) / "words.bin"), 40U << 20U);
  EXPECT_GT(table().size(), 400'000U);
}

TEST_F(DamagedTable, OfWhichOnlyTheHeaderIsReadIsStillWholeAndOfThisVersion) {
  EXPECT_EQ(error_of(bytes_, TableCheck::header), "");
  std::string newer = bytes_;
  newer[8] = 99;
  EXPECT_NE(error_of(newer, TableCheck::header).find("andere versie"), std::string::npos);
  const std::string shorter = bytes_.substr(0, bytes_.size() - 1);
  EXPECT_NE(error_of(shorter, TableCheck::header).find("is afgebroken"), std::string::npos);
}

TEST_F(DamagedTable, IsRefusedWithTheWayToRebuildIt) {
  const auto expect = [&](const std::string& bytes, const std::string& what) {
    const std::string error = error_of(bytes);
    EXPECT_NE(error.find(what), std::string::npos) << error;
    EXPECT_NE(error.find("./dev build"), std::string::npos) << error;
  };
  expect(bytes_.substr(0, bytes_.size() - 1), "is afgebroken");
  expect(bytes_.substr(0, 20), "is afgebroken");
  expect("geen tabel, maar een lange regel tekst die langer is dan een kop hoort te zijn",
         "is geen woordtabel");
  std::string changed = bytes_;
  changed[changed.size() / 2] ^= 1;
  expect(changed, "is beschadigd");
  std::string newer = bytes_;
  newer[8] = 99;
  expect(newer, "andere versie");
  fs::remove(path_);
  const auto opened = WordTable::open(path_);
  ASSERT_FALSE(opened);
  EXPECT_NE(to_string(opened.error()).find("ontbreekt"), std::string::npos);
}

}  // namespace
}  // namespace pipeline
