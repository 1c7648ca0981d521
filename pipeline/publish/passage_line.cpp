#include "pipeline/publish/passage_line.h"

#include <fmt/format.h>

#include <charconv>

#include "pipeline/model/part.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

std::string id_text(DocumentId document, std::uint32_t ordinal) {
  return fmt::format("{}:{}", static_cast<std::uint32_t>(document), ordinal);
}

}  // namespace

std::string to_string(CodingId id) {
  return id_text(document_of(id), ordinal_of(id));
}
std::string to_string(PassageId id) {
  return id_text(document_of(id), ordinal_of(id));
}

std::optional<CodingId> coding_id_of(std::string_view text) {
  std::uint32_t document = 0, ordinal = 0;
  const char* end = text.data() + text.size();
  const auto [colon, wrong] = std::from_chars(text.data(), end, document);
  if (wrong != std::errc() || colon == end || *colon != ':') return std::nullopt;
  const auto [rest, wrong_too] = std::from_chars(colon + 1, end, ordinal);
  if (wrong_too != std::errc() || rest != end || ordinal == 0 || ordinal > max_ordinal)
    return std::nullopt;
  return coding_id(DocumentId{document}, ordinal);
}

std::string clock_time(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  return seconds < 3600
             ? fmt::format("{}:{:02}", seconds / 60, seconds % 60)
             : fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string_view speaker_word(SpeakerKind kind) {
  if (kind == SpeakerKind::interviewer) return "interviewer";
  return kind == SpeakerKind::respondent ? "respondent" : "";
}

std::string heading(const ShownPassage& passage) {
  std::string text = passage.path;
  if (!passage.speaker.empty()) {
    text += " · " + passage.speaker;
    const std::string_view kind = speaker_word(passage.speaker_kind);
    if (!kind.empty()) text += fmt::format(" ({})", kind);
  }
  if (passage.start_ms) text += " · " + clock_time(*passage.start_ms);
  if (passage.page) text += fmt::format(" · p. {}", *passage.page);
  if (passage.part != PartKind::body) text += " · " + tr(part_name(passage.part));
  if (passage.is_foreign) text += tr(" · taal: {}", passage.language);
  return printable(text);
}

std::string attributes_line(const Attributes& attributes) {
  std::string line;
  for (const auto& [name, value] : attributes)
    line += fmt::format("{}{}={}", line.empty() ? "" : ", ", name, value);
  return printable(line);
}

}  // namespace pipeline
