// Dictionaries of other programs: any bytes that are valid UTF-8 become a lexicon without mistakes,
// or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/translate/formats.h"
#include "pipeline/translate/to_lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i)  // readers are promised UTF-8
    text += static_cast<char>(data[i] & 0x7F);
  for (const pipeline::DictionaryFormat& format : pipeline::dictionary_formats()) {
    const auto read = format.read(text, "f");
    if (!read) continue;
    const auto made = pipeline::to_lexicon(read->result, "f", "F");
    if (made.result.size() > 1 && !pipeline::parse_lexicon(made.result, "f")) std::abort();
    format.write(read->result);
  }
  return 0;
}
