// Whisper's table: "start<tab>end<tab>text", times in milliseconds, a segment a line.
#include <algorithm>
#include <charconv>

#include "pipeline/read/cue.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/speech.h"

namespace pipeline {
namespace {

constexpr std::string_view header = "start\tend\ttext";

// The text up to the next tab, taken off the front of the line.
std::string_view take_cell(std::string_view& line) {
  const std::string_view cell = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(cell.size() + 1, line.size()));
  return cell;
}

std::optional<std::int64_t> time_of(std::string_view cell) {
  double ms = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), ms);
  if (read.ec != std::errc() || read.ptr != cell.data() + cell.size()) return std::nullopt;
  return milliseconds(ms / 1000);
}

}  // namespace

bool is_whisper_tsv(std::string_view bytes) {
  constexpr std::string_view mark = "\uFEFF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  return bytes.substr(0, bytes.find_first_of("\r\n")) == header;
}

Result<Document> read_whisper_tsv(std::string_view bytes, const std::string& name,
                                  const ReadLimits& /*limits*/) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  std::vector<std::string_view> lines = lines_of(decoded->text);
  if (lines.empty() || lines.front() != header)
    return failure(
        said("dit is geen transcript van Whisper (start, end, text), maar een tabel; noem een "
             "document erin, zoals BESTAND/rij-0001 ('samenspel read BESTAND' toont ze)"),
        name);
  Document document;
  document.warnings = std::move(decoded->warnings);
  CueWarnings warnings;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    std::string_view line = lines[at];
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    Speech speech;
    std::string_view rest = line;
    speech.start_ms = time_of(take_cell(rest));
    speech.end_ms = time_of(take_cell(rest));
    if (!speech.start_ms || !speech.end_ms) {
      warnings.add(at + 1,
                   tr_later("geen geldige tijden; de woorden staan zonder tijd in de tekst"));
      speech.start_ms = speech.end_ms = std::nullopt;
      rest = line;
    }
    speech.words = as_one_line(rest);
    add_speech(document, std::move(speech));
  }
  warnings.move_to(document);
  return document;
}

}  // namespace pipeline
