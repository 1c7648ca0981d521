// Any text is normalised to one that stays as it is, with a map that is monotone and inside.
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdlib>

#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string source;  // what is no UTF-8 becomes U+FFFD
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(reinterpret_cast<const char*>(bytes), static_cast<std::int32_t>(size)))
      .toUTF8String(source);
  const pipeline::AlignedText clean = pipeline::Normaliser{}(source);
  const pipeline::AlignedText again = pipeline::Normaliser{}(clean.text);
  if (again.text != clean.text || !again.map.is_identity()) std::abort();
  pipeline::Span last;
  for (std::uint32_t at = 0; at < clean.text.size(); ++at) {
    const pipeline::Span back = clean.to_source({at, at + 1});
    if (back.begin < last.begin || back.end < last.end || back.end > source.size()) std::abort();
    last = back;
  }
  const std::string folded = pipeline::fold(source);
  if (pipeline::fold(folded) != folded) std::abort();
  return 0;
}
