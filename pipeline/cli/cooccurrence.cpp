#include "pipeline/explore/cooccurrence.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  std::string unit = "passage", measure;
  CooccurrenceSpec spec;
};

PairMeasure measure_of(const std::string& name) {
  if (name == "jaccard") return PairMeasure::jaccard;
  return name == "ll" ? PairMeasure::likelihood : PairMeasure::count;
}

int run_cooccurrence(const Session& session, Options options) {
  const auto in = together_in(options.unit);
  if (!in) {
    complain(in.error());
    return exit_error;
  }
  const auto explored = Explored::open(session);
  const auto subject = explored ? explored->subject(options) : std::nullopt;
  if (!subject) return exit_error;
  options.spec.in = *in;
  options.spec.measure = measure_of(options.measure);
  options.spec.most = options.most;
  const std::vector<std::uint32_t> sentences =
      *in == TogetherIn::sentence ? explored->sentences() : std::vector<std::uint32_t>{};
  return print_explored(cooccurrence(*subject, sentences, options.spec), options,
                        tr("geen twee factoren staan samen; neem een ruimere --eenheid"));
}

}  // namespace

void add_cooccurrence(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("cooccurrence", "Welke factoren samen worden genoemd, en in welke zin");
  command
      .add_option("--eenheid", options->unit, "Samen in een zin, passage, beurt, document of case")
      .type_name("WAT")
      .capture_default_str();
  command.add_flag("--matrix", options->spec.as_matrix, "Als matrix van factor bij factor");
  command
      .add_option("--maat", options->measure,
                  "Waarop gesorteerd, of wat er in de matrix staat: samen, jaccard of ll")
      .type_name("MAAT")
      .one_of({"samen", "jaccard", "ll"});
  command.add_option("--min", options->spec.least, "Minstens zo vaak samen")
      .type_name("N")
      .capture_default_str();
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel cooccurrence --eenheid zin --maat ll\n"
      "  samenspel cooccurrence --where 'rol:bestuurder' --eenheid document\n"
      "  samenspel cooccurrence --matrix -o samen.csv");
  command.callback([options, &session] { session.status = run_cooccurrence(session, *options); });
}

}  // namespace pipeline
