// The text of a part of a Word document (body, header, footnote ...): the numbers of lists and
// headings are in, field codes and hidden text are out, text boxes come once, after the paragraph
// that they hang on. Tracked changes are read as accepted, or as rejected where that is asked.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/docx_numbering.h"
#include "pipeline/read/docx_styles.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/read.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

// What the parts of one document share.
struct DocxRules {
  const DocxStyles& styles;
  DocxNumbering& numbering;  // which counts on from part to part
  Changes changes = Changes::accepted;
};

// A footnote ("footnote") or endnote with its id, as a reference in the text names it.
struct DocxNote {
  std::string kind, id;

  friend auto operator<=>(const DocxNote&, const DocxNote&) = default;
};

class DocxText {
 public:
  // Called with the relation id of what stands in a part of its own: a document that is inserted
  // as a whole (w:altChunk), the text of a diagram or chart.
  using Insert = std::function<void(std::string_view relation, Paragraphs& text)>;

  DocxText(const DocxRules& rules, Insert insert);
  DocxText(const DocxText&) = delete;
  DocxText& operator=(const DocxText&) = delete;
  ~DocxText();

  // Adds the paragraphs and tables below `container`.
  void add_blocks(const pugi::xml_node& container);
  // Adds what stands in a footnote or endnote; the line above the notes is kept as one, too.
  void add_note(const pugi::xml_node& note);
  Paragraphs& text() { return text_; }
  // The notes that the text points at with a number, which is their place here, from 1.
  const std::vector<DocxNote>& notes() const { return notes_; }
  // Those with a mark of the writer's own ("*").
  const std::vector<DocxNote>& marked_notes() const { return marked_notes_; }

 private:
  // What a paragraph carries along and is read behind it.
  struct Box;

  void add_block(const pugi::xml_node& block);
  void add_table_part(const pugi::xml_node& block, std::string_view name);
  void add_paragraph(const pugi::xml_node& paragraph);
  void add_inline(const pugi::xml_node& parent);
  void add_run_content(const pugi::xml_node& run);
  void add_mark(const pugi::xml_node& child, std::string_view name);
  void point_at_note(const pugi::xml_node& reference, std::string_view name);
  void say(std::string_view words);
  void follow_field(const pugi::xml_node& field);
  void end_page();
  void collect_boxes(const pugi::xml_node& drawing);
  void add_boxes(std::vector<Box> boxes);
  bool is_hidden(const pugi::xml_node& run) const;
  bool is_bold(const pugi::xml_node& run) const;
  bool is_left_out(std::string_view name) const;
  bool says_field() const;

  const DocxRules rules_;
  Insert insert_;
  Paragraphs text_;
  std::string label_;       // of the paragraph, until its first words
  std::vector<Box> boxes_;  // of the paragraph that is being added
  bool paragraph_is_hidden_ = false, paragraph_is_bold_ = false;
  bool runs_on_ = false;  // into the next paragraph
  enum class Field { instruction, result };
  std::vector<Field> fields_;          // that are open
  std::size_t open_instructions_ = 0;  // of them
  const void* cell_ = nullptr;
  const void* broken_cell_ = nullptr;  // of the row, the first with the end of a page
  std::vector<DocxNote> notes_, marked_notes_;
};

// All notes that are named below `root`, also within what is left out of the text.
std::set<DocxNote> notes_named_in(const pugi::xml_node& root);

}  // namespace pipeline
