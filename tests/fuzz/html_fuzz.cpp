#include "pipeline/read/decode.h"
#include "tests/fuzz/reading_entry.h"
#include "tests/support/unshortened.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string page(reinterpret_cast<const char*>(bytes), size);
  if (pipeline::is_valid_utf8(page) &&
      pipeline::text_of_page(page) != pipeline::text_of_unshortened_page(page))
    std::abort();
  return pipeline::read_any(page, "a.html");
}
