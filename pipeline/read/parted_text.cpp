#include "pipeline/read/parted_text.h"

#include <utility>

#include "pipeline/read/bold_questions.h"
#include "pipeline/read/decode.h"

namespace pipeline {
namespace {

// Later it is too late: parts would no longer be where they are.
std::string regular(std::string text) {
  make_regular(text);
  return text;
}

}  // namespace

void PartedText::add_body(Paragraphs& text) {
  std::vector<PageStart> pages = text.take_pages();
  const std::vector<Span> bold = text.take_bold();
  const std::string body = text.take();
  text_ = regular(body);
  if (text_.size() != body.size()) return;
  pages_ = std::move(pages);
  turns_ = turns_of_bold_questions(text_, bold, static_cast<std::uint32_t>(text_.size()));
}

void PartedText::add(PartKind kind, std::string text) {
  text = regular(std::move(text));
  if (text.empty()) return;
  if (!text_.empty()) text_ += "\n\n";
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  if (!pages_.empty() && pages_.back().number != 0) pages_.push_back({begin, 0});
  parts_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, kind});
}

void PartedText::put_into(Document& document) {
  document.source = std::exchange(text_, {});
  document.parts = std::exchange(parts_, {});
  document.pages = std::exchange(pages_, {});
  document.captions = std::exchange(turns_, {});
  if (!document.captions.empty()) document.warnings.push_back(said(bold_questions_told));
}

}  // namespace pipeline
