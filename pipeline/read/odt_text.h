// The text of an OpenDocument body or header: hidden text and the sources of indexes are out, the
// numbers of lists, headings and notes are in; notes and comments are set aside to follow the body;
// text boxes follow the paragraph that they hang on. Tracked changes are read as accepted, or as
// rejected where that is asked.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/odt_numbering.h"
#include "pipeline/read/odt_styles.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/read.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

class OdtText {
 public:
  // Called with a document, chart or formula that is embedded (draw:object).
  using Insert = std::function<void(const pugi::xml_node& object, Paragraphs& text)>;

  OdtText(const OdtStyles& styles, Changes changes, Insert insert);
  OdtText(const OdtText&) = delete;
  OdtText& operator=(const OdtText&) = delete;
  ~OdtText();

  // Adds what stands below `parent`.
  void add(const pugi::xml_node& parent);
  // Adds one paragraph, heading, list or table.
  void add_block(const pugi::xml_node& block);
  Paragraphs& text() { return text_; }
  // Notes and comments met so far; the text points at a note with its place here, from 1.
  const std::vector<pugi::xml_node>& notes() const { return notes_; }
  const std::vector<pugi::xml_node>& comments() const { return comments_; }

 private:
  void add_element(const pugi::xml_node& element, std::string_view name);
  bool add_mark(const pugi::xml_node& element, std::string_view name);
  bool add_list_part(const pugi::xml_node& element, std::string_view name);
  bool add_table_part(const pugi::xml_node& element, std::string_view name);
  void add_paragraph(const pugi::xml_node& paragraph);
  void add_in_letters_of(const pugi::xml_node& element);
  void end_paragraph();
  void say(std::string_view words, bool as_they_stand);
  void keep_deletions(const pugi::xml_node& changes);
  void follow_change(const pugi::xml_node& change, std::string_view name);
  bool is_hidden(const pugi::xml_node& element, std::string_view name) const;
  bool is_undone() const { return !undone_.empty(); }

  const OdtStyles& styles_;
  Changes changes_;
  Insert insert_;
  OdtNumbering numbering_;
  Paragraphs text_;
  bool in_paragraph_ = false, is_bold_ = false;
  std::string label_;                  // of the paragraph, until its first words
  std::vector<pugi::xml_node> boxes_;  // of the paragraph that is being added
  std::vector<pugi::xml_node> notes_, comments_;
  // With changes rejected: what was deleted, by the change, and the insertion that we are in.
  std::map<std::string, pugi::xml_node, std::less<>> deletions_;
  std::string undone_;
};

}  // namespace pipeline
