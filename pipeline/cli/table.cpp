#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/number.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/report/cell.h"
#include "pipeline/report/frequency.h"

namespace pipeline {
namespace {

struct Options {
  FrequencySpec spec;
  std::string count = "codings", valence = "split", where, cell;
  TableOptions write;
};

// A table needs store and lexicon; the index only where a query restricts it.
std::optional<std::vector<PassageId>> passages_of(const Session& session,
                                                  const std::string& query) {
  const auto searcher = Searcher::open(session);
  if (!searcher) return std::nullopt;
  const auto prepared = searcher->search.prepare(query);
  if (prepared) return searcher->search.all(*prepared);
  complain_about_query(query, prepared.error());
  return std::nullopt;
}

int print_cell(const Store& store, const std::vector<CodingId>& codings,
               const std::string& format) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  const bool colour = wants_colour();
  for (const CodingId id : codings) {
    const auto it = store.coding(id);
    if (!it) continue;
    if (format == "json") {
      const auto document = store.load(document_of(id));
      list.push_back(to_json(*it, document->document.source));
      continue;
    }
    fmt::print("{}  {} · {} · {}\n", to_string(id), it->coding.factor,
               coloured(it->coding.valence, colour), heading(it->passage));
    std::string text = it->text;
    std::ranges::replace(text, '\n', ' ');
    fmt::print("{}\n\n", wrapped(text, 4, 98));
  }
  if (format == "json")
    fmt::print("{}\n", nlohmann::ordered_json{{"format", "samenspel-codings"},
                                              {"version", 1},
                                              {"total", codings.size()},
                                              {"codings", list}}
                           .dump(2));
  else
    fmt::print("{}\n", counted(codings.size(), "codering", "coderingen"));
  return codings.empty() ? exit_nothing_found : exit_done;
}

template <typename T>
bool take(Result<T> from, T& to) {
  if (from)
    to = std::move(*from);
  else
    complain(from.error());
  return from.has_value();
}

int run_cell(const Store& store, const Lexicon& lexicon, const Options& options) {
  std::vector<CellCondition> conditions;
  std::vector<CodingId> codings;
  const CorpusFacts facts = store.facts();
  if (!take(parse_cell(options.cell), conditions) ||
      !take(cell(facts, lexicon.factors, conditions, options.spec.scope), codings))
    return exit_error;
  return print_cell(store, codings, options.write.format);
}

int run_table(const Session& session, Options options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  const auto lexicon = store ? session.lexicon(study->lexicon()) : std::nullopt;
  if (!lexicon || !take(count_unit_of(options.count), options.spec.unit) ||
      !take(valence_view_of(options.valence), options.spec.valence))
    return exit_error;
  if (!options.where.empty()) {
    options.spec.scope.where = passages_of(session, options.where);
    options.spec.scope.where_query = options.where;
    if (!options.spec.scope.where) return exit_error;
  }
  if (!options.cell.empty()) return run_cell(*store, *lexicon, options);
  Table table;
  const CorpusFacts facts = store->facts();
  if (!take(frequency(facts, lexicon->factors, options.spec, store->last_run()), table))
    return exit_error;
  print_table(table, options.write);
  return facts.codings.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_table(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  FrequencySpec& spec = options->spec;
  CLI::App* command = app.add_subcommand("table", "Tel factoren in een tabel");
  command
      ->add_option("--rows", spec.rows,
                   "Rijen: factor, thema, valentie, document, spreker of een kenmerk")
      ->type_name("WAT")
      ->capture_default_str();
  command->add_option("--columns", spec.columns, "Kolommen: idem, zoals case, rol of partij")
      ->type_name("WAT");
  command
      ->add_option("--count", options->count,
                   "Tel codings, sentences, passages, speakers, documents of cases")
      ->type_name("EENHEID")
      ->capture_default_str();
  command
      ->add_option("--valence", options->valence,
                   "split (naast elkaar), sum (samen) of balance (saldo)")
      ->type_name("HOE")
      ->capture_default_str();
  command->add_flag("--per-1000", spec.per_thousand_words,
                    "Ook per 1.000 woorden van respondenten");
  command->add_flag("--share", spec.document_share, "Ook het aandeel van de documenten");
  command->add_flag("--all-factors", spec.empty_factors, "Ook factoren waar niemand over sprak");
  command->add_flag("--interviewers", spec.scope.interviewers, "Tel interviewers mee");
  command->add_option("--coder", spec.scope.coder, "Alleen coderingen van deze codeur")
      ->type_name("NAAM");
  command->add_option("--where", options->where, "Alleen passages die een zoekvraag vindt")
      ->type_name("VRAAG");
  command
      ->add_option("--cell", options->cell, "Toon de citaten achter een cel: factor=ID,case=NAAM")
      ->type_name("CEL");
  add_study_option(*command, session);
  add_table_options(*command, options->write);
  command->footer(
      "Voorbeelden:\n"
      "  samenspel table --columns case\n"
      "  samenspel table --columns rol --count speakers --valence balance\n"
      "  samenspel table --columns case --where 'rol:bestuurder' --format csv > tabel.csv\n"
      "  samenspel table --cell factor=vertrouwen,case=westerbeek,valentie=faal");
  command->callback([options, &session] { session.status = run_table(session, *options); });
}

}  // namespace pipeline
