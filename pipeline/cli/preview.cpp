#include "pipeline/cli/preview.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/print_json.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/counted.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

const char* word_of(DocumentState state) {
  switch (state) {
    case DocumentState::added:
      return "nieuw";
    case DocumentState::changed:
      return "gewijzigd";
    case DocumentState::attributes:
      return "kenmerken";
    case DocumentState::unchanged:
      return "ongewijzigd";
    case DocumentState::duplicate:
      return "dubbel";
    case DocumentState::refused:
      break;
  }
  return "geweigerd";
}

std::string kind_word(SpeakerKind kind) {
  if (kind == SpeakerKind::unknown) return "onbekend";
  return kind == SpeakerKind::interviewer ? "interviewer" : "respondent";
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
      return "niets zegt wie vraagt";
    case KindBasis::label:
      return "zo heet die in het transcript";
    case KindBasis::study:
      return "volgens study.toml";
    case KindBasis::others:
      return "een ander vraagt";
    case KindBasis::questions:
      return fmt::format("{} van {} beurten eindigen met een vraag", speaker.asking, speaker.turns);
    case KindBasis::table:
      break;
  }
  return "volgens cases.csv of speakers.csv";
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
  table.title = "Documenten";
  table.columns = {{"document", "Document"}, {"stand", "Stand"}, {"soort", "Soort"},
                   {"tekens", "Tekens"},     {"taal", "Taal"},   {"woorden", "Woorden"},
                   {"sprekers", "Sprekers"}, {"datum", "Datum"}, {"kenmerken", "Kenmerken"}};
  for (const DocumentPreview& it : preview.documents) {
    Row row{{it.path, std::string(word_of(it.state))}};
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
  table.title = "Sprekers";
  // Where the table is too wide for one, each part of it says who the rows are about.
  table.columns = {{"document", "Document", 0, {}, ColumnRole::label},
                   {"spreker", "Spreker", 0, {}, ColumnRole::label},
                   {"wie", "Wie"},
                   {"beurten", "Beurten"},
                   {"woorden", "Woorden"},
                   {"waarom", "Waarom"}};
  for (const DocumentPreview& document : preview.documents)
    for (const SpeakerPreview& it : document.speakers)
      table.rows.push_back({{document.path, it.speaker.name, kind_word(it.speaker.kind),
                             count(it.speaker.turns), count(it.words), why(it.speaker)}});
  return table;
}

void print_warnings(const Preview& preview) {
  bool is_first = true;
  const auto print = [&](const std::string& where, const std::string& what) {
    if (is_first) fmt::print("\nWaarschuwingen:\n");
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
  fmt::print("\nGeweigerd:\n");
  for (const Outcome& outcome : preview.outcomes)
    if (outcome.kind == "refused")
      fmt::print("  {}: {}\n", printable(outcome.path), printable(outcome.message));
  for (const DocumentPreview& document : preview.documents)
    if (document.state == DocumentState::refused)
      fmt::print("  {}: {}\n", printable(document.path), printable(document.refusal));
}

void print_drafts(std::span<const WrittenDraft> drafts) {
  for (const WrittenDraft& draft : drafts)
    fmt::print("\n{}: {} geschreven{}\n", printable(draft.file.string()),
               counted(draft.rows, "regel", "regels"),
               draft.is_beside ? "; neem over wat u wilt in de tabel ernaast, want dit bestand "
                                 "wordt niet gelezen"
                               : "; vul aan, en de volgende ingest leest het");
}

nlohmann::ordered_json to_json(const DocumentPreview& it) {
  nlohmann::ordered_json speakers = nlohmann::ordered_json::array();
  for (const SpeakerPreview& speaker : it.speakers)
    speakers.push_back({{"name", speaker.speaker.name},
                        {"kind", kind_word(speaker.speaker.kind)},
                        {"basis", basis_code(speaker.speaker.basis)},
                        {"turns", speaker.speaker.turns},
                        {"asking", speaker.speaker.asking},
                        {"words", speaker.words},
                        {"attributes", speaker.speaker.attributes}});
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  return {{"document", it.path},
          {"state", word_of(it.state)},
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
    fmt::print("\nVoorproef van {}; in de studie is niets veranderd.\n",
               counted(preview.documents.size(), "bestand", "bestanden"));
  }
  return preview.refused() > 0 ? exit_error : exit_done;
}

}  // namespace pipeline
