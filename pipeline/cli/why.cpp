#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/explanation.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/why_learned.h"
#include "pipeline/cli/why_not.h"
#include "pipeline/ingest/explain.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::string coding;
  std::string format = "tekst";
  bool is_strict = false;
};

std::string reason(const Evidence& evidence, std::string_view source) {
  const std::string_view words = slice(source, evidence.match);
  switch (evidence.kind) {
    case Evidence::Kind::pattern:
      return tr("“{}” past op het patroon {} ({})", words, evidence.rule, evidence.source);
    case Evidence::Kind::cue:
      return tr("“{}” is een signaal: {} ({})", words, evidence.rule, evidence.source);
    case Evidence::Kind::outranked:
      return tr("“{}” past ook op {} ({}), maar een langer of sterker patroon ging voor", words,
                evidence.rule, evidence.source);
  }
  return {};
}

// The coding, its document, and the lexicon's trace of it; no trace of what a person coded.
struct Why {
  const ShownCoding& coding;
  std::string_view source;
  const Lexicon& lexicon;
  std::optional<CodingTrace> trace;

  bool is_explained() const { return trace && trace->is_current; }
  Explanation explanation() const {
    return {lexicon, source, trace->matches, coding.coding.valence};
  }
};

void print_trace(const Why& why) {
  const Explanation explanation = why.explanation();
  fmt::print("  {}\n",
             tr("Kort: {}\n\n  Gecodeerd door {}, omdat", printable(explanation.in_one_line()),
                printable(why.coding.coding.coder)));
  for (const std::string& line : explanation.reasons()) fmt::print("  - {}\n", printable(line));
  const std::vector<std::string> against = explanation.against();
  if (!against.empty()) fmt::print("\n  {}\n", tr("Wat niet meetelde"));
  for (const std::string& line : against) fmt::print("  - {}\n", printable(line));
}

// What is on record, where the lexicon cannot tell it anew.
void print_record(const Why& why) {
  const Coding& coding = why.coding.coding;
  fmt::print("  {}\n", tr("Gecodeerd door {}, omdat", printable(coding.coder)));
  for (const Evidence& evidence : coding.evidence)
    fmt::print("  - {}\n", printable(reason(evidence, why.source)));
  if (coding.evidence.empty()) fmt::print("  {}\n", tr("- iemand deze woorden heeft aangewezen"));
  if (why.trace)
    fmt::print(
        "\n  {}\n",
        tr("Het lexicon of het programma is sinds deze run veranderd en codeert dit nu anders;\n"
           "  'samenspel tag' codeert de studie opnieuw."));
}

void print_why(const Why& why, bool colour) {
  const ShownCoding& it = why.coding;
  fmt::print("{}  {} · {} · {}\n", to_string(it.id), it.coding.factor,
             coloured(it.coding.valence, colour), word_of(it.coding.modality));
  fmt::print("  {}\n", heading(it.passage));
  std::vector<Span> matches;
  for (const Evidence& evidence : it.coding.evidence)
    if (evidence.kind != Evidence::Kind::outranked) matches.push_back(evidence.match);
  std::ranges::sort(matches);
  fmt::print("{}\n\n", wrapped(marked(why.source, it.coding.span, matches, colour), 4, 96));
  why.is_explained() ? print_trace(why) : print_record(why);
  if (it.decision) fmt::print("\n{}\n", wrapped(printable(decision_line(*it.decision)), 2, 96));
}

nlohmann::ordered_json json_of(const Why& why) {
  const CodePoints source(why.source);
  auto json = to_json(why.coding, source);
  json["context"] = to_json(why.coding.passage);
  if (!why.trace) return json;
  auto& explanation = json["explanation"];
  explanation["is_current"] = why.trace->is_current;
  explanation["summary"] = why.is_explained() ? why.explanation().in_one_line() : "";
  explanation["matches"] = nlohmann::ordered_json::array();
  for (const TracedMatch& match : why.trace->matches)
    explanation["matches"].push_back(to_json(match, why.lexicon, source));
  return json;
}

int run_why(const Session& session, const Options& options) {
  const auto id = coding_id_of(options.coding);
  if (!id) {
    complain(
        tr("'{}' is geen codering; schrijf document:nummer, zoals 12:3 ('samenspel "
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
    complain(tr("codering {} is er niet (meer); een nieuwe run kan haar anders genummerd hebben",
                options.coding));
    return exit_nothing_found;
  }
  const auto lexicon = session.lexicon(study->lexicon());
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  if (is_learner(coding->coding.coder)) {
    const LearnedQuestion question{*study, *store, *words, *lexicon, *coding, *document};
    return why_learned(session, question, options.format, options.is_strict);
  }
  Why why{*coding, document->document.source, *lexicon, std::nullopt};
  if (coder_kind(coding->coding.coder) == CoderKind::lexicon) {
    Stages stages(*words, *lexicon, study->settings);
    why.trace = explain(*document, coding->coding, *lexicon, stages);
  }
  ExportGate gate(session, *store, options.format == "tekst", options.is_strict);
  gate.look_at(coding->passage.id, coding->passage.text);
  if (!gate.opens()) return exit_error;
  options.format == "json" ? print_json(json_of(why)) : print_why(why, wants_colour());
  return exit_done;
}

}  // namespace

void add_why(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto absent = std::make_shared<WhyNotOptions>();
  const Command command =
      app.add_subcommand("why", "Waarom is dit zo gecodeerd, of waarom is een zin dat niet?");
  command
      .add_option("codering", options->coding,
                  "Nummer van de codering, zoals 12:3; met --not de zin (- = standaardinvoer)")
      .required()
      .type_name("CODERING");
  const Argument factor =
      command
          .add_option("--not", absent->factor,
                      "Waarom is de zin niet gecodeerd met deze factor: wat kwam in de buurt?")
          .type_name("FACTOR");
  command
      .add_option(
          "--lexicon", absent->lexicon,
          "Met --not: map van het lexicon (standaard: dat van --study, anders samenwerking)")
      .type_name("MAP")
      .needs(factor);
  command.add_option("--aantal,-n", absent->most, "Met --not: hoogstens zoveel patronen")
      .type_name("N")
      .between(1, 1000)
      .needs(factor)
      .capture_default_str();
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Voorbeelden:\n"
      "  samenspel why 12:3 --study mijn-studie\n"
      "  samenspel why --not vertrouwen 'Zij gunden ons het licht in de ogen niet.'\n"
      "Met --not is de afsluitcode 1 als de factor toch gecodeerd is of niets in de buurt komt.");
  command.callback([command, factor, options, absent, &session] {
    if (factor.count() == 0) {
      session.status = run_why(session, *options);
      return;
    }
    absent->text = options->coding;
    absent->format = options->format;
    absent->names_study = command.count("--study") > 0;
    session.status = run_why_not(session, *absent);
  });
}

}  // namespace pipeline
