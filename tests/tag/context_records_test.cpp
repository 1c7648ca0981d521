// The rules of context on sentences that were written before them: tests/tag/context/own.jsonl, a
// half of which was never looked at while the rules were made. The floors keep what was reached.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/segment/segment.h"
#include "pipeline/tag/context_reader.h"
#include "tests/support/own_lexicon.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

struct Score {
  unsigned right = 0, all = 0;
  double share() const { return static_cast<double>(right) / all; }
};

std::string polarity(const WordsInContext& words) {
  constexpr const char* names[] = {"affirmed", "negated", "double"};
  return names[static_cast<std::size_t>(words.polarity)];
}
std::string certainty(const WordsInContext& words) {
  constexpr const char* names[] = {"certain", "wish", "conditional", "question", "hedged"};
  return names[static_cast<std::size_t>(words.modality)];
}

std::uint32_t byte_of(const std::string& text, std::uint32_t code_point) {
  std::uint32_t at = 0;
  for (; code_point > 0; --code_point) do
      ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

TEST(ContextRecords, AreUnderstoodAsWellAsTheyWere) {
  Vocabulary vocabulary(word_table());
  const ContextReader read(samenwerking(), vocabulary);
  std::ifstream file(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "tests/tag/context/own.jsonl");
  std::map<std::string, Score> polarities, certainties;  // by half
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    const std::string text = record["text"];
    const Segmented segmented = Segmenter()(text);
    const WordsInContext words =
        read(text, segmented, analyse(text, segmented, vocabulary),
             {byte_of(text, record["target"][0]), byte_of(text, record["target"][1])});
    Score& by_polarity = polarities[record["half"]];
    Score& by_certainty = certainties[record["half"]];
    by_polarity.right += polarity(words) == record["polarity"] ? 1 : 0;
    by_certainty.right += certainty(words) == record["certainty"] ? 1 : 0;
    ++by_polarity.all;
    ++by_certainty.all;
  }
  ASSERT_EQ(polarities["tuning"].all + polarities["held-back"].all, 517U);
  EXPECT_GE(polarities["tuning"].share(), 0.96);
  EXPECT_GE(polarities["held-back"].share(), 0.91);
  EXPECT_GE(certainties["tuning"].share(), 0.97);
  EXPECT_GE(certainties["held-back"].share(), 0.95);
}

}  // namespace
}  // namespace pipeline
