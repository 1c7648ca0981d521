#include <algorithm>

#include "pipeline/read/cue.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/roll_up.h"

namespace pipeline {
namespace {

bool is_counter(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin != std::string_view::npos &&
         line.find_first_not_of("0123456789 \t") == std::string_view::npos;
}

// A cue runs from its time line to the next one; that one's counter, if it has any, stands just
// above it. Blank lines decide nothing: files have too few and too many of them.
std::size_t read_cues(const std::vector<std::string_view>& lines, Document& document) {
  CueWarnings warnings;
  std::vector<CaptionCue> cues;
  std::size_t at = 0;
  while (at < lines.size() && !is_time_line(lines[at])) ++at;
  while (at < lines.size()) {
    CaptionCue cue;
    cue.times = times_of(lines[at]);
    if (!cue.times)
      warnings.add(at + 1,
                   tr_later("geen geldige tijden; de woorden staan zonder tijd in de tekst"));
    std::size_t next = at + 1;
    while (next < lines.size() && !is_time_line(lines[next])) ++next;
    std::size_t end = next;
    if (next < lines.size() && end > at + 1 && is_counter(lines[end - 1])) --end;
    for (std::size_t i = at + 1; i < end; ++i)
      if (lines[i].find_first_not_of(" \t") != std::string_view::npos)
        cue.lines.push_back(lines[i]);
    cues.push_back(std::move(cue));
    at = next;
  }
  if (rolls_up(cues)) drop_rolled_up(cues);
  for (const CaptionCue& cue : cues) add_cue(document, cue);
  warnings.move_to(document);
  return cues.size();
}

}  // namespace

Result<Document> read_srt(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  if (decoded->text.starts_with("WEBVTT")) {
    auto document = read_webvtt(bytes, name, limits);
    if (document) document->warnings.emplace_back(said("dit is WebVTT, geen SRT; zo gelezen"));
    return document;
  }
  Document document;
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  if (read_cues(lines_of(decoded->text), document) == 0)
    return failure(
        said("er staat geen ondertitel in; verwacht worden regels als \u201C00:00:01,200 --> "
             "00:00:05,200\u201D met woorden eronder"),
        name);
  return document;
}

}  // namespace pipeline
