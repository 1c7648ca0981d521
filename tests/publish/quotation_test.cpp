#include "pipeline/publish/quotation.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

ShownCoding coding(const std::string& passage, const std::string& sentence) {
  ShownCoding made;
  const auto at = static_cast<std::uint32_t>(passage.find(sentence));
  made.passage.text = passage;
  made.passage.span = {100, 100 + static_cast<std::uint32_t>(passage.size())};
  made.coding.span = {100 + at, 100 + at + static_cast<std::uint32_t>(sentence.size())};
  made.text = sentence;
  return made;
}

TEST(Quotations, StandWithinWhatWasSaid) {
  const Quotation it = quotation_of(
      coding("Eerst niets.\nToen was er vertrouwen. Daarna\tweer niet.", "Toen was er vertrouwen."),
      100);
  EXPECT_EQ(it.before, "Eerst niets. ");
  EXPECT_EQ(it.sentence, "Toen was er vertrouwen.");
  EXPECT_EQ(it.after, " Daarna weer niet.");
}

TEST(Quotations, AreCutAtABlank) {
  const Quotation it =
      quotation_of(coding("Heel lang verhaal vooraf. Ja. En nog een lang verhaal.", "Ja."), 10);
  EXPECT_EQ(it.before, "\u2026 vooraf. ");
  EXPECT_EQ(it.after, " En nog \u2026");
}

TEST(Quotations, HaveNothingAroundThemWhenNotAsked) {
  const Quotation it = quotation_of(coding("Een. Twee. Drie.", "Twee."), 0);
  EXPECT_EQ(it.before, "\u2026 ");
  EXPECT_EQ(it.after, " \u2026");
}

// A person may mark a stretch that is more than a passage.
TEST(Quotations, MayReachBeyondAPassage) {
  ShownCoding wide = coding("Kort.", "Kort.");
  wide.coding.span = {90, 400};
  wide.text = "Voor kort. Kort. En na kort.";
  const Quotation it = quotation_of(wide, 50);
  EXPECT_EQ(it.before, "");
  EXPECT_EQ(it.sentence, wide.text);
  EXPECT_EQ(it.after, "");
}

}  // namespace
}  // namespace pipeline
