#include "pipeline/model/tr.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "pipeline/model/counted.h"
#include "pipeline/model/factor.h"

namespace pipeline {
namespace {

TEST(Tr, LeavesDutchAsItStands) {
  EXPECT_EQ(tr("Totaal"), "Totaal");
  EXPECT_EQ(tr("Weggelaten: {}.", "iets"), "Weggelaten: iets.");
}

TEST(Tr, SpeaksEnglishWhileAskedTo) {
  {
    const Speaking speaking(Language::english);
    EXPECT_EQ(tr("Totaal"), "Total");
    EXPECT_EQ(tr("Weggelaten: {}.", "iets"), "Left out: iets.");
    EXPECT_EQ(word_of(Valence::failure), "failure");
    EXPECT_EQ(to_string(Valence::failure), "faal");
  }
  EXPECT_EQ(tr("Totaal"), "Totaal");
}

TEST(Tr, LeavesInDutchWhatTheCatalogueLacks) {
  const Speaking speaking(Language::english);
  EXPECT_EQ(tr("dit staat er niet in"), "dit staat er niet in");
  EXPECT_EQ(tr(""), "");
}

TEST(Tr, CountsAsTheLanguageDoes) {
  EXPECT_EQ(counted(1, "zin", "zinnen"), "1 zin");
  EXPECT_EQ(counted(12'345, "zin", "zinnen"), "12.345 zinnen");
  const Speaking speaking(Language::english);
  EXPECT_EQ(counted(0, "zin", "zinnen"), "0 sentences");
  EXPECT_EQ(counted(1, "zin", "zinnen"), "1 sentence");
  EXPECT_EQ(counted(12'345, "zin", "zinnen"), "12,345 sentences");
  EXPECT_EQ(counted(5'000'000'000, "zin", "zinnen"), "5,000,000,000 sentences");
}

TEST(Tr, NamesAFactorInTheLanguageItHas) {
  Factor factor;
  factor.label_nl = "Vertrouwen";
  factor.label_en = "Trust";
  EXPECT_EQ(label_of(factor), "Vertrouwen");
  const Speaking speaking(Language::english);
  EXPECT_EQ(label_of(factor), "Trust");
  factor.label_en.clear();
  EXPECT_EQ(label_of(factor), "Vertrouwen");
}

struct Locale {
  const char *all, *messages, *lang;
  Language expected;
};

// Of the environment as it is in each case; what stood there comes back.
class LanguageOfLocale : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : names)
      if (const char* value = std::getenv(name)) before_.emplace_back(name, value);
  }
  void TearDown() override {
    for (const char* name : names) unsetenv(name);
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }
  static constexpr const char* names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

 private:
  std::vector<std::pair<std::string, std::string>> before_;
};

TEST_F(LanguageOfLocale, IsEnglishWhereTheFirstThatIsSetSaysSo) {
  const Locale cases[] = {{"", "", "", Language::dutch},
                          {"", "", "C.UTF-8", Language::dutch},
                          {"", "", "en_GB.UTF-8", Language::english},
                          {"", "", "en", Language::english},
                          {"", "", "enm_GB", Language::dutch},
                          {"", "", "nl_NL.UTF-8", Language::dutch},
                          {"", "nl_NL", "en_US.UTF-8", Language::dutch},
                          {"C", "en_US", "en_US.UTF-8", Language::dutch},
                          {"en_US.UTF-8", "nl_NL", "nl_NL", Language::english}};
  for (const Locale& it : cases) {
    setenv("LC_ALL", it.all, 1);
    setenv("LC_MESSAGES", it.messages, 1);
    setenv("LANG", it.lang, 1);
    EXPECT_EQ(language_of_locale(), it.expected) << it.all << ' ' << it.messages << ' ' << it.lang;
  }
}

}  // namespace
}  // namespace pipeline
