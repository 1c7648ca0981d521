// The numbers that Word makes for the paragraphs of a document, in the order in which they stand:
// "2.1" before a heading, "b)" before an item of a list. Bullets are no numbers.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/read/docx_styles.h"
#include "pipeline/read/numbering.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

class DocxNumbering {
 public:
  DocxNumbering() = default;
  // The root of numbering.xml; `styles` say which list a list style stands for.
  DocxNumbering(const pugi::xml_node& numbering, const DocxStyles& styles);

  // The label of the next paragraph that stands there; empty where it shows none.
  std::string next(const DocxListPlace& place);

 private:
  static constexpr std::size_t levels = 9;
  struct Level {
    NumberForm form = NumberForm::decimal;
    std::string text;  // "%1.%2"
    std::uint32_t start = 1;
    bool is_bullet = false;
    bool is_all_digits = false;
  };
  using Levels = std::array<Level, levels>;
  struct List {
    std::string counts;  // lists that are drawn alike count together
    Levels levels;
    std::map<std::size_t, std::uint32_t> restarts;  // by level, for its first paragraph
  };

  static Level level_of(const pugi::xml_node& node);
  void add_list(const pugi::xml_node& list, const std::map<std::string, Levels>& drawn);
  std::string label(const List& list, std::size_t level) const;

  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, LevelCounts, std::less<>> counts_;
};

}  // namespace pipeline
