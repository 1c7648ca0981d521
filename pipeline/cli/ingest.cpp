#include "pipeline/ingest/ingest.h"

#include <CLI/CLI.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/progress.h"

namespace pipeline {
namespace {

struct Options {
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path cases;
  bool replaces = false;
  unsigned jobs = 0;
  std::string format = "tekst";
};

int run_ingest(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto words = study ? session.words() : std::nullopt;
  if (!study || !words) return exit_error;
  return show_run(options.format, [&](IngestOptions run) {
    run.tables.cases = options.cases;
    run.same_name = options.replaces ? SameName::replaces : SameName::refused;
    run.jobs = options.jobs;
    return ingest(*study, options.inputs, *words, run);
  });
}

}  // namespace

void add_ingest(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("ingest", "Lees documenten in: lezen, coderen, opslaan en indexeren");
  command->add_option("pad", options->inputs, "Mappen of bestanden")->required()->type_name("PAD");
  command
      ->add_option("--cases", options->cases,
                   "cases.csv met kenmerken (standaard: cases.csv in elke map)")
      ->type_name("BESTAND");
  command->add_flag(
      "--vervang", options->replaces,
      "Een bestand met de naam van een document uit een andere map is de nieuwe tekst "
      "van dat document");
  add_study_option(*command, session);
  add_jobs_option(*command, options->jobs);
  add_format_option(*command, options->format, {"tekst", "json"});
  command->footer(
      "Wat al in de studie staat en niet veranderd is, wordt overgeslagen.\n"
      "Bij een gewijzigde tekst gaan coderingen van mensen met hun woorden mee; waar die woorden\n"
      "weg zijn, worden ze apart gezet en dat wordt gemeld.\n"
      "Voorbeelden:\n"
      "  samenspel ingest --study mijn-studie interviews/\n"
      "  samenspel ingest --study mijn-studie verslag.docx gesprek.vtt --jobs 1\n"
      "Afsluitcode 2: een of meer bestanden zijn geweigerd; de rest is ingelezen.");
  command->callback([options, &session] { session.status = run_ingest(session, *options); });
}

void add_reindex(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("reindex", "Maak de zoekindex opnieuw uit de studie");
  add_study_option(*command, session);
  add_jobs_option(*command, options->jobs);
  add_format_option(*command, options->format, {"tekst", "json"});
  command->footer("Voorbeeld:\n  samenspel reindex --study mijn-studie");
  command->callback([options, &session] {
    const auto study = session.study();
    const auto words = study ? session.words() : std::nullopt;
    session.status = exit_error;
    if (!study || !words) return;
    session.status = show_run(options->format, [&](IngestOptions run) {
      run.jobs = options->jobs;
      return reindex(*study, *words, run);
    });
  });
}

}  // namespace pipeline
