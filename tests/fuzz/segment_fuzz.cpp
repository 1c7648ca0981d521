// Any text is cut into spans that keep the promises of model/document.h.
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdlib>

#include "pipeline/segment/segment.h"
#include "tests/support/segmented.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string text;  // what is no UTF-8 becomes U+FFFD
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(reinterpret_cast<const char*>(bytes), static_cast<std::int32_t>(size)))
      .toUTF8String(text);
  if (!pipeline::broken_promise(text, pipeline::Segmenter()(text)).empty()) std::abort();
  return 0;
}
