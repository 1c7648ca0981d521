#include "pipeline/model/tr.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cstdlib>
#include <locale>
#include <vector>

#include "pipeline/model/catalogue.h"

namespace pipeline {
namespace {

using Catalogue = boost::locale::message_format<char>;

Language language = Language::dutch;

// Boost.Locale asks for no locale of the system: it reads the catalogue that it is handed.
Catalogue* read_catalogue() {
  boost::locale::gnu_gettext::messages_info info;
  info.language = "en";
  info.encoding = "UTF-8";
  info.paths.emplace_back("built-in");
  info.domains.emplace_back("samenspel");
  info.callback = [](const std::string&, const std::string&) {
    const std::string_view bytes = english_catalogue();
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return boost::locale::gnu_gettext::create_messages_facet<char>(info);
}

const Catalogue& english() {
  // A facet belongs to a locale, which is its only owner.
  static const std::locale owner(std::locale::classic(), read_catalogue());
  static const Catalogue& catalogue = std::use_facet<Catalogue>(owner);
  return catalogue;
}

}  // namespace

std::string_view code_of(Language it) {
  return it == Language::english ? "en" : "nl";
}

std::optional<Language> language_of_code(std::string_view code) {
  if (code == "nl") return Language::dutch;
  if (code == "en") return Language::english;
  return std::nullopt;
}

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      const std::string_view locale = value;
      const bool is_english = locale == "en" || locale.starts_with("en_") ||
                              locale.starts_with("en.") || locale.starts_with("en@");
      return is_english ? Language::english : Language::dutch;
    }
  return Language::dutch;
}

Language spoken() {
  return language;
}

Speaking::Speaking(Language it) : before_(language) {
  language = it;
}
Speaking::~Speaking() {
  language = before_;
}

std::string_view translated(std::string_view dutch) {
  if (language == Language::dutch || dutch.empty()) return dutch;
  const char* found = english().get(0, nullptr, std::string(dutch).c_str());
  return found == nullptr ? dutch : std::string_view(found);
}

std::string_view translated(std::string_view one, std::string_view many, std::uint64_t number) {
  if (language == Language::english) {
    constexpr std::uint64_t most = 1'000'000;  // more are many in any language
    const int amount = static_cast<int>(number < most ? number : most);
    if (const char* found = english().get(0, nullptr, std::string(one).c_str(), amount))
      return found;
  }
  return number == 1 ? one : many;
}

std::string filled(std::string_view text, std::initializer_list<Filling> values) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const Filling& it : values)
    std::visit([&](const auto& value) { arguments.push_back(value); }, it.value());
  return fmt::vformat(text, arguments);
}

char decimal_mark() {
  return language == Language::english ? '.' : ',';
}
char thousands_mark() {
  return language == Language::english ? ',' : '.';
}

}  // namespace pipeline
