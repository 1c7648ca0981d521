#include "pipeline/ingest/whole_words.h"

#include <utility>

#include "pipeline/language/known_words.h"

namespace pipeline {

Result<Document> read_whole(const std::filesystem::path& file, const ReadOptions& options,
                            const WordTable& words) {
  auto document = read(file, {}, options);
  if (document) document = with_whole_words(std::move(*document), words);
  return document;
}

Result<Document> read_whole(const Part& part, const std::string& container,
                            const ReadOptions& options, const WordTable& words) {
  auto document = read_part(part, container, {}, options);
  if (document) document = with_whole_words(std::move(*document), words);
  return document;
}

Document with_whole_words(Document document, const WordTable& words) {
  if (document.format != "pdf") return document;
  AlignedText whole = join_line_ends(document.source, known_words(words));
  if (whole.map.is_identity()) return document;
  const auto length = static_cast<std::uint32_t>(document.source.size());
  for (PageStart& page : document.pages)
    page.begin = whole.map.to_derived({page.begin, length}).begin;
  for (TextPart& part : document.parts) part.span = whole.map.to_derived(part.span);
  document.source = std::move(whole.text);
  return document;
}

}  // namespace pipeline
