#include "pipeline/ingest/whole_words.h"

#include <utility>

#include "pipeline/read/read.h"

namespace pipeline {

Result<Document> read_whole(const std::filesystem::path& file, const IsWord& is_word) {
  auto document = read(file);
  if (document && document->format == "pdf") make_words_whole(*document, is_word);
  return document;
}

void make_words_whole(Document& document, const IsWord& is_word) {
  AlignedText whole = join_line_ends(document.source, is_word);
  if (whole.map.is_identity()) return;
  const auto length = static_cast<std::uint32_t>(document.source.size());
  for (PageStart& page : document.pages)
    page.begin = whole.map.to_derived({page.begin, length}).begin;
  for (TextPart& part : document.parts) part.span = whole.map.to_derived(part.span);
  document.source = std::move(whole.text);
}

}  // namespace pipeline
