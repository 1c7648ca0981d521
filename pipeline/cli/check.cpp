#include "pipeline/ingest/check.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
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
      report->found.push_back(
          tr("{}; 'samenspel queries save NAAM VRAAG --overschrijf' verbetert haar", mistake));
  if (format == "json") {
    const nlohmann::ordered_json json{
        {"format", "samenspel-check"},    {"version", 1},
        {"documents", report->documents}, {"passages", report->passages},
        {"codings", report->codings},     {"found", report->found}};
    print_json(json);
  } else {
    for (const std::string& found : report->found) fmt::print("{}\n", printable(found));
    fmt::print(
        "{}\n",
        tr("{}, {} en {} nagekeken: {}", counted(report->documents, "document", "documenten"),
           counted(report->passages, "passage", "passages"),
           counted(report->codings, "codering", "coderingen"),
           report->found.empty()
               ? tr("alles klopt.")
               : tr_plural(report->found.size(), "{} ding klopt niet.", "{} dingen kloppen niet.",
                           number(report->found.size()))));
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
