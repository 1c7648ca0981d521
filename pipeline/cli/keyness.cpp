#include "pipeline/explore/keyness.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/exploring.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options : ExploreOptions {
  std::string kind = "woorden", in = "valentie:succes", against, order = "ll", side = "beide",
              unit = "passage";
  KeynessSpec spec;
  bool content_words = false;
};

KeyOrder order_of(const std::string& name) {
  if (name == "log-ratio") return KeyOrder::ratio;
  return name == "simple-maths" ? KeyOrder::simple_maths : KeyOrder::likelihood;
}

KeySide side_of(const std::string& name) {
  if (name == "in") return KeySide::in;
  return name == "tegen" ? KeySide::against : KeySide::both;
}

// Either of the subsets; none where the one is all that the other is not.
std::optional<std::vector<PassageId>> either_of(const KeynessSpec& spec) {
  if (!spec.against) return std::nullopt;
  std::vector<PassageId> either;
  std::ranges::set_union(spec.in, *spec.against, std::back_inserter(either));
  return either;
}

// Where a query stands, of the passages that it finds.
std::optional<std::vector<FoundPlaces>> places_in(const Explored& explored,
                                                  const std::string& query,
                                                  const std::vector<PassageId>& passages) {
  const auto prepared = explored.searcher.search.prepare(query);
  if (!prepared) return std::nullopt;
  return places_of(*explored.searcher.index, *prepared, passages);
}

int run_keyness(const Command& command, const Session& session, Options options) {
  const auto explored = Explored::open(session);
  if (!explored) return exit_error;
  KeynessSpec& spec = options.spec;
  spec.in_query = options.in;
  spec.against_query = options.against;
  spec.most = options.most;
  spec.order = order_of(options.order);
  spec.side = side_of(options.side);
  auto in = explored->passages(options.in);
  if (!in) return exit_error;
  spec.in = std::move(*in);
  if (!options.against.empty()) {
    spec.against = explored->passages(options.against);
    if (!spec.against) return exit_error;
  }
  const auto subject = explored->subject(options, either_of(spec),
                                         fmt::format("({}) OF ({})", options.in, options.against));
  if (!subject) return exit_error;
  const CountedKind kind = kind_of(options.kind);
  if (options.unit == "zin") {
    if (kind == CountedKind::factors) {
      complain(tr("--eenheid zin is voor woorden; factoren worden per passage vergeleken"));
      return exit_error;
    }
    spec.in_places = places_in(*explored, options.in, spec.in);
    if (spec.against) spec.against_places = places_in(*explored, options.against, *spec.against);
  }
  if (options.content_words && kind != CountedKind::factors)
    spec.is_left_out = is_function_word_in(*explored->searcher.words);
  return print_explored(keyness(*subject, items_of(*explored, *subject, kind), spec),
                        {session, command, *explored, *subject}, options,
                        tr("niets komt vaak genoeg voor; geef een lager --min"));
}

}  // namespace

void add_keyness(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "keyness", "Welke woorden of factoren kenmerkend zijn voor een deel van de studie");
  add_kind_option(command, options->kind);
  command.add_option("--in", options->in, "Het ene deel: passages die een zoekvraag vindt")
      .type_name("VRAAG")
      .capture_default_str();
  command
      .add_option("--against", options->against,
                  "Het andere deel (standaard valentie:faal; bij een eigen --in al het andere)")
      .type_name("VRAAG");
  command
      .add_option("--eenheid", options->unit,
                  "Vergelijk hele passages, of alleen zinnen waarin staat wat de vraag zoekt")
      .type_name("WAT")
      .one_of({"passage", "zin"})
      .capture_default_str();
  command.add_option("--min", options->spec.least, "Minstens zo vaak aan een van beide kanten")
      .type_name("N")
      .capture_default_str();
  command.add_flag("--inhoudswoorden", options->content_words,
                   "Laat functiewoorden (de, is, ook) weg");
  command.add_option("--sort", options->order, "ll, log-ratio of simple-maths")
      .type_name("HOE")
      .one_of({"ll", "log-ratio", "simple-maths"})
      .capture_default_str();
  command.add_option("--kant", options->side, "Wat meer voorkomt bij: in, tegen of beide")
      .type_name("KANT")
      .one_of({"beide", "in", "tegen"})
      .capture_default_str();
  command
      .add_option("--constante", options->spec.added,
                  "Simple maths: opgeteld bij beide frequenties per miljoen")
      .type_name("N")
      .above_zero()
      .capture_default_str();
  add_gate_option(command, options->is_strict);
  add_explore_options(command, session, *options);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel keyness --inhoudswoorden --eenheid zin\n"
      "  samenspel keyness --in rol:bestuurder --against rol:wethouder --kant in\n"
      "  samenspel keyness --wat factoren --in uitkomst:mislukt --against uitkomst:geslaagd");
  command.callback([command, options, &session] {
    if (command.count("--in") + command.count("--against") == 0) options->against = "valentie:faal";
    session.status = run_keyness(command, session, *options);
  });
}

}  // namespace pipeline
