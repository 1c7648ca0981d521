// As in docx_fuzz.cpp: bytes that are no ZIP are taken as what stands within <office:spreadsheet>.
#include "tests/fuzz/sheet_entry.h"
#include "tests/support/sheets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  return pipeline::read_any_sheet(
      pipeline::read_ods(input.starts_with("PK") ? input : pipeline::ods(input), "a.ods", {}));
}
