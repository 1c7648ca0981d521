#include "pipeline/read/pdf_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "pipeline/read/decode.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/pdf_lines.h"
#include "pipeline/read/pdf_notes.h"
#include "pipeline/read/pdf_order.h"
#include "pipeline/read/pdf_paragraphs.h"
#include "pipeline/read/pdf_rows.h"
#include "pipeline/read/pdf_running.h"

namespace pipeline {
namespace {

using Rows = std::vector<PdfRow>;

Rows rows_of_pages(const PdfContent& content) {
  std::vector<std::vector<PdfSheet>> pages;
  for (const PdfPage& page : content.pages) pages.push_back(sheets_of(page));
  remove_running_lines(pages);
  Rows rows;
  PdfOrder in_order;
  std::uint32_t block_number = 0;
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (PdfSheet& sheet : pages[p])
      for (const PdfBlock& block : in_order(std::move(sheet.lines))) {
        ++block_number;
        for (PdfRow& row : rows_of(block)) {
          row.page = static_cast<std::uint32_t>(p + 1);
          row.block = block_number;
          rows.push_back(std::move(row));
        }
      }
  return rows;
}

class Writer {
 public:
  void add(const Rows& rows) {
    const std::vector<PdfJoint> joints = joints_of(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i], joints[i]);
  }

  void add_note(const Rows& rows, std::size_t begin, std::size_t end) {
    const std::size_t from = document_.source.size();
    for (std::size_t i = begin; i < end; ++i)
      add(rows[i], i == begin ? PdfJoint::new_paragraph : PdfJoint::wrapped);
    add_part(from, PartKind::note);
  }

  void add_comment(const PdfComment& comment) {
    Paragraphs text;
    text.add(is_valid_utf8(comment.text) ? comment.text : repaired_utf8(comment.text));
    PdfRow row;
    row.text = text.take();
    make_regular(row.text);
    row.page = comment.page;
    const std::size_t from = document_.source.size();
    if (row.text.empty()) return;
    add(row, PdfJoint::new_paragraph);
    add_part(from, PartKind::comment);
  }

  Document take() { return std::move(document_); }

 private:
  void add(const PdfRow& row, PdfJoint joint) {
    std::string& source = document_.source;
    if (row.text.empty()) return;
    if (source.empty()) {
      source = row.text;
    } else if (joint == PdfJoint::wrapped) {
      add_line(source, row.text);
    } else {
      source += joint == PdfJoint::new_line ? "\n" : "\n\n";
      source += row.text;
    }
    const auto begin = static_cast<std::uint32_t>(source.size() - row.text.size());
    if (document_.pages.empty() || document_.pages.back().number != row.page)
      document_.pages.push_back({begin, row.page});
  }

  // From behind the white that parts it from what was there.
  void add_part(std::size_t from, PartKind kind) {
    const std::size_t begin = from == 0 ? 0 : from + 2;
    if (begin < document_.source.size())
      document_.parts.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(document_.source.size())},
           kind});
  }

  Document document_;
};

}  // namespace

Document text_of_pages(const PdfContent& content) {
  const PdfBodyAndNotes apart = notes_apart(rows_of_pages(content));
  Writer writer;
  writer.add(apart.body);
  for (std::size_t begin = 0; begin < apart.notes.size();) {
    std::size_t end = begin + 1;
    while (end < apart.notes.size() && !begins_note(apart.notes[end])) ++end;
    writer.add_note(apart.notes, begin, end);
    begin = end;
  }
  for (const PdfComment& comment : content.comments) writer.add_comment(comment);
  return writer.take();
}

}  // namespace pipeline
