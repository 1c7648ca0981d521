// A catalogue of messages (.po), as far as tests ask for it.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace pipeline {

struct Message {
  std::string id, plural;
  std::vector<std::string> translations;
};

// The header, whose id is empty, is no message.
inline std::map<std::string, Message> messages_in(const std::string& po) {
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

}  // namespace pipeline
