#include "pipeline/ingest/check.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/model/counted.h"
#include "pipeline/report/printable.h"
#include "pipeline/search/saved_queries.h"

namespace pipeline {
namespace {

int run_check(const Session& session, const std::string& format) {
  const auto study = session.study();
  if (!study) return exit_error;
  auto report = check_study(*study);
  if (!report) {
    complain(report.error());
    return exit_error;
  }
  if (const auto store = session.store(*study))
    for (const std::string& mistake : mistakes_in(store->saved_queries()))
      report->found.push_back(mistake +
                              "; 'samenspel queries save NAAM VRAAG --overschrijf' verbetert haar");
  if (format == "json") {
    const nlohmann::ordered_json json{
        {"format", "samenspel-check"},    {"version", 1},
        {"documents", report->documents}, {"passages", report->passages},
        {"codings", report->codings},     {"found", report->found}};
    print_json(json);
  } else {
    for (const std::string& found : report->found) fmt::print("{}\n", printable(found));
    fmt::print("{}, {} en {} nagekeken: {}\n", counted(report->documents, "document", "documenten"),
               counted(report->passages, "passage", "passages"),
               counted(report->codings, "codering", "coderingen"),
               report->found.empty()
                   ? "alles klopt."
                   : counted(report->found.size(), "ding klopt", "dingen kloppen") + " niet.");
  }
  return report->found.empty() ? exit_done : exit_error;
}

}  // namespace

void add_check(const Command& app, Session& session) {
  auto format = std::make_shared<std::string>("tekst");
  const Command command = app.add_subcommand("check", "Kijk of de studie gaaf is");
  add_study_option(command, session);
  add_format_option(command, *format, {"tekst", "json"});
  command.footer(
      "Kijkt naar de database, de opgeslagen teksten, alle plaatsen in de tekst en de index.\n"
      "Voorbeeld:\n  samenspel check --study mijn-studie");
  command.callback([format, &session] { session.status = run_check(session, *format); });
}

}  // namespace pipeline
