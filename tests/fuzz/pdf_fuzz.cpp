// Bytes that begin as PDF go to the program that reads it; others are taken for what that program
// says, which is where our own work on them begins.
#include "pipeline/read/pdf.h"
#include "tests/fuzz/reading_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  if (input.starts_with("%PDF-")) return pipeline::read_any(input, "a.pdf");
  const auto document = pipeline::read_pdf_lines(input, "a.pdf");
  if (!document) return 0;
  const std::string broken = pipeline::broken_promise(*document);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}
