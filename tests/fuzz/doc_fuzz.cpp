// Bytes that are no compound file are made to look like one, so that they come as far as the
// program that reads them.
#include "tests/fuzz/reading_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  const std::string signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  return pipeline::read_any(input.starts_with(signature) ? input : signature + input, "a.doc");
}
