// Any bytes give cases, or errors that say something.
#include <cstdint>
#include <cstdlib>

#include "pipeline/read/cases.h"
#include "pipeline/read/decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto cases =
      pipeline::read_cases({reinterpret_cast<const char*>(bytes), size}, "cases.csv");
  if (!cases) {
    if (cases.error().empty() || cases.error().front().message.empty()) std::abort();
    return 0;
  }
  for (const auto& [file, row] : cases->files)
    if (file.empty() || row.line == 0 || !pipeline::is_valid_utf8(file)) std::abort();
  for (const auto& warning : cases->warnings)
    if (warning.line == 0 || warning.message.empty()) std::abort();
  return 0;
}
