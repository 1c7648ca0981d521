#include "pipeline/ingest/names.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options {
  std::vector<std::filesystem::path> inputs;
  TableOptions write;
};

std::optional<NamesFound> found(const Session& session, const Options& options,
                                const WordTable& words) {
  if (!options.inputs.empty()) {
    auto names = names_in_files(options.inputs, words);
    if (names) return std::move(*names);
    complain(names.error());
    return std::nullopt;
  }
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return std::nullopt;
  return names_in_study(*store, words);
}

int run_names(const Session& session, const Options& options) {
  const auto words = session.words();
  const auto names = words ? found(session, options, *words) : std::nullopt;
  if (!names) return exit_error;
  bool is_refused = false;
  for (const Outcome& outcome : names->outcomes) {
    complain(outcome.path + ": " + outcome.message);
    is_refused |= outcome.kind == "refused";
  }
  const bool is_for_reading = options.write.format == "tekst";
  const Table table =
      is_for_reading ? candidates_table(names->candidates) : names_table(names->candidates);
  print_table(table, options.write);
  complain(tr(
      "dit zijn persoonsgegevens: bewaar ze buiten de studie, en kijk ze na; wat hier niet staat "
      "kan toch een naam zijn"));
  if (is_refused) return exit_error;
  return table.rows.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_names(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("names", "Wat in documenten een naam kan zijn, om te pseudonimiseren");
  command
      .add_option("pad", options->inputs,
                  "Mappen of bestanden (standaard: de documenten van de studie)")
      .type_name("PAD");
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Noemt ook e-mailadressen, telefoonnummers, BSN, IBAN, postcodes, adressen, geboortedata en\n"
      "accounts. Met --format csv is het antwoord een names.csv voor 'ingest --pseudonymise', "
      "zonder\n"
      "voorbeeldzinnen: haal eruit wat geen naam is, en vul aan wat ontbreekt.\n"
      "Voorbeelden:\n"
      "  samenspel names interviews/\n"
      "  samenspel names interviews/ --format csv --scheiding ';' > ~/kluis/names.csv");
  command.callback([options, &session] { session.status = run_names(session, *options); });
}

}  // namespace pipeline
