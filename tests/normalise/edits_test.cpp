#include "pipeline/normalise/edits.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

AlignedText edited(std::string_view text, std::string_view from, std::string_view to) {
  TextEditor editor(text);
  for (auto at = text.find(from); at != std::string_view::npos;
       at = text.find(from, at + from.size()))
    editor.replace(at, at + from.size(), to);
  return std::move(editor).finish();
}

TEST(TextEditor, LeavesATextWithoutReplacementsAsItIs) {
  const AlignedText text = edited("zorg", "x", "y");
  EXPECT_EQ(text.text, "zorg");
  EXPECT_TRUE(text.map.is_identity());
}

TEST(Chained, LeadsBackThroughBothTexts) {
  const AlignedText first = edited("a--b--c", "--", "+"), second = edited(first.text, "b", "bbb");
  EXPECT_EQ(second.text, "a+bbb+c");
  const OffsetMap map = chained(first.map, second.map);
  EXPECT_EQ(map.to_source({0, 1}), (Span{0, 1}));
  EXPECT_EQ(map.to_source({1, 2}), (Span{1, 3}));
  EXPECT_EQ(map.to_source({3, 4}), (Span{3, 4}));
  EXPECT_EQ(map.to_source({6, 7}), (Span{6, 7}));
}

TEST(Chained, MakesOneEditOfOverlappingOnes) {
  const AlignedText first = edited("xaay", "a", "bc"), second = edited(first.text, "cb", "");
  EXPECT_EQ(second.text, "xbcy");
  const OffsetMap map = chained(first.map, second.map);
  EXPECT_EQ(map.edits(), (std::vector<OffsetMap::Edit>{{1, 2, 1, 2}}));
}

TEST(Chained, KeepsWhatWasLeftOutAtAnEdgeApart) {
  const AlignedText first = edited("~ab~", "~", ""), second = edited(first.text, "ab", "c");
  const OffsetMap map = chained(first.map, second.map);
  EXPECT_EQ(map.to_source({0, 1}), (Span{1, 3}));
}

}  // namespace
}  // namespace pipeline
