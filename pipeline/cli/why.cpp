#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::string coding;
  std::string format = "tekst";
};

std::string reason(const Evidence& evidence, std::string_view source) {
  const std::string_view words = slice(source, evidence.match);
  switch (evidence.kind) {
    case Evidence::Kind::pattern:
      return fmt::format("“{}” past op het patroon {} ({})", words, evidence.rule, evidence.source);
    case Evidence::Kind::cue:
      return fmt::format("“{}” is een signaal: {} ({})", words, evidence.rule, evidence.source);
    case Evidence::Kind::outranked:
      return fmt::format("“{}” past ook op {} ({}), maar een langer of sterker patroon ging voor",
                         words, evidence.rule, evidence.source);
  }
  return {};
}

void print_why(const ShownCoding& it, std::string_view source, bool colour) {
  fmt::print("{}  {} · {} · {}\n", to_string(it.id), it.coding.factor,
             coloured(it.coding.valence, colour), to_string(it.coding.modality));
  fmt::print("  {}\n", heading(it.passage));
  std::vector<Span> matches;
  for (const Evidence& evidence : it.coding.evidence)
    if (evidence.kind != Evidence::Kind::outranked) matches.push_back(evidence.match);
  std::ranges::sort(matches);
  fmt::print("{}\n\n", wrapped(marked(source, it.coding.span, matches, colour), 4, 96));
  fmt::print("  Gecodeerd door {}, omdat\n", printable(it.coding.coder));
  for (const Evidence& evidence : it.coding.evidence)
    fmt::print("  - {}\n", printable(reason(evidence, source)));
  if (it.coding.evidence.empty()) fmt::print("  - iemand deze woorden heeft aangewezen\n");
}

int run_why(const Session& session, const Options& options) {
  const auto id = coding_id_of(options.coding);
  if (!id) {
    complain(
        fmt::format("'{}' is geen codering; schrijf document:nummer, zoals 12:3 ('samenspel "
                    "search' en 'samenspel table --cell' noemen ze)",
                    options.coding));
    return exit_error;
  }
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  const auto coding = store->coding(*id);
  const auto document = coding ? store->load(document_of(*id)) : std::nullopt;
  if (!document) {
    complain(fmt::format(
        "codering {} is er niet (meer); een nieuwe run kan haar anders genummerd hebben",
        options.coding));
    return exit_nothing_found;
  }
  if (options.format == "json") {
    auto json = to_json(*coding, CodePoints(document->document.source));
    json["context"] = to_json(coding->passage);
    print_json(json);
  } else {
    print_why(*coding, document->document.source, wants_colour());
  }
  return exit_done;
}

}  // namespace

void add_why(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("why", "Waarom is dit zo gecodeerd?");
  command->add_option("codering", options->coding, "Nummer van de codering, zoals 12:3")
      ->required()
      ->type_name("CODERING");
  add_study_option(*command, session);
  add_format_option(*command, options->format, {"tekst", "json"});
  command->footer("Voorbeeld:\n  samenspel why 12:3 --study mijn-studie");
  command->callback([options, &session] { session.status = run_why(session, *options); });
}

}  // namespace pipeline
