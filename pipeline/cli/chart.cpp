#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "pipeline/chart/of_facts.h"
#include "pipeline/chart/of_matrix.h"
#include "pipeline/chart/of_table.h"
#include "pipeline/chart/png.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/counting.h"
#include "pipeline/cli/matrix_options.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/origin_file.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/ingest/study_matrix.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/rating_tables.h"

namespace pipeline {
namespace {

struct Options {
  ScopeOptions scope;
  FrequencySpec spec;
  MatrixOptions matrix;
  std::string count = "codings", valence = "sum", order = "table";
  std::string factor, date = "datum", period = "passend";
  std::size_t most = 40;
  std::uint64_t least = 2;
  std::string output, title;
  bool overwrites = false, has_no_notes = false, has_empty = false;
  bool has_origin = true;  // a PNG gets a file beside it with its record
  double zoom = 3;
};

bool is_empty(const DivergingBars& chart) {
  return std::ranges::all_of(chart.rows, [](const DivergingBars::Row& row) {
    return row.success + row.failure + row.neutral == 0;
  });
}

bool is_empty(const HeatMap& chart) {
  return std::ranges::all_of(chart.rows, [](const HeatMap::Row& row) {
    return std::ranges::none_of(row.cells,
                                [](const HeatMap::Cell& cell) { return cell.value.has_value(); });
  });
}

bool is_empty(const RatingGrid& chart) {
  return chart.rows.empty() || chart.columns.empty();
}

bool is_empty(const Network& chart) {
  return chart.nodes.empty();
}

bool is_empty(const Strips& chart) {
  return std::ranges::all_of(chart.rows, [](const Strips::Row& row) { return row.marks.empty(); });
}

bool is_empty(const Timeline& chart) {
  return chart.is_empty();
}

// By which `verify` makes it again; nothing in the line is escaped by XML.
std::string with_record(std::string svg, const std::string& record) {
  const std::size_t end = svg.rfind("</svg>");
  return svg.insert(end, "<metadata>" + record + "</metadata>\n");
}

int write(std::string svg, const std::string& record, const Options& options) {
  svg = with_record(std::move(svg), record);
  if (options.output.empty()) {
    fmt::print("{}", svg);
    return exit_done;
  }
  if (std::filesystem::path(options.output).extension() != ".png") {
    write_output(options.output, svg);
    return exit_done;
  }
  const auto png = png_of(svg, options.zoom);
  if (png) write_output(options.output, *png);
  if (png && options.has_origin) write_origin(options.output, {"png", {record}});
  if (!png) complain(png.error());
  return png ? exit_done : exit_error;
}

template <typename Chart>
int finish(Result<Chart> chart, const Counting& counting, const Command& command,
           const Options& options) {
  if (!chart) {
    complain(chart.error());
    return exit_error;
  }
  if (is_empty(*chart)) {
    complain(tr("er is niets te tekenen: geen enkele codering hoort bij deze vraag"));
    return exit_nothing_found;
  }
  const auto font = Font::open();
  if (!font) {
    complain(font.error());
    return exit_error;
  }
  if (!options.title.empty()) chart->text.title = options.title;
  if (options.has_no_notes) chart->text.notes.clear();
  const std::string svg = draw(*chart, *font);
  return write(svg, record_line(command, counting.study, counting.store, counting.facts, svg),
               options);
}

Result<DivergingBars> make_bars(const Counting& counting, const Options& options) {
  FrequencySpec spec = options.spec;
  spec.scope = counting.scope;
  const auto unit = count_unit_of(options.count);
  if (!unit) return tl::unexpected(unit.error());
  spec.unit = *unit;
  const auto table = frequency(counting.facts, counting.factors, spec, shown_run(counting.store));
  if (!table) return tl::unexpected(table.error());
  const std::map<std::string, RowOrder> orders{
      {"tabel", RowOrder::table}, {"aantal", RowOrder::count}, {"saldo", RowOrder::balance}};
  return bars_of(*table, orders.at(options.order));
}

Result<HeatMap> make_heat_map(const Counting& counting, const Options& options) {
  FrequencySpec spec = options.spec;
  spec.scope = counting.scope;
  const auto unit = count_unit_of(options.count);
  const auto view = valence_view_of(options.valence);
  if (!unit) return tl::unexpected(unit.error());
  if (!view) return tl::unexpected(view.error());
  spec.unit = *unit;
  spec.valence = *view == ValenceView::balance ? ValenceView::split : *view;
  const auto table = frequency(counting.facts, counting.factors, spec, shown_run(counting.store));
  if (!table) return tl::unexpected(table.error());
  return *view == ValenceView::balance ? balance_map_of(*table) : heat_map_of(*table);
}

Result<RatingGrid> make_matrix(const Counting& counting, const Options& options) {
  MatrixSpec spec = options.matrix.spec;
  spec.scope = counting.scope;
  spec.rule = options.matrix.rule(counting.study.settings.rating);
  const auto matrix = study_matrix(counting.store, counting.facts, counting.factors, spec);
  if (!matrix) return tl::unexpected(matrix.error());
  std::optional<CaseOutcomes> outcomes;
  if (!options.matrix.outcome.empty()) {
    auto found = case_outcomes(*matrix, counting.facts, options.matrix.outcome);
    if (!found) return tl::unexpected(found.error());
    outcomes = std::move(*found);
  }
  GridOrder order = grid_order(
      *matrix, outcomes, options.order == "oordeel" ? FactorOrder::rating : FactorOrder::table);
  std::vector<std::string> notes;
  if (options.order == "verschil") {
    if (!outcomes)
      return failure(tr("geef een kenmerk waarnaar cases verschillen: --outcome uitkomst"),
                     "--volgorde");
    const Table comparison = outcome_table(*matrix, *outcomes);
    order.factors = factors_as_in(*matrix, comparison);
    notes = {tr("Factoren die het meest verschillen naar {} staan boven.", outcomes->attribute) +
             " " + verdict_of(comparison)};
  }
  RatingGrid chart = grid_of(*matrix, outcomes, order);
  chart.text.notes = std::move(notes);
  for (std::string& note :
       matrix_notes(*matrix, {counting.facts, spec, shown_run(counting.store)}, CellMarks::none))
    chart.text.notes.push_back(std::move(note));
  return chart;
}

Result<Subject> subject_of(const Counting& counting) {
  return pipeline::subject_of(counting.facts, counting.factors, shown_run(counting.store),
                              counting.scope);
}

Result<Network> make_network(const Counting& counting, const Options& options) {
  if (const auto unit = count_unit_of(options.count); unit && *unit == CountUnit::codings)
    return failure(
        tr("in een codering staat maar één factor; kies zinnen, passages of documenten"));
  const auto in = together_in(options.count);
  if (!in) return failure(in.error().message, "--count");
  const auto subject = subject_of(counting);
  if (!subject) return tl::unexpected(subject.error());
  return network_of(*subject, {*in, options.most, options.least});
}

Result<Strips> make_strips(const Counting& counting, const Options& options) {
  const auto subject = subject_of(counting);
  if (!subject) return tl::unexpected(subject.error());
  return strips_of(*subject, {options.factor, options.has_empty});
}

Result<Timeline> make_timeline(const Counting& counting, const Options& options) {
  const std::map<std::string, PeriodLength> lengths{{"passend", PeriodLength::fitting},
                                                    {"maand", PeriodLength::month},
                                                    {"kwartaal", PeriodLength::quarter},
                                                    {"jaar", PeriodLength::year}};
  const auto subject = subject_of(counting);
  if (!subject) return tl::unexpected(subject.error());
  return timeline_of(*subject, {options.factor, options.date, lengths.at(options.period)});
}

void add_output_options(const Command& command, Options& options) {
  command
      .add_option("--uitvoer,-o", options.output,
                  "Schrijf naar een bestand: .svg of .png (zonder: SVG op standaarduitvoer)")
      .type_name("BESTAND");
  command.add_flag("--overschrijf,--force", options.overwrites, "Ook als dat bestand al bestaat");
  command.add_flag("!--zonder-herkomst", options.has_origin,
                   "PNG: geen BESTAND.herkomst.json ernaast, waarmee verify werkt");
  command.add_option("--titel", options.title, "Titel boven de grafiek").type_name("TEKST");
  command.add_flag("--zonder-noten", options.has_no_notes,
                   "Zonder verantwoording eronder (zet die dan in het bijschrift)");
  command.add_option("--zoom", options.zoom, "PNG: beeldpunten per punt van de tekening")
      .type_name("N")
      .within(1.0, 8.0)
      .capture_default_str();
}

void check_form(const Options& options) {
  if (options.output.empty()) return;
  check_output(options.output, options.overwrites);
  const std::string ending = std::filesystem::path(options.output).extension().string();
  if (ending != ".svg" && ending != ".png")
    refuse_option("--uitvoer", tr("{}: een grafiek is .svg of .png; geef het bestand zo'n naam",
                                  options.output));
  if (ending == ".png" && options.has_origin) check_origin(options.output, options.overwrites);
}

template <typename Make>
Command add_kind(const Command& chart, Session& session, const std::shared_ptr<Options>& options,
                 const char* name, const char* dutch, const std::string& what, Make make) {
  const Command command = chart.add_subcommand(name, what).alias(dutch);
  add_scope_options(command, options->scope);
  add_output_options(command, *options);
  add_study_option(command, session);
  command.parse_complete_callback([options] { check_form(*options); });
  command.callback([options, command, make, &session] {
    const auto counting = open_to_count(session, options->scope);
    session.status = exit_error;
    if (!counting) return;
    if (counting->facts.documents.empty()) {
      complain(nothing_counted(counting->facts, {}, counting->scope));
      session.status = exit_nothing_found;
      return;
    }
    session.status = finish(make(*counting, *options), *counting, command, *options);
  });
  return command;
}

void add_count_option(const Command& command, Options& options) {
  command
      .add_option("--count", options.count,
                  "Tel codings, sentences, passages, speakers, documents of cases")
      .type_name("EENHEID")
      .capture_default_str();
}

void add_rows_option(const Command& command, Options& options) {
  command.add_option("--rows", options.spec.rows, "Rijen: factor, thema of een kenmerk")
      .type_name("WAT")
      .capture_default_str();
}

void add_bars(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  options->order = "aantal";
  const Command command =
      add_kind(chart, session, options, "bars", "balken",
               tr("Faal naar links, succes naar rechts, per factor"), make_bars);
  add_rows_option(command, *options);
  add_count_option(command, *options);
  command.add_option("--volgorde", options->order, "tabel, aantal (meeste eerst) of saldo")
      .type_name("HOE")
      .one_of({"tabel", "aantal", "saldo"})
      .capture_default_str();
}

void add_heat_map(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  options->spec.columns = "case";
  const Command command =
      add_kind(chart, session, options, "heatmap", "warmtekaart",
               tr("Hoe vaak, of met welk saldo: factor bij kenmerk"), make_heat_map);
  add_rows_option(command, *options);
  command.add_option("--columns", options->spec.columns, "Kolommen: idem, zoals case of rol")
      .type_name("WAT")
      .capture_default_str();
  add_count_option(command, *options);
  command.add_option("--valence", options->valence, "sum (aantal) of balance (saldo)")
      .type_name("HOE")
      .one_of({"sum", "balance", "samen", "saldo"})
      .capture_default_str();
}

void add_matrix_chart(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  options->order = "tabel";
  const Command command =
      add_kind(chart, session, options, "matrix", "oordelen",
               tr("Het oordeel per factor en case, van -2 tot +2"), make_matrix);
  add_matrix_options(command, options->matrix);
  command
      .add_option("--outcome", options->matrix.outcome,
                  "Orden de cases naar een kenmerk: uitkomst, of uitkomst=goed,mislukt")
      .type_name("KENMERK");
  command
      .add_option("--volgorde", options->order,
                  "Factoren als in de tabel, naar oordeel (hoogste eerst), of naar verschil "
                  "tussen uitkomsten: tabel, oordeel of verschil")
      .type_name("HOE")
      .one_of({"tabel", "oordeel", "verschil"})
      .capture_default_str();
}

void add_network(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  options->count = "passages";
  const Command command = add_kind(chart, session, options, "network", "netwerk",
                                   tr("Welke factoren samen worden genoemd"), make_network);
  command
      .add_option("--count", options->count,
                  "Samen in sentences, passages, turns, speakers, documents of cases")
      .type_name("EENHEID")
      .capture_default_str();
  command.add_option("--lijnen", options->most, "Hoeveel lijnen, de sterkste")
      .type_name("N")
      .between(1, 1000)
      .capture_default_str();
  command.add_option("--minstens", options->least, "Alleen wat zo vaak samen staat")
      .type_name("N")
      .between(1, 1'000'000)
      .capture_default_str();
}

void add_factor_option(const Command& command, Options& options) {
  command.add_option("--factor", options.factor, "Alleen deze factor (standaard: alle)")
      .type_name("FACTOR");
}

void add_strips(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = add_kind(chart, session, options, "strips", "stroken",
                                   tr("Waar in elk document een factor staat"), make_strips);
  add_factor_option(command, *options);
  command.add_flag("--alle", options->has_empty, "Ook documenten waar hij niet in staat");
}

void add_timeline_chart(const Command& chart, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = add_kind(chart, session, options, "timeline", "tijdlijn",
                                   tr("Succes en faal door de tijd"), make_timeline);
  add_factor_option(command, *options);
  command.add_option("--datum", options->date, "Kenmerk met de datum")
      .type_name("KENMERK")
      .capture_default_str();
  command.add_option("--periode", options->period, "maand, kwartaal, jaar, of wat past")
      .type_name("HOE")
      .one_of({"passend", "maand", "kwartaal", "jaar"})
      .capture_default_str();
}

}  // namespace

void add_chart(const Command& app, Session& session) {
  const Command command = app.add_subcommand("chart", "Teken een grafiek als SVG of PNG");
  command.require_subcommand();
  add_bars(command, session);
  add_heat_map(command, session);
  add_matrix_chart(command, session);
  add_network(command, session);
  add_strips(command, session);
  add_timeline_chart(command, session);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel chart bars -o balken.svg\n"
      "  samenspel chart heatmap --columns rol -o warmtekaart.png\n"
      "  samenspel chart matrix --outcome uitkomst --volgorde verschil -o oordelen.svg\n"
      "  samenspel chart network --count sentences -o netwerk.svg\n"
      "  samenspel chart strips --factor vertrouwen -o stroken.svg\n"
      "  samenspel chart timeline --periode kwartaal -o tijdlijn.svg\n"
      "'samenspel chart SOORT --help' noemt wat erbij kan.");
}

}  // namespace pipeline
