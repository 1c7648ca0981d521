#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/cell.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  FrequencySpec spec;
  std::string count = "codings", valence = "split", where, cell, test;
  std::vector<std::string> shares;
  TableOptions write;
  bool is_strict = false;
};

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
  Table table{tr("Coderingen"),
              {{"id", tr("nr")},
               {"factor", tr("factor")},
               {"valentie", tr("valentie")},
               {"modaliteit", tr("modaliteit")},
               {"document", tr("document")},
               {"spreker", tr("spreker")},
               {"tekst", tr("tekst")}},
              {},
              {}};
  for (const CodingId id : codings)
    if (const auto it = store.coding(id))
      table.rows.push_back(
          {{to_string(id), it->coding.factor, word_of(it->coding.valence),
            word_of(it->coding.modality), it->passage.path, it->passage.speaker, it->text}});
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
  ExportGate gate(session, store, is_read_here(options.write), options.is_strict);
  for (const CodingId id : codings)
    if (const auto it = store.coding(id)) gate.look_at(it->passage.id, it->text);
  return gate.opens() ? print_cell(store, codings, options.write) : static_cast<int>(exit_error);
}

bool take_spec(Options& options) {
  FrequencySpec& spec = options.spec;
  if (!take(count_unit_of(options.count), spec.unit) ||
      !take(valence_view_of(options.valence), spec.valence))
    return false;
  for (const std::string& name : options.shares)
    if (Share share{}; take(share_of(name.empty() ? "documents" : name), share))
      spec.shares.push_back(share);
    else
      return false;
  return true;
}

int run_table(const Command& command, const Session& session, Options options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  const auto factors = store ? session.factors(*study, *store) : std::nullopt;
  if (!factors || !take_spec(options)) return exit_error;
  if (!options.where.empty()) {
    // A table needs store and factors; the index only where a query restricts it.
    options.spec.scope.where = passages_found(session, *factors, options.where);
    options.spec.scope.where_query = options.where;
    if (!options.spec.scope.where) return exit_error;
  }
  if (!options.cell.empty()) return run_cell(session, *store, *factors, options);
  Table table;
  const CorpusFacts facts = store->facts();
  if (!take(frequency(facts, *factors, options.spec, shown_run(*store)), table)) return exit_error;
  stamp(table, command, *study, *store, facts);
  print_table(table, options.write);
  Selection selection;
  if (!take(select(facts, options.spec.scope), selection)) return exit_error;
  if (!selection.codings.empty()) return exit_done;
  complain(nothing_counted(facts, selection, options.spec.scope));
  return exit_nothing_found;
}

}  // namespace

void add_table(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  FrequencySpec& spec = options->spec;
  const Command command = app.add_subcommand("table", "Tel factoren in een tabel");
  command
      .add_option(
          "--rows", spec.rows,
          "Rijen: factor, thema, valentie, modaliteit, document, spreker, codeur, een "
          "kenmerk, een periode (datum:jaar, :kwartaal, :maand) of verloop:derden, :tienden")
      .type_name("WAT")
      .capture_default_str();
  command.add_option("--columns", spec.columns, "Kolommen: idem, zoals case, rol of partij")
      .type_name("WAT");
  command
      .add_option("--count", options->count,
                  "Tel codings, sentences, passages, speakers, documents of cases")
      .type_name("EENHEID")
      .capture_default_str();
  command
      .add_option("--valence", options->valence,
                  "split (naast elkaar), sum (samen), balance (saldo) of mixed (gemengd)")
      .type_name("HOE")
      .capture_default_str();
  command.add_flag("--per-1000", spec.per_thousand_words, "Ook per 1.000 woorden van respondenten");
  command
      .add_option("--share", options->shares,
                  "Ook het aandeel: rows (van de rij), columns (van de kolom), documents of cases "
                  "(daarvan, met interval); vaker mag")
      .type_name("WAARVAN")
      .expected(0, 1)
      .take_all();
  command
      .add_option("--minimum", spec.minimum,
                  "Merk getallen die op minder berusten, ook gesplitste aantallen; 0: geen")
      .type_name("N")
      .between(0, 1'000'000)
      .capture_default_str();
  command
      .add_option("--test", options->test,
                  "Toets elke rij en het geheel: permutatie (van documenten of sprekers, waar het "
                  "kan) of onafhankelijk (chi-kwadraat, of Fisher)")
      .type_name("HOE")
      .expected(0, 1)
      .one_of({"", "permutatie", "onafhankelijk"});
  command.add_flag("--all-factors", spec.empty_factors, "Ook factoren waar niemand over sprak");
  command.add_flag("--interviewers", spec.scope.interviewers, "Tel interviewers mee");
  command
      .add_option("--coder", spec.scope.coder,
                  "Alleen coderingen van deze codeur: een naam, of lexicon, learned, combined, "
                  "settled (wat mensen "
                  "codeerden of aanvaardden)")
      .type_name("NAAM");
  command.add_option("--where", options->where, "Alleen passages die een zoekvraag vindt")
      .type_name("VRAAG");
  command.add_option("--cell", options->cell, "Toon de citaten achter een cel: factor=ID,case=NAAM")
      .type_name("CEL");
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel table --columns case\n"
      "  samenspel table --columns rol --count speakers --valence balance\n"
      "  samenspel table --columns uitkomst --valence sum --share columns --test\n"
      "  samenspel table --columns datum:kwartaal --share documents\n"
      "  samenspel table --columns case --where 'rol:bestuurder' --format csv > tabel.csv\n"
      "  samenspel table --cell factor=vertrouwen,case=westerbeek,valentie=faal");
  command.callback([command, options, &session] {
    options->spec.marks_counts = command.count("--minimum") > 0;
    if (command.count("--test") > 0)
      options->spec.test =
          options->test == "onafhankelijk" ? TableTest::independent : TableTest::automatic;
    session.status = run_table(command, session, *options);
  });
}

}  // namespace pipeline
