#include "pipeline/cli/shown_hit.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/show.h"
#include "pipeline/model/part.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::string attributes_cell(const Attributes& attributes) {
  std::string text;
  for (const auto& [name, value] : attributes)
    text += fmt::format("{}{}={}", text.empty() ? "" : "; ", name, value);
  return text;
}

// "vertrouwen/faal afspraken/succes"
std::string codings_cell(const std::vector<ShownCoding>& codings) {
  std::string text;
  for (const ShownCoding& it : codings)
    if (it.coding.status != CodingStatus::rejected)
      text += fmt::format("{}{}/{}", text.empty() ? "" : " ", it.coding.factor,
                          to_string(it.coding.valence));
  return text;
}

std::string marks_cell(const ShownHit& hit) {
  std::string text;
  for (const Span mark : joined(hit.passage.text, hit.marks))
    text += fmt::format("{}{}", text.empty() ? "" : " | ", slice(hit.passage.text, mark));
  return text;
}

}  // namespace

ShownHit shown_hit(FoundPassage found) {
  return {std::move(found.passage), found.found.in_source(), found.found.snippet(),
          std::move(found.codings)};
}

nlohmann::ordered_json to_json(const ShownHit& hit) {
  nlohmann::ordered_json json = to_json(hit.passage);
  const CodePoints text(hit.passage.text);
  nlohmann::ordered_json marks = nlohmann::ordered_json::array();
  for (const Span span : hit.marks)
    marks.push_back({text.before(span.begin), text.before(span.end)});
  json["hits"] = marks;
  nlohmann::ordered_json codings = nlohmann::ordered_json::array();
  for (const ShownCoding& it : hit.codings)
    codings.push_back({{"id", to_string(it.id)},
                       {"factor", it.coding.factor},
                       {"valence", to_string(it.coding.valence)},
                       {"modality", to_string(it.coding.modality)},
                       {"coder", it.coding.coder}});
  json["codings"] = codings;
  return json;
}

std::vector<Column> hit_columns() {
  return {{"id", tr("nr")},
          {"document", tr("document")},
          {"spreker", tr("spreker")},
          {"wie", tr("wie")},
          {"tijd", tr("tijd")},
          {"bladzijde", tr("bladzijde")},
          {"deel", tr("deel")},
          {"kenmerken", tr("kenmerken")},
          {"coderingen", tr("coderingen")},
          {"treffers", tr("treffers")},
          {"tekst", tr("tekst")}};
}

std::vector<Cell> cells_of(const ShownHit& hit) {
  const ShownPassage& it = hit.passage;
  return {to_string(it.id),
          it.path,
          it.speaker,
          std::string(speaker_word(it.speaker_kind)),
          it.start_ms ? Cell(clock_time(*it.start_ms)) : Cell(),
          it.page ? Cell(std::int64_t{*it.page}) : Cell(),
          std::string(part_name(it.part)),
          attributes_cell(it.attributes),
          codings_cell(hit.codings),
          marks_cell(hit),
          it.text};
}

}  // namespace pipeline
