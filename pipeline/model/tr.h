// The words of the program in the reader's language. The Dutch text stands in the code and is the
// key; translations/en.po has the English beside it:
//   tr("Beperkt tot {} die aan de zoekvraag {}", counted(2, "passage", "passages"), query)
// {} are the places of what is filled in; a translation may put them in another order: {1} … {0}.
// What has no translation stays Dutch. docs/translations.md tells how to add or mend one.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace pipeline {

enum class Language : std::uint8_t { dutch, english };

// "nl", "en"
std::string_view code_of(Language language);
std::optional<Language> language_of_code(std::string_view code);
// Of the environment: English where the first of LC_ALL, LC_MESSAGES and LANG that is set begins
// with "en", else Dutch.
Language language_of_locale();

// The language of this process: Dutch, but while a Speaking lives. It is set before any text is
// made and by one thread alone; then all threads may read it.
Language spoken();
class Speaking {
 public:
  explicit Speaking(Language language);
  ~Speaking();
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  Language before_;
};

// A value that a text is filled with.
class Filling {
 public:
  Filling(std::string_view text) : value_(text) {}
  Filling(const std::string& text) : value_(std::string_view(text)) {}
  Filling(const char* text) : value_(std::string_view(text)) {}
  Filling(char letter) : value_(letter) {}
  template <typename T>
  requires std::is_integral_v<T> &&(!std::is_same_v<T, bool>)Filling(T number) {
    if constexpr (std::is_signed_v<T>)
      value_ = static_cast<std::int64_t>(number);
    else
      value_ = static_cast<std::uint64_t>(number);
  }
  Filling(double number) : value_(number) {}

  using Value = std::variant<std::string_view, char, std::int64_t, std::uint64_t, double>;
  const Value& value() const { return value_; }

 private:
  Value value_;
};

// As it stands in the catalogue; `dutch` itself where it does not.
std::string_view translated(std::string_view dutch);
std::string_view translated(std::string_view one, std::string_view many, std::uint64_t number);
std::string filled(std::string_view text, std::initializer_list<Filling> values);

inline std::string tr(std::string_view dutch) {
  return std::string(translated(dutch));
}
template <typename... Values>
requires(sizeof...(Values) > 0) std::string tr(std::string_view dutch, const Values&... values) {
  return filled(translated(dutch), {Filling(values)...});
}
// Of `number`: tr_plural(3, "{} getal berust", "{} getallen berusten", 3).
template <typename... Values>
std::string tr_plural(std::uint64_t number, std::string_view one, std::string_view many,
                      const Values&... values) {
  return filled(translated(one, many, number), {Filling(values)...});
}
// Marks a text in a table of constants, which tr() translates where it is used.
constexpr std::string_view tr_later(std::string_view dutch) {
  return dutch;
}

// Of a number: "12.345,6" in Dutch, "12,345.6" in English.
char decimal_mark();
char thousands_mark();

}  // namespace pipeline
