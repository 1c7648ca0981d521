// A PDF file opened by the poppler library: its properties, the words of its pages with their
// places, and what readers noted on them. Only samenspel-pdf has it, a program of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/read/pdf_words.h"

namespace pipeline {

class PdfFile {
 public:
  // The bytes stay where they are as long as the file is used.
  explicit PdfFile(std::string_view bytes);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  PdfState state() const;
  // With the names of `set_property`; only those that say something.
  std::vector<std::pair<std::string, std::string>> properties() const;
  int pages() const;
  // Pages are counted from 1. Nothing for a page that cannot be read.
  std::optional<PdfPage> page(int number);
  // Words of readers that lie on the page: no links, fields of forms, or the windows of notes.
  std::vector<PdfComment> comments(int number);

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace pipeline
