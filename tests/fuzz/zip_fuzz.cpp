// Any bytes give the entries of an archive, each once, within bounds. Checksums keep a fuzzer from
// changing much, so that entries are looked at without reading documents in them.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pipeline/read/decode.h"
#include "pipeline/read/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  pipeline::ReadLimits limits;
  limits.unpacked_bytes = 16 << 20;
  limits.packed_entries = 1000;
  auto zip = pipeline::ZipReader::of_bytes({reinterpret_cast<const char*>(bytes), size}, limits);
  std::uint64_t all = 0;
  std::uint32_t entries = 0;
  while (zip.next()) {
    if (!pipeline::is_valid_utf8(zip.path()) || ++entries > limits.packed_entries) std::abort();
    std::string entry;
    if (zip.is_file() && zip.take(entry) == pipeline::ZipProblem::none) all += entry.size();
    if (all > limits.unpacked_bytes) std::abort();
  }
  return 0;
}
