// The numbers of lists and headings in an OpenDocument text, in the order in which they stand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/odt_styles.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

class OdtNumbering {
 public:
  explicit OdtNumbering(const OdtStyles& styles) : styles_(styles) {}

  // A list (text:list) begins, within the one that is open if there is one; and ends.
  void open_list(const pugi::xml_node& list);
  void close_list();
  // An item of the open list begins; a list-header is none.
  void open_item(const pugi::xml_node& item);
  // The label of the next paragraph or heading; empty for one without, such as the second paragraph
  // of an item.
  std::string next(const pugi::xml_node& paragraph);

 private:
  struct List {
    std::string style;
    std::string counts;   // lists that go on from each other count together
    bool is_due = false;  // an item has begun and its first paragraph has not
    std::optional<std::uint32_t> start;
  };

  std::string next_heading(const pugi::xml_node& heading);
  static std::string label(const OdtLevels& levels, std::size_t level, const LevelCounts& counts);

  const OdtStyles& styles_;
  std::vector<List> open_;
  std::map<std::string, LevelCounts, std::less<>> counts_;
  std::map<std::string, std::string, std::less<>> counts_of_list_;   // by its id
  std::map<std::string, std::string, std::less<>> counts_of_style_;  // the last list of it
  LevelCounts headings_;
  std::size_t lists_ = 0;
};

}  // namespace pipeline
