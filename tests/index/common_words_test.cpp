#include "pipeline/index/common_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace pipeline {
namespace {

// A word, or '.' for a sentence's end, between blanks; "x" is no common word.
std::string part_of(const std::string& text) {
  StreamWriter writer;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (word == ".")
      writer.end_sentence();
    else if (!word.empty())
      writer.add(Place::lemma, word);
    word.clear();
  }
  std::vector<StreamTerm> terms;
  read_stream(writer.text(), terms);
  return common_part(terms);
}

CommonQuery::Words numbers_of(const std::vector<std::string>& words) {
  CommonQuery::Words numbers;
  for (const std::string& word : words) numbers.push_back(common_word(word).value());
  return numbers;
}

TEST(CommonWord, HasANumberOfItsOwn) {
  std::set<std::uint8_t> numbers;
  for (const char* word : {"de", "van", "zijn", "indien", "krijgen", "eh", "nieuw"})
    numbers.insert(common_word(word).value());
  EXPECT_EQ(numbers.size(), 7U);
  for (const char* word :
       {"", "d", "dee", "De", "vertrouwen", "samenwerking", "Fgemeente", "zijnn", "ë"})
    EXPECT_FALSE(common_word(word)) << word;
}

TEST(CommonPart, KeepsWordsDistancesAndSentences) {
  const auto byte = [](const char* word) {
    return std::string(1, static_cast<char>(0x80 | common_word(word).value()));
  };
  EXPECT_EQ(part_of("x de van"), '\1' + byte("de") + byte("van"));
  EXPECT_EQ(part_of("de x x x van x"), byte("de") + '\3' + byte("van"));
  EXPECT_EQ(part_of("x de . van ."), '\1' + byte("de") + std::string(1, '\0') + byte("van"));
  EXPECT_EQ(part_of("x . x de"), "\1" + std::string(1, '\0') + "\1" + byte("de"));
  EXPECT_EQ(part_of("x x x"), "");
  EXPECT_EQ(part_of(""), "");
  std::string many;
  for (int i = 0; i < 300; ++i) many += "x ";
  EXPECT_EQ(part_of(many + "de"), "\x7F\x7F\x2E" + byte("de"));
}

TEST(CommonQuery, FindsWordsRightBehindOneAnother) {
  struct Row {
    std::string text;
    std::vector<std::vector<std::string>> words;
    bool stands;
  };
  for (const Row& row : std::vector<Row>{{"x van de x", {{"van"}, {"de"}}, true},
                                         {"x de van x", {{"van"}, {"de"}}, false},
                                         {"van x de", {{"van"}, {"de"}}, false},
                                         {"van . de", {{"van"}, {"de"}}, false},
                                         {"van van de", {{"van"}, {"de"}}, true},
                                         {"in het van de", {{"in", "van"}, {"het", "de"}}, true},
                                         {"op de x van de hand", {{"van"}, {"de"}, {"het"}}, false},
                                         {"aan de in het", {{"de"}, {"in"}, {"het"}}, true},
                                         {"de de de", {{"de"}, {"de"}, {"de"}}, true},
                                         {"de de x de", {{"de"}, {"de"}, {"de"}}, false},
                                         {"de", {{"de"}}, true},
                                         {"", {{"de"}}, false}}) {
    std::vector<CommonQuery::Words> words;
    for (const auto& choice : row.words) words.push_back(numbers_of(choice));
    EXPECT_EQ(CommonQuery::sequence(words).stands_in(part_of(row.text)), row.stands) << row.text;
  }
}

TEST(CommonQuery, FindsWordsNearEachOther) {
  struct Row {
    std::string text;
    std::uint32_t distance;
    bool near, in_order;
  };
  for (const Row& row : std::vector<Row>{{"van de", 1, true, true},
                                         {"de van", 1, true, false},
                                         {"van x de", 1, false, false},
                                         {"van x de", 2, true, true},
                                         {"de x x van", 3, true, false},
                                         {"van . de", 99, false, false},
                                         {"van x", 8, false, false},
                                         {"van x x x x de van", 2, true, false},
                                         {"x de x van x x de", 3, true, true}}) {
    const auto van = numbers_of({"van"}), de = numbers_of({"de"});
    const std::string part = part_of(row.text);
    EXPECT_EQ(CommonQuery::window(van, de, row.distance, false).stands_in(part), row.near)
        << row.text;
    EXPECT_EQ(CommonQuery::window(van, de, row.distance, true).stands_in(part), row.in_order)
        << row.text;
  }
  // A word is not near itself.
  const auto van = numbers_of({"van"});
  EXPECT_FALSE(CommonQuery::window(van, van, 8, false).stands_in(part_of("x van x")));
  EXPECT_TRUE(CommonQuery::window(van, van, 8, false).stands_in(part_of("x van x van")));
}

}  // namespace
}  // namespace pipeline
