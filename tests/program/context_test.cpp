#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

Ran context_of(const std::string& lines) {
  RunOptions options;
  options.input = lines;
  return samenspel({"context", "-"}, options);
}

TEST(Context, SaysWhatTheWordsAroundATargetMakeOfIt) {
  struct Row {
    std::string text, target, polarity, certainty, cues;
  };
  const std::vector<Row> rows{
      {"Er was overleg.", "[7,14]", "affirmed", "certain", "[]"},
      {"Er was geen overleg.", "[12,19]", "negated", "certain",
       R"([{"kind":"ontkenning","span":[7,11]}])"},
      {"Er was geen gebrek aan overleg.", "[23,30]", "double", "certain",
       R"([{"kind":"ontkenning","span":[7,11]},{"kind":"afwezigheid","span":[12,22]}])"},
      {"Er was misschien overleg.", "[17,24]", "affirmed", "hedged",
       R"([{"kind":"twijfel","span":[7,16]}])"},
      {"Overleg is nodig.", "[0,7]", "affirmed", "wish", R"([{"kind":"wens","span":[11,16]}])"},
      {"Als er overleg is, lukt het.", "[7,14]", "affirmed", "conditional",
       R"([{"kind":"voorwaarde","span":[0,6]}])"},
      {"Was er overleg?", "[7,14]", "affirmed", "question", "[]"},
      {"I: Vertel eens over het overleg.", "[24,31]", "affirmed", "question", "[]"},
  };
  std::string lines;
  for (const Row& row : rows)
    lines += R"({"id":"x","text":)" + Json(row.text).dump() + R"(,"target":)" + row.target + "}\n";
  const Ran ran = context_of(lines);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.err, "");
  std::istringstream answers(ran.out);
  std::string line;
  for (const Row& row : rows) {
    ASSERT_TRUE(std::getline(answers, line)) << ran;
    const Json answer = Json::parse(line);
    EXPECT_EQ(answer["polarity"], row.polarity) << row.text;
    EXPECT_EQ(answer["certainty"], row.certainty) << row.text;
    EXPECT_EQ(answer["cues"], Json::parse(row.cues)) << row.text;
  }
  EXPECT_FALSE(std::getline(answers, line));
}

TEST(Context, CountsCodePointsOfTheTextAsItWasGiven) {
  const Ran ran = context_of(
      "{\"id\": 7, \"text\": \"Financi\xC3\xABn? Nou\xC2\xADja, ide\xC3\xAB\xC3\xABn "
      "zag ik niet.\", \"target\": [19, 25]}\r\n\n");
  EXPECT_EQ(ran.status, 0) << ran;
  const Json answer = json_of(ran);
  EXPECT_EQ(answer["id"], 7);
  EXPECT_EQ(answer["polarity"], "negated");
  EXPECT_EQ(answer["cues"][0]["span"], (Json{33, 37}));
}

TEST(Context, SaysNothingOfATargetWithoutWords) {
  const Ran ran = context_of(R"({"id":"a","text":"Niet, nee.","target":[4,6]})");
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, R"({"id":"a","polarity":"affirmed","certainty":"certain","cues":[]})"
                     "\n");
}

TEST(Context, NamesTheLineOfAMistake) {
  const std::string good = R"({"id":"a","text":"Er was overleg.","target":[7,14]})"
                           "\n";
  const std::vector<std::pair<std::string, std::string>> rows{
      {"{", ":1: dit is geen JSON; schrijf een object per regel"},
      {good + "[1]", ":2: dit is geen JSON-object met id, text en target"},
      {good + "\n" + R"({"text":"a","target":[0,1]})", ":3: het veld 'id' ontbreekt"},
      {R"({"id":1,"text":7,"target":[0,1]})", ":1: 'text' moet tekst zijn"},
      {R"({"id":1,"text":"a","target":[0,1,2]})", ":1: 'target' moet [begin, einde] zijn"},
      {R"({"id":1,"text":"a","target":[-1,1]})", ":1: 'target' moet [begin, einde] zijn"},
      {R"({"id":1,"text":"aé","target":[0,3]})",
       ":1: 'target' eindigt op teken 3, maar 'text' heeft er 2"},
      {R"({"id":1,"text":"ab","target":[2,1]})", ":1: 'target' is leeg"},
      {R"({"id":1,"text":"\ud800","target":[0,1]})", ":1: dit is geen JSON"},
  };
  for (const auto& [lines, words] : rows) {
    const Ran ran = context_of(lines);
    EXPECT_EQ(ran.status, 2) << lines << ran;
    EXPECT_THAT(ran.err, HasSubstr(words)) << lines;
  }
}

TEST(Context, TakesTheCuesOfALexiconThatIsNamed) {
  const ExampleStudy study;
  RunOptions options;
  options.input = R"({"id":"a","text":"Er was misschien overleg.","target":[17,24]})";
  const Ran ran = samenspel({"context", "-", "--lexicon", study.text("lexicon")}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(json_of(ran)["certainty"], "certain");
  EXPECT_EQ(samenspel({"context", "-", "--lexicon", study.text("geen")}, options).status, 2);
}

}  // namespace
}  // namespace pipeline
