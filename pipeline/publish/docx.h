// A Word document, paragraph by paragraph, as the bytes of its package: the same calls give the
// same bytes. Only what our reports need: headings, paragraphs of a few kinds, bold and coloured
// words.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

// Names of styles in the document, which its reader can change there.
enum class ParagraphStyle : unsigned char { title, heading1, heading2, body, quotation, source };

struct Run {
  std::string text;
  bool is_bold = false;
  bool is_faint = false;  // what stands around a quotation
};

class DocxWriter {
 public:
  // `language`: "nl-NL", by which Word checks the spelling.
  DocxWriter(std::string title, std::string language);
  ~DocxWriter();
  DocxWriter(DocxWriter&&) noexcept;
  DocxWriter& operator=(DocxWriter&&) noexcept;

  void add(ParagraphStyle style, const std::vector<Run>& runs);
  void add(ParagraphStyle style, std::string_view text);
  // Throws std::runtime_error where there is no memory for it.
  std::string bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline
