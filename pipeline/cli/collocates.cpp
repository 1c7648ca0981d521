#include "pipeline/explore/collocates.h"

#include <fmt/format.h>

#include <charconv>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  std::string query, kind = "woorden", window = "5", order = "logdice";
  CollocateSpec spec;
  bool content_words = false;
};

Result<std::uint32_t> window_of(const std::string& text) {
  if (text == "zin") return whole_sentence;
  std::uint32_t words = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), words);
  if (problem != std::errc() || end != text.data() + text.size() || words == 0 || words > 50)
    return failure(tr("geef een aantal woorden van 1 tot 50, of zin, en niet '") + text + "'",
                   "--venster");
  return words;
}

CollocateOrder order_of(const std::string& name) {
  if (name == "ll") return CollocateOrder::likelihood;
  if (name == "mi") return CollocateOrder::mutual_information;
  return name == "samen" ? CollocateOrder::count : CollocateOrder::log_dice;
}

int run_collocates(const Session& session, Options options) {
  const auto window = window_of(options.window);
  if (!window) {
    complain(window.error());
    return exit_error;
  }
  const auto explored = Explored::open(session);
  if (!explored) return exit_error;
  const auto query = explored->searcher.search.prepare(options.query);
  if (!query) {
    complain_about_query(options.query, query.error());
    return exit_error;
  }
  const auto subject = explored->subject(options);
  if (!subject) return exit_error;
  CollocateSpec& spec = options.spec;
  spec.query = options.query;
  spec.window = *window;
  spec.order = order_of(options.order);
  spec.most = options.most;
  if (options.content_words) spec.is_left_out = is_function_word_in(*explored->searcher.words);
  const Items words = items_of(*explored, *subject, kind_of(options.kind));
  return print_explored(
      collocates(*subject, words, places_in(explored->searcher, *query), spec), options,
      tr("geen woord staat daar vaak genoeg bij; geef een lager --min of een groter --venster"));
}

}  // namespace

void add_collocates(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("collocates", "Welke woorden rond een woord, woordgroep of factor staan");
  command.add_option("vraag", options->query, "Zoekvraag: woorden, woordgroepen of factoren")
      .required()
      .type_name("VRAAG");
  command.add_option("--venster", options->window, "Aantal woorden aan elke kant, of zin")
      .type_name("HOEVEEL")
      .capture_default_str();
  command.add_option("--wat", options->kind, "Tel woorden (als lemma) of vormen")
      .type_name("WAT")
      .one_of({"woorden", "vormen", "words", "forms"})
      .capture_default_str();
  command.add_option("--min", options->spec.least, "Minstens zo vaak samen")
      .type_name("N")
      .capture_default_str();
  command.add_flag("--inhoudswoorden", options->content_words,
                   "Laat functiewoorden (de, is, ook) weg");
  command.add_option("--sort", options->order, "logdice, ll, mi of samen")
      .type_name("HOE")
      .one_of({"logdice", "ll", "mi", "samen"})
      .capture_default_str();
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel collocates gemeente --inhoudswoorden\n"
      "  samenspel collocates factor:vertrouwen/faal --venster zin --sort ll\n"
      "  samenspel collocates '\"gedeelde visie\"' --where rol:bestuurder");
  command.callback([options, &session] { session.status = run_collocates(session, *options); });
}

}  // namespace pipeline
