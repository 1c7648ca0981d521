#include "pipeline/cli/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "pipeline/model/part.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::string_view bold = "\033[1;4m", plain = "\033[0m";

std::string id_text(DocumentId document, std::uint32_t ordinal) {
  return fmt::format("{}:{}", static_cast<std::uint32_t>(document), ordinal);
}

constexpr std::size_t block_size = 256;

// Columns that a piece of text takes: code points, the markers of `marked` left out.
std::size_t columns(std::string_view text) {
  std::size_t count = count_code_points(text);
  for (const std::string_view marker : {bold, plain})
    for (std::size_t at = 0; (at = text.find(marker, at)) != std::string_view::npos;
         at += marker.size())
      count -= marker.size();
  return count;
}

// Hits with nothing but white space in between as one.
std::vector<Span> joined(std::string_view text, std::span<const Span> hits) {
  std::vector<Span> stretches;
  for (const Span& hit : hits) {
    if (!stretches.empty() && stretches.back().end <= hit.begin &&
        slice(text, {stretches.back().end, hit.begin}).find_first_not_of(" \n") ==
            std::string_view::npos)
      stretches.back().end = hit.end;
    else
      stretches.push_back(hit);
  }
  return stretches;
}

std::string_view kind_word(SpeakerKind kind) {
  if (kind == SpeakerKind::interviewer) return "interviewer";
  return kind == SpeakerKind::respondent ? "respondent" : "";
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

std::string heading(const ShownPassage& passage) {
  std::string text = passage.path;
  if (!passage.speaker.empty()) {
    text += " · " + passage.speaker;
    const std::string_view kind = kind_word(passage.speaker_kind);
    if (!kind.empty()) text += fmt::format(" ({})", kind);
  }
  if (passage.start_ms) text += " · " + clock_time(*passage.start_ms);
  if (passage.page) text += fmt::format(" · p. {}", *passage.page);
  if (passage.part != PartKind::body) text += fmt::format(" · {}", part_name(passage.part));
  if (passage.is_foreign) text += fmt::format(" · taal: {}", passage.language);
  return printable(text);
}

std::string attributes_line(const Attributes& attributes) {
  std::string line;
  for (const auto& [name, value] : attributes)
    line += fmt::format("{}{}={}", line.empty() ? "" : ", ", name, value);
  return printable(line);
}

std::string marked(std::string_view text, Span part, std::span<const Span> hits, bool colour) {
  std::string out;
  std::uint32_t at = part.begin;
  for (const Span& hit : joined(text, hits)) {
    if (!contains(part, hit) || hit.begin < at) continue;
    out += printable(text.substr(at, hit.begin - at));
    out += colour ? bold : std::string_view("[");
    out += printable(slice(text, hit));
    out += colour ? plain : std::string_view("]");
    at = hit.end;
  }
  return out + printable(text.substr(at, part.end - at));
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  const std::string margin(indent, ' ');
  std::string out = margin;
  std::size_t column = indent;
  bool is_first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t size = columns(word);
    if (!is_first && column + 1 + size > width) {
      out += '\n' + margin;
      column = indent;
    } else if (!is_first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    is_first = false;
  }
  return out;
}

std::string coloured(Valence valence, bool colour) {
  const std::string word(to_string(valence));
  if (!colour || valence == Valence::neutral) return word;
  return (valence == Valence::success ? "\033[36m" : "\033[33m") + word + "\033[0m";
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += block_size) {
    before_block_.push_back(count);
    count += count_code_points(text.substr(at, block_size));
  }
}

std::uint64_t CodePoints::before(std::uint32_t offset) const {
  const std::size_t end = std::min<std::size_t>(offset, text_.size());
  const std::size_t begin = end / block_size * block_size;
  return before_block_[end / block_size] + count_code_points(text_.substr(begin, end - begin));
}

nlohmann::ordered_json to_json(const ShownPassage& passage) {
  nlohmann::ordered_json json{{"id", to_string(passage.id)}, {"document", passage.path}};
  json["speaker"] =
      passage.speaker.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(passage.speaker);
  if (!kind_word(passage.speaker_kind).empty()) json["kind"] = kind_word(passage.speaker_kind);
  if (passage.start_ms) json["start"] = static_cast<double>(*passage.start_ms) / 1000;
  if (passage.end_ms) json["end"] = static_cast<double>(*passage.end_ms) / 1000;
  json["part"] = part_name(passage.part);
  if (passage.page) json["page"] = *passage.page;
  if (!passage.language.empty()) json["language"] = passage.language;
  json["attributes"] = passage.attributes;
  json["text"] = passage.text;
  return json;
}

nlohmann::ordered_json to_json(const ShownCoding& shown, const CodePoints& source) {
  const auto span = [&](Span bytes) {
    return nlohmann::ordered_json{source.before(bytes.begin), source.before(bytes.end)};
  };
  nlohmann::ordered_json evidence = nlohmann::ordered_json::array();
  for (const Evidence& it : shown.coding.evidence)
    evidence.push_back({{"kind", it.kind == Evidence::Kind::pattern ? "patroon"
                                 : it.kind == Evidence::Kind::cue   ? "signaal"
                                                                    : "overtroffen"},
                        {"rule", it.rule},
                        {"source", it.source},
                        {"span", span(it.match)},
                        {"words", slice(source.text(), it.match)}});
  return {{"id", to_string(shown.id)},
          {"factor", shown.coding.factor},
          {"valence", to_string(shown.coding.valence)},
          {"modality", to_string(shown.coding.modality)},
          {"coder", shown.coding.coder},
          {"status", shown.coding.status == CodingStatus::proposed   ? "voorgesteld"
                     : shown.coding.status == CodingStatus::accepted ? "aanvaard"
                                                                     : "verworpen"},
          {"document", shown.passage.path},
          {"passage", to_string(shown.passage.id)},
          {"part", part_name(shown.passage.part)},
          {"page", shown.passage.page ? nlohmann::ordered_json(*shown.passage.page)
                                      : nlohmann::ordered_json()},
          {"span", span(shown.coding.span)},
          {"text", shown.text},
          {"evidence", evidence}};
}

}  // namespace pipeline
