#include "pipeline/explore/dispersion.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/model/tr.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  std::string kind = "factoren", over = "documenten", order = "aantal";
  std::vector<std::string> only;
  DispersionSpec spec;
  bool content_words = false;
};

CountUnit unit_of(const std::string& name) {
  if (name == "cases") return CountUnit::cases;
  return name == "sprekers" ? CountUnit::speakers : CountUnit::documents;
}

DispersionOrder order_of(const std::string& name) {
  if (name == "ongelijk") return DispersionOrder::uneven;
  return name == "gelijk" ? DispersionOrder::even : DispersionOrder::count;
}

int run_dispersion(const Session& session, Options options) {
  const auto explored = Explored::open(session);
  const auto subject = explored ? explored->subject(options) : std::nullopt;
  if (!subject) return exit_error;
  const CountedKind kind = kind_of(options.kind);
  DispersionSpec& spec = options.spec;
  spec.over = unit_of(options.over);
  spec.order = order_of(options.order);
  spec.most = options.most;
  for (const std::string& name : options.only)
    spec.only.push_back(kind == CountedKind::factors ? name : fold(name));
  if (options.content_words && kind != CountedKind::factors)
    spec.is_left_out = is_function_word_in(*explored->searcher.words);
  return print_explored(dispersion(*subject, items_of(*explored, *subject, kind), spec), options,
                        tr("niets komt vaak genoeg voor; geef een lager --min"));
}

}  // namespace

void add_dispersion(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "dispersion", "Hoe woorden of factoren over documenten, cases of sprekers verspreid zijn");
  command.add_option("namen", options->only, "Alleen deze woorden of factoren").type_name("NAAM");
  add_kind_option(command, options->kind);
  command.add_option("--over", options->over, "Verspreid over documenten, cases of sprekers")
      .type_name("WAT")
      .one_of({"documenten", "cases", "sprekers"})
      .capture_default_str();
  command.add_option("--min", options->spec.least, "Wat minstens zo vaak voorkomt")
      .type_name("N")
      .capture_default_str();
  command.add_flag("--inhoudswoorden", options->content_words,
                   "Laat functiewoorden (de, is, ook) weg");
  command.add_option("--sort", options->order, "aantal, ongelijk of gelijk verspreid")
      .type_name("HOE")
      .one_of({"aantal", "ongelijk", "gelijk"})
      .capture_default_str();
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel dispersion --over cases\n"
      "  samenspel dispersion vertrouwen afspraken --over sprekers\n"
      "  samenspel dispersion --wat woorden --inhoudswoorden --sort ongelijk --min 10");
  command.callback([options, &session] { session.status = run_dispersion(session, *options); });
}

}  // namespace pipeline
