// What the styles of an OpenDocument text say that its words depend on: which styles hide them or
// make them bold, and how lists and headings are numbered.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/read/numbering.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

// How a level of a list is labelled: before, number (of as many levels as `shown`), behind; or a
// form of its own, "%1%.%2%)".
struct OdtLevel {
  NumberForm form = NumberForm::none;
  std::string before, behind, own_form;
  std::size_t shown = 1;
  std::uint32_t start = 1;
};
using OdtLevels = std::array<OdtLevel, LevelCounts::levels>;

class OdtStyles {
 public:
  // Adds the styles below `root`; a style stands after the one it builds on, or in a part that is
  // added before.
  void add(const pugi::xml_node& root);

  bool hides(std::string_view style) const { return hidden_.contains(style); }
  // Nothing: the style does not say.
  std::optional<bool> is_bold(std::string_view style) const;
  // nullptr where no such style is known.
  const OdtLevels* list(std::string_view style) const;
  // Of headings.
  const OdtLevels& outline() const { return outline_; }

 private:
  void add_style(const pugi::xml_node& style);

  std::set<std::string, std::less<>> hidden_;
  std::map<std::string, bool, std::less<>> bold_;
  std::map<std::string, OdtLevels, std::less<>> lists_;
  OdtLevels outline_;
};

}  // namespace pipeline
