// Holds translations/en.po to what the sources say: nothing is untranslated, nothing is left over,
// and every {} of a text is in its translation.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "tests/house/sources.h"
#include "tests/support/output_of.h"
#include "tests/support/po.h"

namespace {

using pipeline::Message;
using pipeline::messages_in;
using pipeline::text_of;

const std::string root = SAMENSPEL_SOURCE_DIR;

// "{} van {1:.2f}" -> {0, 1}: which of the values stand in it.
std::multiset<int> places_in(const std::string& text) {
  static const std::regex place(R"(\{\{|\}\}|\{(\d*)(:[^{}]*)?\})");
  std::multiset<int> places;
  int next = 0;
  for (std::sregex_iterator it(text.begin(), text.end(), place), end; it != end; ++it) {
    if ((*it)[0] == "{{" || (*it)[0] == "}}") continue;
    places.insert((*it)[1].length() > 0 ? std::stoi((*it)[1]) : next++);
  }
  return places;
}

const std::map<std::string, Message>& said() {
  static const auto messages = messages_in(pipeline::output_of(root + "/tests/house/messages.sh"));
  return messages;
}
const std::map<std::string, Message>& translated() {
  static const auto messages = messages_in(text_of(root + "/translations/en.po"));
  return messages;
}

TEST(Messages, AllHaveATranslation) {
  ASSERT_GT(said().size(), 500U);
  for (const auto& [id, message] : said()) {
    const auto it = translated().find(id);
    ASSERT_NE(it, translated().end()) << "./dev messages, and translate: " << id;
    EXPECT_EQ(it->second.plural, message.plural) << id;
    for (const std::string& translation : it->second.translations)
      EXPECT_FALSE(translation.empty()) << "translations/en.po says nothing for: " << id;
  }
}

TEST(Messages, OfWhichNothingIsLeftAreNotTranslated) {
  for (const auto& [id, message] : translated())
    EXPECT_TRUE(said().contains(id)) << "no source says this any more; ./dev messages: " << id;
}

TEST(Messages, KeepWhatIsFilledInWhenTheyAreTranslated) {
  for (const auto& [id, message] : translated())
    for (const std::string& translation : message.translations) {
      const auto expected = places_in(id), found = places_in(translation);
      EXPECT_EQ(std::set(found.begin(), found.end()), std::set(expected.begin(), expected.end()))
          << id << "\n"
          << translation;
      EXPECT_EQ(id.ends_with("\\n"), translation.ends_with("\\n")) << id;
    }
}

}  // namespace
