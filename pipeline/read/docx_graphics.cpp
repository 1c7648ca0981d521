#include "pipeline/read/docx_graphics.h"

#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

class Graphic {
 public:
  explicit Graphic(Paragraphs& text) : text_(text) {}

  void add(const pugi::xml_node& parent) {
    for (const pugi::xml_node& child : parent.children()) {
      const std::string_view name = local_name(child);
      if (name == "p")
        add_paragraph(child);
      else if (name == "strCache" || name == "strLit" || name == "lvl")
        add_names(child);
      else if (!name.empty())
        add(child);
    }
  }

 private:
  void add_paragraph(const pugi::xml_node& paragraph) {
    text_.end_paragraph();
    for (const pugi::xml_node& run : paragraph.children()) {
      if (local_name(run) == "br") text_.end_line();
      text_.add(child_of(run, "t").text().get());
    }
    text_.end_paragraph();
  }

  // Each series has the names of the axis with it.
  void add_names(const pugi::xml_node& names) {
    std::string all;
    for (const pugi::xml_node& point : names.children()) {
      if (local_name(point) == "pt") all += child_of(point, "v").text().get() + std::string("\t");
    }
    if (!seen_.insert(all).second) return;
    text_.begin_row();
    for (const pugi::xml_node& point : names.children()) {
      if (local_name(point) != "pt") continue;
      text_.add(child_of(point, "v").text().get());
      text_.end_cell();
    }
    text_.end_row();
  }

  Paragraphs& text_;
  std::set<std::string> seen_;
};

}  // namespace

void add_words_of_graphic(const pugi::xml_node& root, Paragraphs& text) {
  Graphic(text).add(root);
}

}  // namespace pipeline
