// Bytes that do not begin as a file does are taken as what stands within one.
#include "tests/fuzz/reading_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  return pipeline::read_any(input.starts_with("{") ? input : "{\\rtf1\\ansi " + input + "}",
                            "a.rtf");
}
