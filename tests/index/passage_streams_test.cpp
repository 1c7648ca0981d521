#include "pipeline/index/passage_streams.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "pipeline/index/passage_words.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

TEST(PassageStreams, AreThoseThatReadingAllOfThemGives) {
  // A document that came later stands before others in the order of ids.
  ExampleIndex example({{2, "Twee visies.\nNog een."}, {3, "Drie."}});
  example.merge({{1, "Zij werkten samen.\nNiemand belde."}});
  const Index index = example.open();
  std::vector<PassageId> ids;
  for (const auto& [document, passages] : {std::pair{1U, 2U}, {2U, 2U}, {3U, 1U}})
    for (std::uint32_t i = 1; i <= passages; ++i)
      ids.push_back(passage_id(DocumentId{document}, i));
  std::map<PassageId, std::string> expected;
  for_each_stream(index, ids, [&](std::size_t place, std::string_view stream) {
    expected[ids[place]] = stream;
  });
  ASSERT_EQ(expected.size(), ids.size());
  PassageStreams streams(index);
  std::mt19937 random(20261130);
  for (int round = 0; round < 20; ++round) {
    for (const PassageId id : ids) EXPECT_EQ(streams(id), expected[id]) << round;
    std::ranges::shuffle(ids, random);
  }
}

TEST(PassageStreams, AreEmptyWhereThereIsNoSuchPassage) {
  const ExampleIndex example({{1, "Eén zin."}});
  const Index index = example.open();
  PassageStreams streams(index);
  EXPECT_EQ(streams(passage_id(DocumentId{1}, 2)), "");
  EXPECT_EQ(streams(passage_id(DocumentId{9}, 1)), "");
  EXPECT_NE(streams(passage_id(DocumentId{1}, 1)), "");
}

}  // namespace
}  // namespace pipeline
