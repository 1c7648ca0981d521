#include "pipeline/ingest/ingest.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/preview.h"
#include "pipeline/cli/progress.h"
#include "pipeline/ingest/pseudonyms.h"

namespace pipeline {
namespace {

struct Options {
  std::vector<std::filesystem::path> inputs;
  NamedTables tables;
  std::filesystem::path names;
  bool replaces = false, is_preview = false, wants_drafts = false;
  bool names_study = false, keeps_identifiers = false;
  unsigned jobs = 0;
  std::string format = "tekst";
};

SameName same_name(const Options& options) {
  return options.replaces ? SameName::replaces : SameName::refused;
}

// None: what is wrong was said.
std::optional<std::vector<WrittenDraft>> write_drafts(const Preview& preview) {
  std::vector<WrittenDraft> written;
  for (const TableDraft& draft : drafts_of(preview)) {
    const auto file = write_draft(draft);
    if (!file) {
      complain(file.error());
      return std::nullopt;
    }
    written.push_back({*file, draft.rows, *file != draft.file});
  }
  return written;
}

// A study is looked at if there is one, and not asked for.
int run_preview(const Session& session, const Options& options) {
  std::optional<Study> study;
  if (options.names_study || is_study(session.study_folder)) {
    study = session.study();
    if (!study) return exit_error;
  }
  const auto words = session.words();
  if (!words) return exit_error;
  const auto seen = preview(study ? &*study : nullptr, options.inputs, *words,
                            {options.jobs, options.tables, same_name(options)});
  if (!seen) {
    complain(seen.error());
    return exit_error;
  }
  std::vector<WrittenDraft> drafts;
  if (options.wants_drafts) {
    auto written = write_drafts(*seen);
    if (!written) return exit_error;
    drafts = std::move(*written);
  }
  return show_preview(*seen, drafts, options.format);
}

int run_ingest(const Session& session, const Options& options) {
  if (options.is_preview || options.wants_drafts) return run_preview(session, options);
  const auto study = session.study();
  const auto words = study ? session.words() : std::nullopt;
  if (!study || !words) return exit_error;
  std::optional<Pseudonyms> pseudonyms;
  if (!options.names.empty()) {
    auto opened = open_pseudonyms(*study, options.names, *words, {!options.keeps_identifiers});
    if (!opened) {
      complain(opened.error());
      return exit_error;
    }
    complain(opened->warnings);
    pseudonyms = std::move(*opened);
  }
  return show_run(options.format, [&](IngestOptions run) {
    run.tables = options.tables;
    if (pseudonyms) run.pseudonymise = &pseudonyms->pseudonymise;
    run.same_name = same_name(options);
    run.jobs = options.jobs;
    return ingest(*study, options.inputs, *words, run);
  });
}

}  // namespace

void add_ingest(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("ingest", "Lees documenten in: lezen, coderen, opslaan en indexeren");
  command.add_option("pad", options->inputs, "Mappen of bestanden").required().type_name("PAD");
  command
      .add_option("--cases", options->tables.cases,
                  "cases.csv met kenmerken (standaard: cases.csv in elke map)")
      .type_name("BESTAND");
  command
      .add_option("--speakers", options->tables.speakers,
                  "speakers.csv met wie de sprekers zijn (standaard: speakers.csv in elke map)")
      .type_name("BESTAND");
  command.add_flag("--preview,--proef", options->is_preview,
                   "Toon per bestand wat er herkend wordt, en sla niets op; ook zonder studie");
  command.add_flag("--concept", options->wants_drafts,
                   "Als --proef, en schrijf cases.csv en speakers.csv om in te vullen naast de "
                   "bestanden, nooit over een bestaande heen");
  command.add_flag("--vervang", options->replaces,
                   "Een bestand met de naam van een document uit een andere map is de nieuwe tekst "
                   "van dat document");
  const Argument names =
      command
          .add_option("--pseudonymise,--pseudoniemen", options->names,
                      "names.csv: namen die nergens in de studie mogen komen te staan, met wat er "
                      "voor in de plaats komt")
          .type_name("BESTAND");
  command
      .add_flag("--laat-nummers-staan", options->keeps_identifiers,
                "Met --pseudonymise: vervang e-mailadressen, telefoonnummers, BSN, IBAN en "
                "postcodes niet")
      .needs(names);
  add_study_option(command, session);
  add_jobs_option(command, options->jobs);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Wat al in de studie staat en niet veranderd is, wordt overgeslagen.\n"
      "Bij een gewijzigde tekst gaan coderingen van mensen met hun woorden mee; waar die woorden\n"
      "weg zijn, worden ze apart gezet en dat wordt gemeld.\n"
      "Voorbeelden:\n"
      "  samenspel ingest --proef interviews/\n"
      "  samenspel ingest --study mijn-studie interviews/\n"
      "  samenspel ingest --study mijn-studie verslag.docx gesprek.vtt --jobs 1\n"
      "  samenspel ingest --study mijn-studie interviews/ --pseudonymise ~/kluis/names.csv\n"
      "Afsluitcode 2: een of meer bestanden zijn geweigerd; de rest is ingelezen.");
  command.callback([command, options, &session] {
    options->names_study = command.count("--study") > 0;
    session.status = run_ingest(session, *options);
  });
}

void add_reindex(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand("reindex", "Maak de zoekindex opnieuw uit de studie");
  add_study_option(command, session);
  add_jobs_option(command, options->jobs);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer("Voorbeeld:\n  samenspel reindex --study mijn-studie");
  command.callback([options, &session] {
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
