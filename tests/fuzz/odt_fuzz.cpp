// Checksums keep a fuzzer from changing much within a ZIP file. Bytes that are none are therefore
// taken as what stands within <office:text> and packed here.
#include "tests/fuzz/reading_entry.h"
#include "tests/support/packed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  return pipeline::read_any(input.starts_with("PK") ? input : pipeline::odt(input), "a.odt");
}
