#include "pipeline/explore/timeline.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  TimelineSpec spec;
  bool each_factor = false;
};

int run_timeline(const Session& session, Options options) {
  const auto explored = Explored::open(session);
  const auto subject = explored ? explored->subject(options) : std::nullopt;
  if (!subject) return exit_error;
  if (options.each_factor)
    for (const Factor& factor : subject->factors) options.spec.factors.push_back(factor.id);
  if (subject->selection.codings.empty()) {
    complain(tr("er is niets te tellen: geen enkele codering hoort bij deze vraag"));
    return exit_nothing_found;
  }
  return print_explored(timeline(*subject, options.spec), options,
                        tr("er is niets te tellen: geen enkele passage hoort bij deze vraag"));
}

}  // namespace

void add_timeline(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "timeline",
      "Factoren in de tijd: per jaar, kwartaal of maand, of per tiende van het gesprek");
  command
      .add_option("--by", options->spec.by,
                  "verloop:tienden, verloop:derden, of de periode van een datum: datum:jaar, "
                  "datum:kwartaal, datum:maand")
      .type_name("TIJD")
      .capture_default_str();
  const auto factor =
      command.add_option("--factor", options->spec.factors, "Alleen deze factor, apart; vaker mag")
          .type_name("FACTOR");
  command.add_flag("--elke-factor", options->each_factor, "Elke factor apart").excludes(factor);
  add_explore_options(command, session, *options, RowLimit::none);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel timeline\n"
      "  samenspel timeline --by datum:kwartaal --factor vertrouwen --factor afspraken\n"
      "  samenspel timeline --elke-factor -o verloop.csv");
  command.callback([options, &session] { session.status = run_timeline(session, *options); });
}

}  // namespace pipeline
