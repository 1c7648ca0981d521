// Holds translations/en.po to what the sources say: nothing is untranslated, nothing is left over,
// and every {} of a text is in its translation.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "tests/support/output_of.h"

namespace {

const std::string root = SAMENSPEL_SOURCE_DIR;

struct Message {
  std::string id, plural;
  std::vector<std::string> translations;
};

// The header, whose id is empty, is no message.
std::map<std::string, Message> messages_in(const std::string& po) {
  std::map<std::string, Message> messages;
  Message message;
  std::string* into = nullptr;
  const auto keep = [&] {
    if (!message.id.empty()) messages[message.id] = message;
    message = {};
  };
  std::istringstream lines(po);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t quote = line.find('"');
    if (quote == std::string::npos || line[0] == '#') continue;
    const std::string keyword = line.substr(0, quote);
    if (keyword == "msgid ") {
      keep();
      into = &message.id;
    } else if (keyword == "msgid_plural ") {
      into = &message.plural;
    } else if (keyword.starts_with("msgstr")) {
      into = &message.translations.emplace_back();
    }
    *into += line.substr(quote + 1, line.rfind('"') - quote - 1);
  }
  keep();
  return messages;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

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
