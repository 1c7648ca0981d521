// The first line "---" parts a list of names from a text. Any list gives names or errors that say
// something; any text with them comes out valid, and a second time the same.
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "pipeline/pseudonymise/candidates.h"
#include "pipeline/pseudonymise/pseudonymise.h"
#include "pipeline/read/decode.h"

namespace {

const pipeline::WordTable& words() {
  static const pipeline::WordTable opened =
      pipeline::WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t part = input.find("\n---\n");
  auto list = pipeline::read_names(input.substr(0, part), "names.csv", words());
  if (!list) {
    if (list.error().empty() || list.error().front().message.empty()) std::abort();
    return 0;
  }
  pipeline::Document document;
  document.source =
      pipeline::repaired_utf8(part == std::string::npos ? input : input.substr(part + 5));
  const auto end = static_cast<std::uint32_t>(document.source.size());
  document.captions = {{{0, end}, "Jan", 0, 1}};
  const pipeline::Pseudonymiser pseudonymise(std::move(list->rows), words());
  const pipeline::Document once = pseudonymise(document);
  if (!pipeline::is_valid_utf8(once.source)) std::abort();
  if (once.captions[0].span.end > once.source.size()) std::abort();
  if (!pipeline::is_valid_utf8(pseudonymise.path(document.source))) std::abort();
  pipeline::CandidateCollector collect(words());
  collect.add("a.txt", document, {"Jan"});
  for (const pipeline::Candidate& it : collect.candidates())
    if (it.name.empty() || it.count == 0 || !pipeline::is_valid_utf8(it.name)) std::abort();
  return 0;
}
