#include "pipeline/cli/preview.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/print_json.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// As scripts have it; a reader sees its translation.
std::string_view state_name(DocumentState state) {
  switch (state) {
    case DocumentState::added:
      return tr_later("nieuw");
    case DocumentState::changed:
      return tr_later("gewijzigd");
    case DocumentState::attributes:
      return tr_later("kenmerken");
    case DocumentState::unchanged:
      return tr_later("ongewijzigd");
    case DocumentState::duplicate:
      return tr_later("dubbel");
    case DocumentState::refused:
      break;
  }
  return tr_later("geweigerd");
}

std::string_view kind_name(SpeakerKind kind) {
  if (kind == SpeakerKind::unknown) return tr_later("onbekend");
  return kind == SpeakerKind::interviewer ? tr_later("interviewer") : tr_later("respondent");
}

// For scripts.
nlohmann::ordered_json basis_code(KindBasis basis) {
  switch (basis) {
    case KindBasis::nothing:
      return nullptr;
    case KindBasis::label:
      return "label";
    case KindBasis::study:
      return "studie";
    case KindBasis::others:
      return "anderen";
    case KindBasis::questions:
      return "vragen";
    case KindBasis::table:
      break;
  }
  return "tabel";
}

std::string why(const Speaker& speaker) {
  switch (speaker.basis) {
    case KindBasis::nothing:
      return tr("niets zegt wie vraagt");
    case KindBasis::label:
      return tr("zo heet die in het transcript");
    case KindBasis::study:
      return tr("volgens study.toml");
    case KindBasis::others:
      return tr("een ander vraagt");
    case KindBasis::questions:
      return tr("{} van {} beurten eindigen met een vraag", speaker.asking, speaker.turns);
    case KindBasis::table:
      break;
  }
  return tr("volgens cases.csv of speakers.csv");
}

Cell count(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

// What a document is besides its date, which has a column of its own.
std::string other_attributes(Attributes attributes) {
  attributes.erase("datum");
  return attributes_line(attributes);
}

Table documents_table(const Preview& preview) {
  Table table;
  table.title = tr("Documenten");
  table.columns = {
      {"document", tr("Document")}, {"stand", tr("Stand")}, {"soort", tr("Soort")},
      {"tekens", tr("Tekens")},     {"taal", tr("Taal")},   {"woorden", tr("Woorden")},
      {"sprekers", tr("Sprekers")}, {"datum", tr("Datum")}, {"kenmerken", tr("Kenmerken")}};
  for (const DocumentPreview& it : preview.documents) {
    Row row{{it.path, tr(state_name(it.state))}};
    if (it.state == DocumentState::refused) {
      row.cells.resize(table.columns.size());
    } else {
      const auto date = it.attributes.find("datum");
      row.cells.insert(row.cells.end(), {it.format, it.encoding, it.language, count(it.words),
                                         count(it.speakers.size()),
                                         date == it.attributes.end() ? std::string() : date->second,
                                         other_attributes(it.attributes)});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table speakers_table(const Preview& preview) {
  Table table;
  table.title = tr("Sprekers");
  // Where the table is too wide for one, each part of it says who the rows are about.
  table.columns = {{"document", tr("Document"), 0, {}, ColumnRole::label},
                   {"spreker", tr("Spreker"), 0, {}, ColumnRole::label},
                   {"wie", tr("Wie")},
                   {"beurten", tr("Beurten")},
                   {"woorden", tr("Woorden")},
                   {"waarom", tr("Waarom")}};
  for (const DocumentPreview& document : preview.documents)
    for (const SpeakerPreview& it : document.speakers)
      table.rows.push_back({{document.path, it.speaker.name, tr(kind_name(it.speaker.kind)),
                             count(it.speaker.turns), count(it.words), why(it.speaker)}});
  return table;
}

void print_warnings(const Preview& preview) {
  bool is_first = true;
  const auto print = [&](const std::string& where, const std::string& what) {
    if (is_first) fmt::print("\n{}:\n", tr("Waarschuwingen"));
    is_first = false;
    fmt::print("  {}: {}\n", printable(where), printable(what));
  };
  for (const Outcome& outcome : preview.outcomes)
    if (outcome.kind == "warning") print(outcome.path, outcome.message);
  for (const DocumentPreview& document : preview.documents)
    for (const std::string& warning : document.warnings) print(document.path, warning);
}

void print_refusals(const Preview& preview) {
  if (preview.refused() == 0) return;
  fmt::print("\n{}:\n", tr("Geweigerd"));
  for (const Outcome& outcome : preview.outcomes)
    if (outcome.kind == "refused")
      fmt::print("  {}: {}\n", printable(outcome.path), printable(outcome.message));
  for (const DocumentPreview& document : preview.documents)
    if (document.state == DocumentState::refused)
      fmt::print("  {}: {}\n", printable(document.path), printable(document.refusal));
}

void print_drafts(std::span<const WrittenDraft> drafts) {
  for (const WrittenDraft& draft : drafts)
    fmt::print("\n{}\n", tr("{}: {} geschreven{}", printable(draft.file.string()),
                            counted(draft.rows, "regel", "regels"),
                            draft.is_beside
                                ? tr("; neem over wat u wilt in de tabel ernaast, want dit bestand "
                                     "wordt niet gelezen")
                                : tr("; vul aan, en de volgende ingest leest het")));
}

nlohmann::ordered_json to_json(const DocumentPreview& it) {
  nlohmann::ordered_json speakers = nlohmann::ordered_json::array();
  for (const SpeakerPreview& speaker : it.speakers)
    speakers.push_back({{"name", speaker.speaker.name},
                        {"kind", kind_name(speaker.speaker.kind)},
                        {"basis", basis_code(speaker.speaker.basis)},
                        {"turns", speaker.speaker.turns},
                        {"asking", speaker.speaker.asking},
                        {"words", speaker.words},
                        {"attributes", speaker.speaker.attributes}});
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  return {{"document", it.path},
          {"state", state_name(it.state)},
          {"format", or_null(it.format)},
          {"encoding", or_null(it.encoding)},
          {"language", or_null(it.language)},
          {"words", it.words},
          {"passages", it.passages},
          {"times", it.has_times},
          {"speakers", speakers},
          {"attributes", it.attributes},
          {"warnings", it.warnings},
          {"refusal", or_null(it.refusal)}};
}

nlohmann::ordered_json to_json(const Preview& preview, std::span<const WrittenDraft> drafts) {
  nlohmann::ordered_json documents = nlohmann::ordered_json::array(), outcomes = documents,
                         written = documents;
  for (const DocumentPreview& it : preview.documents) documents.push_back(to_json(it));
  for (const Outcome& it : preview.outcomes)
    outcomes.push_back({{"path", it.path}, {"kind", it.kind}, {"message", it.message}});
  for (const WrittenDraft& it : drafts)
    written.push_back({{"path", it.file.string()}, {"rows", it.rows}});
  return {{"format", "samenspel-preview"},
          {"version", 1},
          {"documents", documents},
          {"outcomes", outcomes},
          {"drafts", written}};
}

}  // namespace

int show_preview(const Preview& preview, std::span<const WrittenDraft> drafts,
                 const std::string& format) {
  if (format == "json") {
    print_json(to_json(preview, drafts));
  } else {
    print_table(documents_table(preview), {});
    if (Table speakers = speakers_table(preview); !speakers.rows.empty()) {
      fmt::print("\n");
      print_table(speakers, {});
    }
    print_warnings(preview);
    print_refusals(preview);
    print_drafts(drafts);
    fmt::print("\n{}\n", tr("Voorproef van {}; in de studie is niets veranderd.",
                            counted(preview.documents.size(), "bestand", "bestanden")));
  }
  return preview.refused() > 0 ? exit_error : exit_done;
}

}  // namespace pipeline
