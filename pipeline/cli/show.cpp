#include "pipeline/cli/show.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/model/part.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::string_view bold = "\033[1;4m", plain = "\033[0m";

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

}  // namespace

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
  const std::string word = word_of(valence);
  if (!colour || valence == Valence::neutral) return word;
  return (valence == Valence::success ? "\033[36m" : "\033[33m") + word + "\033[0m";
}

std::string word_of(CodingStatus status) {
  return tr(to_string(status));
}

std::string percent(double share, unsigned decimals) {
  return rounded(100 * share, decimals) + " %";
}

std::string decision_line(const CodingDecision& it) {
  const std::string day = it.written.substr(0, it.written.find('T'));
  std::string line = it.verdict == CodingStatus::accepted
                         ? tr("Aanvaard door {} op {}", it.author, day)
                         : tr("Verworpen door {} op {}", it.author, day);
  if (!it.reason.empty()) line += ": " + it.reason;
  return line;
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
  if (!speaker_word(passage.speaker_kind).empty())
    json["kind"] = speaker_word(passage.speaker_kind);
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
  nlohmann::ordered_json json{
      {"id", to_string(shown.id)},
      {"factor", shown.coding.factor},
      {"valence", to_string(shown.coding.valence)},
      {"modality", to_string(shown.coding.modality)},
      {"coder", shown.coding.coder},
      {"status", to_string(shown.coding.status)},
      {"document", shown.passage.path},
      {"passage", to_string(shown.passage.id)},
      {"part", part_name(shown.passage.part)},
      {"page",
       shown.passage.page ? nlohmann::ordered_json(*shown.passage.page) : nlohmann::ordered_json()},
      {"span", span(shown.coding.span)},
      {"text", shown.text},
      {"evidence", evidence}};
  if (const auto& decision = shown.decision)
    json["decision"] = {
        {"by", decision->author}, {"written", decision->written}, {"reason", decision->reason}};
  return json;
}

}  // namespace pipeline
