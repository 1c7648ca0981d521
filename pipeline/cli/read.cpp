#include "pipeline/read/read.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/model/part.h"
#include "pipeline/read/parts.h"

namespace pipeline {
namespace {

struct Options {
  std::string file, format = "tekst", changes;
  std::vector<std::string> roles, left_out;
};

// The parts, with those that the text shown is without.
nlohmann::ordered_json parts_of(const Document& document, const std::set<PartKind>& left_out) {
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  for (const TextPart& part : document.parts)
    parts.push_back({{"part", part_name(part.kind)},
                     {"in_text", !left_out.contains(part.kind)},
                     {"text", slice(document.source, part.span)}});
  return parts;
}

std::set<PartKind> kinds_of(const std::vector<std::string>& names) {
  std::set<PartKind> kinds;
  for (const std::string& name : names)
    if (const auto kind = part_named(name)) kinds.insert(*kind);
  return kinds;
}

nlohmann::ordered_json seconds(const std::optional<std::int64_t>& milliseconds) {
  if (!milliseconds) return nullptr;
  return static_cast<double>(*milliseconds) / 1000;
}

// The turns of a transcript; none where nobody speaks.
nlohmann::ordered_json turns_of(const AlignedText& clean, const Segmented& segmented,
                                std::string_view source) {
  nlohmann::ordered_json turns = nlohmann::ordered_json::array();
  for (const Passage& passage : segmented.passages) {
    if (passage.kind != PassageKind::turn) continue;
    nlohmann::ordered_json speaker;
    if (passage.speaker) speaker = segmented.speakers[*passage.speaker].name;
    turns.push_back({{"speaker", speaker},
                     {"start", seconds(passage.start_ms)},
                     {"end", seconds(passage.end_ms)},
                     {"text", slice(source, clean.to_source(passage.span))}});
  }
  return turns;
}

// --role NAME=interviewer
Result<SegmentOptions> segment_options(const std::vector<std::string>& roles) {
  SegmentOptions options;
  for (const std::string& role : roles) {
    const std::size_t equals = role.rfind('=');
    const std::string name = role.substr(0, equals);
    const std::string kind = equals == std::string::npos ? "" : role.substr(equals + 1);
    if (kind == "interviewer")
      options.interviewers.push_back(name);
    else if (kind == "respondent")
      options.respondents.push_back(name);
    else
      return failure("schrijf NAAM=interviewer of NAAM=respondent, niet '" + role + "'", "--role");
  }
  return options;
}

int run_read(const Options& options) {
  const auto document = read_input(options.file, read_options(options.changes));
  const auto segmenting = segment_options(options.roles);
  if (!document || !segmenting) {
    complain(!document ? document.error() : segmenting.error());
    return exit_error;
  }
  const std::set<PartKind> left_out = kinds_of(options.left_out);
  const std::string text = source_without(*document, left_out);
  if (options.format == "tekst") {
    fmt::print("{}{}", shown(text), text.ends_with('\n') ? "" : "\n");
    for (const std::string& warning : document->warnings) complain(options.file + ": " + warning);
    return exit_done;
  }
  const AlignedText clean = Normaliser{}(document->source);
  Segmented segmented = Segmenter(*segmenting)(clean.text, to_clean(document->captions, clean.map),
                                               to_clean(document->parts, clean.map));
  restore_names(segmented, clean.map, document->source);
  std::vector<std::string> warnings = document->warnings;
  warnings.insert(warnings.end(), segmented.warnings.begin(), segmented.warnings.end());
  const nlohmann::ordered_json json{{"text", text},
                                    {"language", nullptr},
                                    {"attributes", document->attributes},
                                    {"parts", parts_of(*document, left_out)},
                                    {"turns", turns_of(clean, segmented, document->source)},
                                    {"warnings", warnings}};
  print_json(json);
  return exit_done;
}

}  // namespace

void add_read(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("read", "Toon de tekst van een bestand zoals die wordt opgeslagen");
  command->add_option("bestand", options->file, "Het bestand, of - voor standaardinvoer")
      ->required()
      ->type_name("BESTAND");
  command->add_option("--role", options->roles, "Wie vraagt en wie antwoordt")
      ->type_name("NAAM=interviewer");
  std::vector<std::string> parts = part_names();
  parts.erase(parts.begin());  // the running text
  command->add_option("--zonder", options->left_out, "Delen die niet in de getoonde tekst staan")
      ->type_name("DEEL,...")
      ->delimiter(',')
      ->check(CLI::IsMember(parts));
  add_changes_option(*command, options->changes);
  add_format_option(*command, options->format, {"tekst", "json"});
  std::string known = "Soorten bestanden:\n";
  for (const Format& format : formats())
    known += fmt::format("  {:<10}{}\n", format.name, format.description);
  command->footer(known +
                  "Voorbeeld:\n  samenspel read --format json gesprek.vtt\n"
                  "  samenspel read --zonder noot,opmerking nota.docx");
  command->callback([options, &session] { session.status = run_read(*options); });
}

}  // namespace pipeline
