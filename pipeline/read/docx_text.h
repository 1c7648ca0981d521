// The text of a part of a Word document (body, header, footnotes ...) in the reading where tracked
// changes are accepted: insertions are in, deletions and field codes out, hidden text out, text
// boxes once, after the paragraph that they hang on.
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

class DocxText {
 public:
  // Called with the relation id of a document that is inserted as a whole (w:altChunk).
  using Insert = std::function<void(std::string_view relation, Paragraphs& text)>;

  // `hidden_styles` are the ids of the styles whose text is not shown.
  DocxText(const std::set<std::string, std::less<>>& hidden_styles, Insert insert);
  DocxText(const DocxText&) = delete;
  DocxText& operator=(const DocxText&) = delete;
  ~DocxText();

  // Adds the paragraphs and tables below `container`.
  void add_blocks(const pugi::xml_node& container);
  std::string take() { return text_.take(); }

 private:
  void add_block(const pugi::xml_node& block);
  void add_paragraph(const pugi::xml_node& paragraph);
  void add_inline(const pugi::xml_node& parent);
  void add_run(const pugi::xml_node& run);
  void add_run_content(const pugi::xml_node& run);
  void add_symbol(const pugi::xml_node& symbol);
  void collect_boxes(const pugi::xml_node& drawing);
  bool is_hidden(const pugi::xml_node& run) const;

  const std::set<std::string, std::less<>>& hidden_styles_;
  Insert insert_;
  Paragraphs text_;
  std::vector<pugi::xml_node> boxes_;  // of the paragraph that is being added
  bool paragraph_is_hidden_ = false;
};

// The ids of the styles in styles.xml whose text is hidden, by themselves or by what they build on.
std::set<std::string, std::less<>> hidden_styles_of(const pugi::xml_node& styles);

}  // namespace pipeline
