#include "pipeline/read/read.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/language/known_words.h"

namespace pipeline {
namespace {

struct Options {
  std::string file, format = "tekst";
  std::vector<std::string> roles;
};

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

int run_read(const Options& options, const WordTable& words) {
  const auto document = read_input(options.file, words);
  const auto segmenting = segment_options(options.roles);
  if (!document || !segmenting) {
    complain(!document ? document.error() : segmenting.error());
    return exit_error;
  }
  if (options.format == "tekst") {
    fmt::print("{}{}", shown(document->source), document->source.ends_with('\n') ? "" : "\n");
    for (const std::string& warning : document->warnings) complain(options.file + ": " + warning);
    return exit_done;
  }
  const AlignedText clean = Normaliser(known_words(words))(document->source);
  Segmented segmented = Segmenter(*segmenting)(clean.text, to_clean(document->captions, clean.map));
  restore_names(segmented, clean.map, document->source);
  std::vector<std::string> warnings = document->warnings;
  warnings.insert(warnings.end(), segmented.warnings.begin(), segmented.warnings.end());
  const nlohmann::ordered_json json{{"text", document->source},
                                    {"language", nullptr},
                                    {"attributes", document->attributes},
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
  add_format_option(*command, options->format, {"tekst", "json"});
  std::string known = "Soorten bestanden:\n";
  for (const Format& format : formats())
    known += fmt::format("  {:<10}{}\n", format.name, format.description);
  command->footer(known + "Voorbeeld:\n  samenspel read --format json gesprek.vtt");
  command->callback([options, &session] {
    const auto words = session.words();
    session.status = words ? run_read(*options, *words) : exit_error;
  });
}

}  // namespace pipeline
