#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/explore/word_list.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  std::string kind = "woorden", order = "aantal";
  WordListSpec spec;
  bool content_words = false, coverage = false;
};

WordOrder order_of(const std::string& name) {
  if (name == "documenten") return WordOrder::spread;
  return name == "alfabet" ? WordOrder::alphabet : WordOrder::count;
}

// The words of all evidence.
Touched touched_in(const Searcher& searcher) {
  const auto any = searcher.search.prepare("valentie:succes OF valentie:faal OF valentie:neutraal");
  return {any ? places_in(searcher, *any) : std::vector<FoundPlaces>{},
          is_function_word_in(*searcher.words)};
}

int run_words(const Session& session, Options options) {
  const auto explored = Explored::open(session);
  const auto subject = explored ? explored->subject(options) : std::nullopt;
  if (!subject) return exit_error;
  WordListSpec& spec = options.spec;
  spec.order = order_of(options.order);
  spec.most = options.most;
  if (options.content_words) spec.is_left_out = is_function_word_in(*explored->searcher.words);
  if (options.coverage) spec.touched = touched_in(explored->searcher);
  const Items words = items_of(*explored, *subject, kind_of(options.kind));
  return print_explored(
      word_list(*subject, words, spec), options,
      tr("geen woord komt zo vaak voor; geef een lager --min of een ruimere --where"));
}

}  // namespace

void add_words(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("words", "Welke woorden en woordgroepen er staan, en hoe vaak");
  command.add_option("--wat", options->kind, "Tel woorden (als lemma) of vormen")
      .type_name("WAT")
      .one_of({"woorden", "vormen", "words", "forms"})
      .capture_default_str();
  const auto length =
      command.add_option("--lengte", options->spec.length, "Groepen van zoveel woorden, 1 tot 4")
          .type_name("N")
          .between(1, longest_ngram)
          .capture_default_str();
  command.add_option("--min", options->spec.least, "Wat minstens zo vaak voorkomt")
      .type_name("N")
      .capture_default_str();
  command.add_flag(
      "--inhoudswoorden", options->content_words,
      "Laat functiewoorden (de, is, ook) weg, en groepen die ermee beginnen of eindigen");
  command
      .add_flag("--dekking", options->coverage,
                "Ook hoe vaak een woord geraakt is: een codering erop berust")
      .excludes(length);
  command.add_option("--sort", options->order, "aantal, documenten of alfabet")
      .type_name("HOE")
      .one_of({"aantal", "documenten", "alfabet"})
      .capture_default_str();
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel words --inhoudswoorden --dekking\n"
      "  samenspel words --lengte 3 --min 3 --where rol:bestuurder\n"
      "  samenspel words --wat vormen --aantal 0 -o woorden.csv");
  command.callback([options, &session] { session.status = run_words(session, *options); });
}

}  // namespace pipeline
