#include "tests/fuzz/reading_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return pipeline::read_any({reinterpret_cast<const char*>(bytes), size}, "a.tsv");
}
