#include "pipeline/cli/codings.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/rebuilt_index.h"
#include "pipeline/ingest/import_codings.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::size_t most_errors = 50;

struct Options {
  std::string file, coder;
};

void print_report(const ImportReport& report, const std::string& coder) {
  fmt::print("{}\n", tr("{} van {} overgenomen, in {}, als codeur {}.",
                        counted(report.added, "codering", "coderingen"),
                        counted(report.lines, "regel", "regels"),
                        counted(report.documents, "document", "documenten"), printable(coder)));
  if (report.known > 0)
    fmt::print("{}\n",
               tr_plural(report.known, "{} codering stond er al en is niet nog eens toegevoegd.",
                         "{} coderingen stonden er al en zijn niet nog eens toegevoegd.",
                         number(report.known)));
  for (std::size_t i = 0; i < std::min(report.errors.size(), most_errors); ++i)
    complain(report.errors[i]);
  if (report.errors.size() > most_errors)
    complain(tr_plural(report.errors.size() - most_errors, "en nog {} regel met een fout",
                       "en nog {} regels met een fout", report.errors.size() - most_errors));
}

int run_import(const Session& session, const Options& options) {
  if (!may_be_coder(options.coder, "--coder")) return exit_error;
  const auto text = read_lines(options.file);
  if (!text) {
    complain(text.error());
    return exit_error;
  }
  const auto study = session.study();
  const auto lexicon = study ? session.lexicon(study->lexicon()) : std::nullopt;
  if (!lexicon) return exit_error;
  Result<ImportReport> report = ImportReport{};
  {
    const auto lock = WriterLock::take(*study);
    if (!lock) {
      complain(lock.error());
      return exit_error;
    }
    auto store = Store::open(study->database(), true);
    if (!store) {
      complain(store.error());
      return exit_error;
    }
    report = import_codings(*text, options.file, options.coder, *lexicon, *store);
  }
  if (!report) {
    complain(report.error());
    return exit_error;
  }
  print_report(*report, options.coder);
  if (report->added > 0 && !rebuild_index(session, *study)) return exit_error;
  return report->errors.empty() ? exit_done : exit_error;
}

}  // namespace

bool may_be_coder(const std::string& name, const std::string& option) {
  if (!name.empty() && is_person(name) && !kind_named(name) && name != settled &&
      name.find_first_of("\n\t") == std::string::npos)
    return true;
  complain(tr("'{}' kan geen naam van een codeur zijn; kies een andere met {}", name, option));
  return false;
}

void add_codings(const Command& app, Session& session) {
  const Command codings = app.add_subcommand(
      "codings", "Coderingen: van mensen overnemen, noemen, aanvaarden en verwerpen");
  codings.require_subcommand();
  auto options = std::make_shared<Options>();
  const Command command =
      codings.add_subcommand("import", "Neem over wat iemand elders codeerde, uit een TSV");
  command
      .add_option("bestand", options->file,
                  "TSV met kolommen document, citaat (of begin en eind), factor, valentie, en zo "
                  "mogelijk modaliteit")
      .required()
      .type_name("BESTAND");
  command.add_option("--coder", options->coder, "Wie zo codeerde").required().type_name("NAAM");
  add_study_option(command, session);
  command.footer(
      "Een regel is een codering; een fout in een regel wordt genoemd, de andere gaan door. Begin "
      "en\n"
      "eind tellen in tekens vanaf 0. Wat er al stond komt er niet nog eens bij.\n"
      "Voorbeeld:\n"
      "  samenspel codings import anna.tsv --coder anna --study mijn-studie");
  command.callback([options, &session] { session.status = run_import(session, *options); });
  add_listing(codings, session);
  add_deciding(codings, session);
}

}  // namespace pipeline
