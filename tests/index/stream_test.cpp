#include "pipeline/index/stream.h"

#include <gtest/gtest.h>

#include "pipeline/index/fields.h"

namespace pipeline {
namespace {

// "Zij werkten samen. Goed" with a factor at its last word.
std::string example_stream() {
  StreamWriter writer;
  writer.add(Place::lemma, "zij");
  writer.add(Place::lemma, "werken");
  writer.add(Place::beside, "Ewerkten");
  writer.add(Place::apart, "samenwerken");
  writer.add(Place::lemma, "samen");
  writer.end_sentence();
  writer.add(Place::lemma, "goed");
  writer.add(Place::beside, "Fsfeer");
  writer.end_sentence();
  return writer.text();
}

std::vector<std::uint32_t> positions_of(std::string_view stream, Place place,
                                        std::string_view start) {
  std::vector<std::uint32_t> positions;
  for (StreamSearch search(stream, place, start); search.next();)
    positions.push_back(search.found().position);
  return positions;
}

TEST(Stream, ReadsBackWhatWasWritten) {
  const std::string stream = example_stream();
  std::vector<StreamTerm> terms;
  read_stream(stream, terms);
  const std::uint32_t next = 3 + sentence_gap + 1;
  const std::vector<StreamTerm> expected = {
      {1, Place::lemma, "zij"},         {2, Place::lemma, "werken"}, {2, Place::beside, "Ewerkten"},
      {2, Place::apart, "samenwerken"}, {3, Place::lemma, "samen"},  {next, Place::lemma, "goed"},
      {next, Place::beside, "Fsfeer"},
  };
  EXPECT_EQ(terms, expected);
}

TEST(Stream, HasAPositionForEachWord) {
  std::vector<std::uint32_t> positions{7};
  read_positions(example_stream(), positions);
  EXPECT_EQ(positions, (std::vector<std::uint32_t>{1, 2, 3, 3 + sentence_gap + 1}));
  read_positions("", positions);
  EXPECT_TRUE(positions.empty());
}

TEST(Stream, OfNothingIsEmpty) {
  std::vector<StreamTerm> terms = {{1, Place::lemma, "oud"}};
  read_stream("", terms);
  EXPECT_TRUE(terms.empty());
  EXPECT_FALSE(StreamSearch("", Place::lemma, "a").next());
}

TEST(Stream, FindsTermsByTheirBeginningInOneKindOfPlace) {
  const std::string stream = example_stream();
  const std::uint32_t last = 3 + sentence_gap + 1;
  EXPECT_EQ(positions_of(stream, Place::lemma, "samen"), std::vector<std::uint32_t>{3});
  EXPECT_EQ(positions_of(stream, Place::apart, "samen"), std::vector<std::uint32_t>{2});
  EXPECT_EQ(positions_of(stream, Place::beside, "F"), std::vector<std::uint32_t>{last});
  EXPECT_EQ(positions_of(stream, Place::lemma, ""), (std::vector<std::uint32_t>{1, 2, 3, last}));
  EXPECT_TRUE(positions_of(stream, Place::lemma, "goede").empty());
}

TEST(Stream, TellsWhatStandsBesideATerm) {
  const std::string stream = example_stream();
  StreamSearch search(stream, Place::lemma, "");
  for (const std::string_view beside : {"", "Ewerkten", "", "Fsfeer"}) {
    ASSERT_TRUE(search.next());
    EXPECT_EQ(search.beside(), beside);
  }
  EXPECT_FALSE(search.next());
}

// Longer than the blocks that are searched at once, with the sought term at every distance.
TEST(Stream, FindsTheSameInLongStreamsAsReadingDoes) {
  for (std::size_t before = 0; before < 150; ++before) {
    StreamWriter writer;
    for (std::size_t i = 0; i < before; ++i) {
      writer.add(Place::lemma, std::string(1 + i % 7, 'a'));
      if (i % 10 == 9) writer.end_sentence();
    }
    writer.add(Place::lemma, "raad");
    writer.end_sentence();
    writer.add(Place::lemma, "raadsel");
    std::vector<StreamTerm> terms;
    read_stream(writer.text(), terms);
    std::vector<std::uint32_t> expected;
    for (const StreamTerm& term : terms)
      if (term.term.starts_with("raad")) expected.push_back(term.position);
    ASSERT_EQ(positions_of(writer.text(), Place::lemma, "raad"), expected) << before;
  }
}

TEST(Stream, HasWordsRightBehindOneAnother) {
  struct Row {
    std::vector<std::vector<std::string>> words;
    bool stands;
  };
  const std::string stream = example_stream();
  for (const Row& row : std::vector<Row>{
           {{{"zij"}, {"werken"}}, true},
           {{{"zij"}, {"samenwerken"}}, true},    // a verb found apart stands at its verb
           {{{"samenwerken"}, {"samen"}}, true},  // so it has the same word behind it
           {{{"werken"}, {"samen"}}, true},
           {{{"zij"}, {"werken"}, {"samen"}}, true},
           {{{"wij", "zij"}, {"rennen", "werken"}}, true},
           {{{"samen"}}, true},
           {{{"werken"}, {"samenwerken"}}, false},  // at one place, not behind
           {{{"zij"}, {"samen"}}, false},           // a word in between
           {{{"samen"}, {"goed"}}, false},          // a sentence's end in between
           {{{"werken"}, {"zij"}}, false},
           {{{"werk"}, {"samen"}}, false},  // part of a word
           {{{"zij"}, {"werk"}}, false},
           {{{"Ewerkten"}, {"samen"}}, false},  // forms and codings are no words
           {{{"zij"}, {"Ewerkten"}}, false},
           {{{"goed"}, {"goed"}}, false},
           {{{"goed"}, {"zij"}}, false}})
    EXPECT_EQ(has_sequence(stream, row.words), row.stands) << testing::PrintToString(row.words);
  EXPECT_FALSE(has_sequence("", std::vector<std::vector<std::string>>{{"zij"}, {"werken"}}));
}

// The same as by positions, in a stream long enough for blocks to matter.
TEST(Stream, HasASequenceWhereverPositionsFollow) {
  StreamWriter writer;
  for (int i = 0; i < 400; ++i) {
    writer.add(Place::lemma, std::string(1, static_cast<char>('a' + i * i % 7)));
    if (i % 3 == 0) writer.add(Place::beside, "Ex");
    if (i % 11 == 0) writer.add(Place::apart, std::string(1, static_cast<char>('a' + i % 5)));
    if (i % 17 == 0) writer.end_sentence();
  }
  std::vector<StreamTerm> terms;
  read_stream(writer.text(), terms);
  for (char first = 'a'; first <= 'h'; ++first)
    for (char second = 'a'; second <= 'h'; ++second) {
      bool follows = false;
      for (const StreamTerm& a : terms)
        for (const StreamTerm& b : terms)
          follows |= a.term == std::string(1, first) && b.term == std::string(1, second) &&
                     b.position == a.position + 1;
      EXPECT_EQ(has_sequence(writer.text(),
                             std::vector<std::vector<std::string>>{{std::string(1, first)},
                                                                   {std::string(1, second)}}),
                follows)
          << first << second;
    }
}

}  // namespace
}  // namespace pipeline
