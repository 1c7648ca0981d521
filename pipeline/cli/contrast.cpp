#include "pipeline/explore/contrast.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/show.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  ContrastSpec spec;
  bool contradictions = false;
  std::size_t each = 1;
};

// Under each other, whole: in the cells of a table quotations would be cut off.
void print_quotations(const Table& table) {
  const auto text = [](const Row& row, std::size_t column) {
    return printable(std::get<std::string>(row.cells[column]));
  };
  for (const Row& row : table.rows) {
    fmt::print("{}{}{}\n", text(row, 1), text(row, 2).empty() ? "" : " · ", text(row, 2));
    for (const std::size_t side : {std::size_t{3}, std::size_t{7}}) {
      fmt::print("  {:<6}  {} · {}{}{}\n", word_of(side == 3 ? Valence::success : Valence::failure),
                 text(row, side), text(row, side + 1), text(row, side + 2).empty() ? "" : " · ",
                 text(row, side + 2));
      fmt::print("{}\n", wrapped(text(row, side + 3), 10, 98));
    }
    fmt::print("\n");
  }
  for (const std::string& note : table.notes) fmt::print("{}\n", wrapped(note, 0, 98));
}

int run_contradictions(const Asked& asked, const Options& options) {
  const auto list = contradictions(asked.subject, options.spec.by, options.each);
  if (!list) {
    complain(list.error());
    return exit_error;
  }
  const Store& store = asked.explored.searcher.store;
  ExportGate gate(asked.session, store, is_read_here(options.write), options.is_strict);
  const auto quote = [&](CodingId id) {
    const auto it = store.coding(id);
    if (!it) return QuotedCoding{};
    gate.look_at(it->passage.id, it->text);
    return QuotedCoding{it->passage.path, it->passage.speaker, it->text};
  };
  Table table = contradiction_table(asked.subject, options.spec.by, *list, quote);
  if (!gate.opens()) return exit_error;
  keep_first(table, options.most, "paren");
  if (is_read_here(options.write) && !table.rows.empty()) {
    print_quotations(table);
    return exit_done;
  }
  return print_explored(std::move(table), asked, options,
                        tr("nergens spreken twee groepen elkaar over een factor tegen"));
}

int run_contrast(const Command& command, const Session& session, Options options) {
  const auto explored = Explored::open(session);
  const auto subject = explored ? explored->subject(options) : std::nullopt;
  if (!subject) return exit_error;
  const Asked asked{session, command, *explored, *subject};
  if (options.contradictions) return run_contradictions(asked, options);
  options.spec.most = options.most;
  return print_explored(contrast(*subject, options.spec), asked, options,
                        tr("er is niets te vergelijken: geen codering hoort bij deze vraag"));
}

}  // namespace

void add_contrast(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "contrast",
      "Wie wat zegt: factoren per rol, waarin groepen verschillen en elkaar tegenspreken");
  command.add_option("--by", options->spec.by, "Groepen: een kenmerk, zoals rol of partij")
      .type_name("KENMERK")
      .capture_default_str();
  command.add_option("--min", options->spec.least, "Factoren met minstens zoveel succes of faal")
      .type_name("N")
      .capture_default_str();
  command.add_flag("--tegenspraak", options->contradictions,
                   "Toon citaten van verschillende groepen die elkaar tegenspreken");
  command
      .add_option("--per", options->each,
                  "Met --tegenspraak: hoogstens zoveel paren per factor, case en twee groepen")
      .type_name("N")
      .above_zero()
      .capture_default_str();
  add_gate_option(command, options->is_strict);
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel contrast\n"
      "  samenspel contrast --by partij --min 10 -o partijen.xlsx\n"
      "  samenspel contrast --tegenspraak --where case:westerbeek");
  command.callback(
      [command, options, &session] { session.status = run_contrast(command, session, *options); });
}

}  // namespace pipeline
