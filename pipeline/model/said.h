// A text that is both shown and stored: a warning about a document, why a file was refused. It is
// the string that is shown, in the language that is spoken, and takes the same in Dutch along: what
// a study holds must not depend on the language of the run that made it.
//   said("het deel {} ontbreekt in het boek", path)
// What only ends on a screen is tr() (tr.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"

namespace pipeline {

class Said : public std::string {
 public:
  Said() = default;
  // The same in every language, or a text that is not stored.
  Said(std::string text) : std::string(std::move(text)) {}
  Said(const char* text) : std::string(text) {}
  Said(std::string shown, std::string dutch)
      : std::string(std::move(shown)), dutch_(std::move(dutch)) {}

  const std::string& stored() const { return dutch_.empty() ? *this : dutch_; }
  template <typename Change>  // of a text
  Said changed(const Change& change) const {
    return dutch_.empty() ? Said(change(*this)) : Said(change(*this), change(dutch_));
  }

  // Puts another behind it.
  Said& add(const Said& more) {
    if (!dutch_.empty() || !more.dutch_.empty()) dutch_ = stored() + more.stored();
    append(more);
    return *this;
  }
  // Would leave the Dutch behind.
  Said& operator+=(const Said&) = delete;

 private:
  std::string dutch_;  // empty: as shown
};

// A value for either: of a text that was said before, the one that suits.
inline const std::string& as_stored(const Said& text) {
  return text.stored();
}
template <typename Value>
const Value& as_stored(const Value& value) {
  return value;
}

inline Said said(std::string_view dutch) {
  if (spoken() == Language::dutch) return std::string(dutch);
  return {tr(dutch), std::string(dutch)};
}
template <typename... Values>
requires(sizeof...(Values) > 0) Said said(std::string_view dutch, const Values&... values) {
  std::string shown = filled(translated(dutch), {Filling(values)...});
  if (spoken() == Language::dutch) return shown;
  return {std::move(shown), filled(dutch, {Filling(as_stored(values))...})};
}
// "12.345", as a value.
inline Said said_number(std::uint64_t value) {
  std::string shown = number(value);
  if (spoken() == Language::dutch) return shown;
  return {std::move(shown), number(value, '.')};
}
// Of `number`, as tr_plural.
template <typename... Values>
Said said_plural(std::uint64_t number, std::string_view one, std::string_view many,
                 const Values&... values) {
  std::string shown = filled(translated(one, many, number), {Filling(values)...});
  if (spoken() == Language::dutch) return shown;
  return {std::move(shown), filled(number == 1 ? one : many, {Filling(as_stored(values))...})};
}
// "1 cel", "2.000 cellen".
inline Said said_counted(std::uint64_t value, std::string_view one, std::string_view many) {
  std::string shown = counted(value, one, many);
  if (spoken() == Language::dutch) return shown;
  return {std::move(shown),
          said_number(value).stored() + ' ' + std::string(value == 1 ? one : many)};
}

}  // namespace pipeline
