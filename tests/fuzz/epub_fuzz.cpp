// Checksums keep a fuzzer from changing much within a ZIP file. Bytes that are none are therefore
// taken as what stands within <spine>, and as a page, and packed here.
#include "tests/fuzz/reading_entry.h"
#include "tests/support/packed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  const bool is_packed = input.starts_with("PK");
  return pipeline::read_any(
      is_packed ? input
                : pipeline::epub("<itemref idref='a'/>" + input, {{"EPUB/een.xhtml", input}}),
      "a.epub");
}
