// The text of an OpenDocument body or header: tracked deletions, hidden text and the sources of
// indexes are out; notes and comments are set aside to follow the body; text boxes follow the
// paragraph that they hang on.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/paragraphs.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

class OdtText {
 public:
  // Called with the address within the package of a document that is embedded.
  using Insert = std::function<void(std::string_view address, Paragraphs& text)>;
  using Styles = std::set<std::string, std::less<>>;

  OdtText(const Styles& hidden_styles, Insert insert);
  OdtText(const OdtText&) = delete;
  OdtText& operator=(const OdtText&) = delete;
  ~OdtText();

  // Adds what stands below `parent`.
  void add(const pugi::xml_node& parent);
  // Adds one paragraph, heading, list or table.
  void add_block(const pugi::xml_node& block);
  std::string take() { return text_.take(); }
  // Notes and comments met so far.
  const std::vector<pugi::xml_node>& notes() const { return notes_; }
  const std::vector<pugi::xml_node>& comments() const { return comments_; }

 private:
  void add_element(const pugi::xml_node& element, std::string_view name);
  void add_paragraph(const pugi::xml_node& paragraph);
  bool is_hidden(const pugi::xml_node& element, std::string_view name) const;

  const Styles& hidden_styles_;
  Insert insert_;
  Paragraphs text_;
  bool in_paragraph_ = false;
  std::vector<pugi::xml_node> boxes_;  // of the paragraph that is being added
  std::vector<pugi::xml_node> notes_, comments_;
};

// Adds to `hidden` the names of the styles below `root` whose text is not shown.
void add_hidden_styles(const pugi::xml_node& root, OdtText::Styles& hidden);

}  // namespace pipeline
