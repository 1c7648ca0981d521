#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/number.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/report/cell.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  FrequencySpec spec;
  std::string count = "codings", valence = "split", where, cell;
  TableOptions write;
  bool is_strict = false;
};

// A table needs store and factors; the index only where a query restricts it.
std::optional<std::vector<PassageId>> passages_of(const Session& session,
                                                  const std::vector<Factor>& factors,
                                                  const std::string& query) {
  const auto searcher = Searcher::open(session, factors);
  if (!searcher) return std::nullopt;
  const auto prepared = searcher->search.prepare(query);
  if (prepared) return searcher->search.all(*prepared);
  complain_about_query(query, prepared.error());
  return std::nullopt;
}

void print_cell_text(const Store& store, const std::vector<CodingId>& codings) {
  const bool colour = wants_colour();
  for (const CodingId id : codings)
    if (const auto it = store.coding(id))
      fmt::print("{}  {} · {} · {}\n{}\n\n", to_string(id), it->coding.factor,
                 coloured(it->coding.valence, colour), heading(it->passage),
                 wrapped(printable(it->text), 4, 98));
  fmt::print("{}\n", counted(codings.size(), "codering", "coderingen"));
}

// Codings of a document stand together, so that each is read once.
void print_cell_json(const Store& store, const std::vector<CodingId>& codings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (auto id = codings.begin(); id != codings.end();) {
    const DocumentId document = document_of(*id);
    const auto stored = store.load(document);
    const CodePoints source(stored ? std::string_view(stored->document.source) : "");
    for (; id != codings.end() && document_of(*id) == document; ++id)
      if (const auto it = stored ? store.coding(*id) : std::nullopt)
        list.push_back(to_json(*it, source));
  }
  print_json({{"format", "samenspel-codings"},
              {"version", 1},
              {"total", codings.size()},
              {"codings", list}});
}

Table cell_table(const Store& store, const std::vector<CodingId>& codings) {
  Table table{"Coderingen",
              {{"id", "nr"},
               {"factor", "factor"},
               {"valentie", "valentie"},
               {"modaliteit", "modaliteit"},
               {"document", "document"},
               {"spreker", "spreker"},
               {"tekst", "tekst"}},
              {},
              {}};
  for (const CodingId id : codings)
    if (const auto it = store.coding(id))
      table.rows.push_back(
          {{to_string(id), it->coding.factor, std::string(to_string(it->coding.valence)),
            std::string(to_string(it->coding.modality)), it->passage.path, it->passage.speaker,
            it->text}});
  return table;
}

int print_cell(const Store& store, const std::vector<CodingId>& codings,
               const TableOptions& options) {
  if (options.format == "json")
    print_cell_json(store, codings);
  else if (options.format == "tekst")
    print_cell_text(store, codings);
  else
    print_table(cell_table(store, codings), options);
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

int run_cell(const Session& session, const Store& store, const std::vector<Factor>& factors,
             const Options& options) {
  std::vector<CellCondition> conditions;
  std::vector<CodingId> codings;
  const CorpusFacts facts = store.facts();
  if (!take(parse_cell(options.cell), conditions) ||
      !take(cell(facts, factors, conditions, options.spec.scope), codings))
    return exit_error;
  ExportGate gate(session, store, options.write.output.empty() ? options.write.format : "bestand",
                  options.is_strict);
  for (const CodingId id : codings)
    if (const auto it = store.coding(id)) gate.look_at(it->passage.id, it->text);
  return gate.opens() ? print_cell(store, codings, options.write) : static_cast<int>(exit_error);
}

int run_table(const Session& session, Options options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  const auto factors = store ? session.factors(*study, *store) : std::nullopt;
  if (!factors || !take(count_unit_of(options.count), options.spec.unit) ||
      !take(valence_view_of(options.valence), options.spec.valence))
    return exit_error;
  if (!options.where.empty()) {
    options.spec.scope.where = passages_of(session, *factors, options.where);
    options.spec.scope.where_query = options.where;
    if (!options.spec.scope.where) return exit_error;
  }
  if (!options.cell.empty()) return run_cell(session, *store, *factors, options);
  Table table;
  const CorpusFacts facts = store->facts();
  if (!take(frequency(facts, *factors, options.spec, store->last_run()), table)) return exit_error;
  print_table(table, options.write);
  std::vector<CodingId> counted_codings;
  if (!take(cell(facts, *factors, {}, options.spec.scope), counted_codings)) return exit_error;
  if (!counted_codings.empty()) return exit_done;
  complain("er is niets te tellen: geen enkele codering hoort bij deze vraag");
  return exit_nothing_found;
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
  command
      ->add_option("--coder", spec.scope.coder,
                   "Alleen coderingen van deze codeur: een naam, of lexicon, learned, combined, "
                   "settled (wat mensen "
                   "codeerden of aanvaardden)")
      ->type_name("NAAM");
  command->add_option("--where", options->where, "Alleen passages die een zoekvraag vindt")
      ->type_name("VRAAG");
  command
      ->add_option("--cell", options->cell, "Toon de citaten achter een cel: factor=ID,case=NAAM")
      ->type_name("CEL");
  add_gate_option(*command, options->is_strict);
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
