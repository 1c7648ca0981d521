#include "pipeline/identify/detect.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Detect, KnowsWhatALineIsIn) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Ja, nou, dat liep dus eigenlijk best lekker, hè.", "nl"},
      {"Well, nobody really trusted the municipality after that.", "en"},
      {"Also wir haben damals gesagt, das machen wir zusammen mit der Gemeinde.", "de"},
      {"Rozmawialiśmy wtedy z gminą, ale nikt nas nie słuchał.", "pl"},
      {"لقد تحدثنا مع البلدية ولكن لم يستمع إلينا أحد.", "ar"},
      {"Biz o zaman belediye ile konuştuk ama kimse bizi dinlemedi.", "tr"}};
  for (const auto& [text, language] : rows)
    EXPECT_EQ(detect_language(text), (Detected{std::string(language), true})) << text;
}

TEST(Detect, IsNotSureOfAWordOrOfNothing) {
  for (const std::string_view text : {"", " ", "12 %", "Nee joh.", "?!"})
    EXPECT_FALSE(detect_language(text).is_sure) << text;
}

TEST(Detect, WithstandsWhatIsNoUtf8) {
  EXPECT_FALSE(detect_language("\xFF\xFE\x00\x80").is_sure);
}

}  // namespace
}  // namespace pipeline
