// Any bytes give a record, which is found again in its own line, or none.
#include <cstdint>
#include <cstdlib>

#include "pipeline/ingest/output_record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto found = pipeline::find_record({reinterpret_cast<const char*>(bytes), size});
  if (!found) return 0;
  const auto again = pipeline::find_record(pipeline::line_of(found->record));
  if (!again || !(again->record == found->record) || !again->is_intact) std::abort();
  return 0;
}
