// What the styles of a Word document say that its text depends on: which of them hide their words
// or make them bold, and which number their paragraphs ("Kop 2" is level 2 of the headings' list).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}

namespace pipeline {

// A place in a list: w:numPr. List "0" is none, and takes a paragraph out of the list of its style.
struct DocxListPlace {
  std::string list;
  std::size_t level = 0;

  friend bool operator==(const DocxListPlace&, const DocxListPlace&) = default;
};

// A switch such as <w:vanish/>, on unless it says that it is off.
bool is_switched_on(const pugi::xml_node& toggle);

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const pugi::xml_node& styles);

  // Whether text of the style is not shown, by itself or by what the style builds on.
  bool hides(std::string_view style) const;
  // Whether it is bold, in the same way.
  bool is_bold(std::string_view style) const;
  // Where paragraphs with these properties (w:pPr) stand in a list, by themselves or by their
  // style; nothing where they stand in none.
  std::optional<DocxListPlace> list_of(const pugi::xml_node& properties) const;
  // The list of a numbering style.
  std::string list_of_style(std::string_view style) const;

 private:
  struct Style {
    std::string base;
    std::optional<bool> is_hidden, is_bold;
    std::optional<std::string> list;
    std::optional<std::size_t> level;
  };

  const Style* find(std::string_view id) const;
  // The first in the row of styles that each build on the next for which `says` gives something.
  template <typename Says>
  auto first(std::string_view style, Says says) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_;  // of paragraphs
};

}  // namespace pipeline
