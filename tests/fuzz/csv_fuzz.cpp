// Any bytes give a sheet and its documents.
#include "tests/fuzz/sheet_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  return pipeline::read_any_sheet(pipeline::read_csv_sheet(input, "a.csv", {}));
}
