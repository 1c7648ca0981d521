#include <fmt/format.h>

#include "pipeline/cli/author.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/matrix_options.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/tables.h"
#include "pipeline/ingest/rating_basis.h"
#include "pipeline/ingest/study_matrix.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/time_now.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/cell.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/rating_tables.h"

namespace pipeline {
namespace {

struct Options : MatrixOptions {
  std::string where, cell, confirm, take_back, rating, reason, author;
  bool shows_cells = false, is_strict = false;
  TableOptions write;
};

// A study with all that a matrix is made from.
struct Opened {
  Study study;
  Store store;
  std::vector<Factor> factors;
  CorpusFacts facts;
  std::optional<RunRecord> run;
};

template <typename T>
std::optional<T> or_complain(Result<T> result) {
  if (result) return std::move(*result);
  complain(result.error());
  return std::nullopt;
}

std::optional<Opened> open(const Session& session) {
  auto study = session.study();
  auto store = study ? session.store(*study) : std::nullopt;
  auto factors = store ? session.factors(*study, *store) : std::nullopt;
  if (!factors) return std::nullopt;
  CorpusFacts facts = store->facts();
  auto run = shown_run(*store);
  return Opened{std::move(*study), std::move(*store), std::move(*factors), std::move(facts),
                std::move(run)};
}

bool take_where(const Session& session, const std::vector<Factor>& factors, Options& options) {
  if (options.where.empty()) return true;
  options.spec.scope.where = passages_found(session, factors, options.where);
  options.spec.scope.where_query = options.where;
  return options.spec.scope.where.has_value();
}

std::optional<RatingMatrix> matrix_of(const Opened& opened, const MatrixSpec& spec) {
  return or_complain(study_matrix(opened.store, opened.facts, opened.factors, spec));
}

struct Place {
  std::size_t row = 0, column = 0;
};

Result<std::size_t> place_named(const Dimension& dimension, const std::string& key) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < dimension.values.size(); ++i) {
    if (dimension.values[i].key == key || dimension.values[i].label == key) return i;
    known.push_back(dimension.values[i].key);
  }
  return failure(
      tr("{} '{}' komt in de matrix niet voor{}", dimension.noun, key, suggest(key, known)),
      tr("cel"));
}

// "factor=vertrouwen,case=westerbeek"
Result<Place> cell_place(const RatingMatrix& matrix, const std::string& text) {
  const auto conditions = parse_cell(text);
  if (!conditions) return tl::unexpected(conditions.error());
  std::optional<std::size_t> row, column;
  for (const CellCondition& it : *conditions) {
    const bool is_factor = it.dimension == "factor";
    if (!is_factor && it.dimension != matrix.columns.name)
      return failure(tr("'{}' is geen kant van deze matrix; geef factor=...,{}=...", it.dimension,
                        matrix.columns.name),
                     tr("cel"));
    const auto found = place_named(is_factor ? matrix.factors : matrix.columns, it.value);
    if (!found) return tl::unexpected(found.error());
    (is_factor ? row : column) = *found;
  }
  if (row && column) return Place{*row, *column};
  return failure(tr("een cel heeft een factor en een {}: factor=...,{}=...", matrix.columns.name,
                    matrix.columns.name),
                 tr("cel"));
}

// What is to be written; an error where something of it is missing.
Result<ConfirmedRating> new_rating(const Options& options, const RatingMatrix& matrix,
                                   const Store& store) {
  const bool takes_back = !options.take_back.empty();
  const auto place = cell_place(matrix, takes_back ? options.take_back : options.confirm);
  if (!place) return tl::unexpected(place.error());
  const RatedCell& cell = matrix.at(place->row, place->column);
  ConfirmedRating rating;
  rating.factor = matrix.factors.values[place->row].key;
  rating.attribute = matrix.columns.name;
  rating.value = matrix.columns.values[place->column].key;
  rating.rating = takes_back ? std::nullopt : rating_named(options.rating);
  if (!takes_back && !rating.rating)
    return failure(
        options.rating.empty()
            ? tr("geef een oordeel: --rating met -2, -1, 0, +1, +2, gemengd of ontbreekt")
            : tr("'{}' is geen oordeel; kies -2, -1, 0, +1, +2, gemengd of ontbreekt",
                 options.rating),
        "--rating");
  if (takes_back && !cell.confirmed)
    return failure(tr("deze cel is niet vastgesteld; er is niets in te trekken"), "--withdraw");
  rating.reason = options.reason;
  if (rating.reason.find_first_not_of(" \t\n") == std::string::npos)
    return failure(tr("geef een reden: een lezer moet het oordeel kunnen volgen"), "--reason");
  rating.author = author_or_user(options.author);
  if (rating.author.empty()) return failure(tr("zeg wie dit vaststelt"), "--by");
  rating.written = time_now();
  rating.basis = rating_basis(store, cell.codings);
  rating.proposal = to_string(cell.proposal);
  return rating;
}

int run_confirm(const Opened& opened, const Options& options) {
  MatrixSpec spec = options.spec;
  spec.empty_factors = true;
  spec.scope = {};
  const auto matrix = matrix_of(opened, spec);
  if (!matrix) return exit_error;
  const auto rating = or_complain(new_rating(options, *matrix, opened.store));
  const auto lock = rating ? or_complain(WriterLock::take(opened.study)) : std::nullopt;
  auto store = lock ? or_complain(Store::open(opened.study.database(), true)) : std::nullopt;
  if (!store) return exit_error;
  store->add_rating(*rating);
  if (rating->rating)
    fmt::print("{}", tr("{} in {}: {} vastgesteld door {} (voorstel was {}).\n",
                        printable(rating->factor), printable(rating->value),
                        word_of(*rating->rating), printable(rating->author), tr(rating->proposal)));
  else
    fmt::print("{}", tr("{} in {}: oordeel ingetrokken; het voorstel is {}.\n",
                        printable(rating->factor), printable(rating->value), tr(rating->proposal)));
  return exit_done;
}

void print_quotations(const Store& store, std::string_view title,
                      const std::vector<CodingId>& codings) {
  if (codings.empty()) return;
  fmt::print("\n{}:\n", title);
  for (const CodingId id : codings)
    if (const auto it = store.coding(id))
      fmt::print("  {}  {}\n{}\n", to_string(id), heading(it->passage),
                 wrapped(printable(it->text), 4, 98));
}

int run_cell(const Opened& opened, const RatingMatrix& matrix, const Options& options) {
  const auto place = or_complain(cell_place(matrix, options.cell));
  if (!place) return exit_error;
  const RatedCell& cell = matrix.at(place->row, place->column);
  fmt::print("{}\n\n",
             tr("{} in {}: {}", printable(matrix.factors.values[place->row].label),
                printable(matrix.columns.values[place->column].label), word_of(cell.rating())));
  fmt::print(
      "{}",
      tr("  succes {}, faal {}, neutraal {}; {}{}\n", cell.success, cell.failure, cell.neutral,
         counted(cell.sources, "spreker of document", "sprekers en documenten"),
         cell.roles.empty()
             ? std::string()
             : fmt::format(" ({})", printable(fmt::format("{}", fmt::join(cell.roles, ", "))))));
  if (const auto& it = cell.confirmed)
    fmt::print(
        "{}", tr("  Vastgesteld door {} op {}: {}\n  Het voorstel was toen {}, en is nu {}.{}\n",
                 printable(it->author), it->written.substr(0, 10), printable(it->reason),
                 tr(it->proposal), word_of(cell.proposal),
                 cell.is_changed ? tr("\n  Let op: teksten of coderingen zijn sindsdien veranderd.")
                                 : ""));
  else
    fmt::print("{}", tr("  Voorstel, niet vastgesteld.\n"));
  print_quotations(opened.store, tr("Sterkste citaten, succes"), cell.successes);
  print_quotations(opened.store, tr("Sterkste citaten, faal"), cell.failures);
  fmt::print("\n");
  for (const std::string& note : rule_notes(options.spec.rule))
    fmt::print("{}\n", wrapped(note, 0, 98));
  return exit_done;
}

std::optional<Table> asked_table(const Session& session, const Opened& opened,
                                 const RatingMatrix& matrix, const Options& options) {
  const MatrixNotes notes{opened.facts, options.spec, opened.run};
  if (!options.outcome.empty()) {
    const auto outcomes = or_complain(case_outcomes(matrix, opened.facts, options.outcome));
    if (!outcomes) return std::nullopt;
    Table table = outcome_table(matrix, *outcomes);
    table.notes.insert(table.notes.begin(), verdict_of(table));
    for (std::string& note : matrix_notes(matrix, notes)) table.notes.push_back(std::move(note));
    return table;
  }
  if (!options.shows_cells) {
    Table table = rating_table(matrix);
    table.notes = matrix_notes(matrix, notes);
    return table;
  }
  ExportGate gate(session, opened.store, is_read_here(options.write), options.is_strict);
  Table table = rating_cells(matrix, notes, [&](CodingId id) {
    const auto it = opened.store.coding(id);
    if (!it) return std::string();
    gate.look_at(it->passage.id, it->text);
    return fmt::format("{} ({})", it->text, heading(it->passage));
  });
  if (!gate.opens()) return std::nullopt;
  return table;
}

int run_matrix(const Command& command, const Session& session, Options options) {
  const auto opened = open(session);
  if (!opened) return exit_error;
  options.spec.rule = options.rule(opened->study.settings.rating);
  if (!options.confirm.empty() || !options.take_back.empty()) return run_confirm(*opened, options);
  if (opened->facts.documents.empty()) {
    complain(nothing_counted(opened->facts, {}, options.spec.scope));
    return exit_nothing_found;
  }
  if (!take_where(session, opened->factors, options)) return exit_error;
  const auto matrix = matrix_of(*opened, options.spec);
  if (!matrix) return exit_error;
  if (!options.cell.empty()) return run_cell(*opened, *matrix, options);
  if (matrix->columns.values.empty() || matrix->factors.values.empty()) {
    complain(matrix->selection.codings.empty()
                 ? nothing_counted(opened->facts, matrix->selection, options.spec.scope)
                 : tr("geen passage heeft een {0}; vul die kolom in cases.csv, of kies een "
                      "ander kenmerk met --columns",
                      options.spec.columns));
    return exit_nothing_found;
  }
  auto table = asked_table(session, *opened, *matrix, options);
  if (!table) return exit_error;
  stamp(*table, command, opened->study, opened->store, opened->facts);
  print_table(*table, options.write);
  return exit_done;
}

void add_confirming(const Command& command, Options& options) {
  const Argument confirm =
      command
          .add_option("--confirm", options.confirm,
                      "Stel een cel vast: factor=ID,case=NAAM, met --rating en --reason")
          .type_name("CEL");
  command
      .add_option("--withdraw", options.take_back, "Trek een vastgesteld oordeel in, met --reason")
      .type_name("CEL")
      .excludes(confirm);
  command.add_option("--rating", options.rating, "Het oordeel: -2 tot +2, gemengd of ontbreekt")
      .type_name("OORDEEL")
      .needs(confirm);
  command.add_option("--reason", options.reason, "Waarom").type_name("TEKST");
  command.add_option("--by", options.author, "Wie het vaststelt (standaard: $USER)")
      .type_name("NAAM");
}

}  // namespace

void add_matrix(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "matrix", "Oordeel per factor en case (-2 tot +2), met voorstel, citaten en vaststellen");
  command.add_flag("--cells", options->shows_cells,
                   "Een regel per cel: aantallen, sprekers, rollen, citaten, wie en waarom");
  command.add_option("--cell", options->cell, "Toon een cel: factor=ID,case=NAAM").type_name("CEL");
  command
      .add_option("--outcome", options->outcome,
                  "Welke factoren onderscheiden cases naar een kenmerk: uitkomst, of "
                  "uitkomst=goed,mislukt")
      .type_name("KENMERK");
  add_confirming(command, *options);
  add_matrix_options(command, *options);
  command.add_flag("--interviewers", options->spec.scope.interviewers, "Tel interviewers mee");
  command.add_option("--coder", options->spec.scope.coder, "Alleen coderingen van deze codeur")
      .type_name("NAAM");
  command.add_option("--where", options->where, "Alleen passages die een zoekvraag vindt")
      .type_name("VRAAG");
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel matrix --study mijn-studie\n"
      "  samenspel matrix --cell factor=vertrouwen,case=westerbeek\n"
      "  samenspel matrix --confirm factor=vertrouwen,case=westerbeek --rating +1 --reason 'Pas na "
      "het tweede jaar'\n"
      "  samenspel matrix --outcome uitkomst=goed,mislukt\n"
      "  samenspel matrix --cells --uitvoer matrix.xlsx");
  command.callback(
      [command, options, &session] { session.status = run_matrix(command, session, *options); });
}

}  // namespace pipeline
