// Lines of a page -> blocks in the order in which they are read. Where white runs down between
// lines over some height, what stands left of it is read before what stands right of it; lines that
// cross it, such as a heading over two columns, part what is above from what is below. Where short
// pieces stand beside each other it is a table, and is read by rows.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/read/pdf_lines.h"

namespace pipeline {

struct PdfBlock {
  bool is_table = false;
  std::vector<PdfLine> lines;  // from top to bottom
};

class PdfOrder {
 public:
  // Each line is in one block of the result. Square in the lines of a page; a page with far more
  // lines than a page can hold, or when very much work was done for the document, is one block.
  std::vector<PdfBlock> operator()(std::vector<PdfLine> lines);

 private:
  std::uint64_t work_ = 0;
};

}  // namespace pipeline
