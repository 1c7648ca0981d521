// Any bytes give speakers, or errors that say something.
#include <cstdint>
#include <cstdlib>

#include "pipeline/read/decode.h"
#include "pipeline/read/speakers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto table =
      pipeline::read_speakers({reinterpret_cast<const char*>(bytes), size}, "speakers.csv");
  if (!table) {
    if (table.error().empty() || table.error().front().message.empty()) std::abort();
    return 0;
  }
  for (const auto& row : table->rows)
    if (row.name.empty() || row.line == 0 || !pipeline::is_valid_utf8(row.name)) std::abort();
  for (const auto& warning : table->warnings)
    if (warning.line == 0 || warning.message.empty()) std::abort();
  return 0;
}
