#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/counting.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/origin_file.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/cli/output_folder.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/data_folder.h"
#include "pipeline/publish/matrix.h"
#include "pipeline/publish/quotation_table.h"
#include "pipeline/publish/quote_report.h"
#include "pipeline/report/cell.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/scope.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

struct Options {
  ScopeOptions scope;
  std::string by = "document", values = "counts", output, cell, title = tr("Citaten per factor");
  std::size_t around = 300;
  bool overwrites = false, is_strict = false;
  bool has_origin = true;  // a file without notes gets another beside it that has them
};

void write_data(const Counting& counting, const Command& command, const Options& options,
                const DataSet& set, const std::string& name) {
  write_folder(options.output, data_folder(set, name,
                                           record_line(set.table, command, counting.study,
                                                       counting.store, counting.facts)));
}

int run_matrix(const Command& command, const Session& session, const Options& options) {
  const auto counting = open_to_count(session, options.scope);
  if (!counting) return exit_error;
  const std::map<std::string, MatrixUnit> units{{"document", MatrixUnit::documents},
                                                {"case", MatrixUnit::cases},
                                                {"speaker", MatrixUnit::speakers},
                                                {"spreker", MatrixUnit::speakers}};
  const bool is_present = options.values == "present" || options.values == "aanwezig";
  const auto made =
      matrix(counting->facts, counting->factors,
             {units.at(options.by), is_present ? MatrixValues::present : MatrixValues::counts,
              counting->scope},
             shown_run(counting->store));
  if (!made) {
    complain(made.error());
    return exit_error;
  }
  if (made->table.rows.empty()) {
    complain(tr("er is niets te exporteren: geen enkele passage hoort bij deze vraag"));
    return exit_nothing_found;
  }
  write_data(*counting, command, options, *made, "matrix");
  return exit_done;
}

// The long table for a program of statistics.
DataSet data_set(Table table) {
  DataSet set{std::move(table), {}};
  for (const Column& column : set.table.columns) {
    VariableKind kind = VariableKind::text;
    if (column.name == "begin_s") kind = VariableKind::real;
    if (column.name == "pagina") kind = VariableKind::whole;
    set.variables.push_back({column.title, kind});
  }
  name_variables(set);
  return set;
}

bool is_docx(const Options& options) {
  return std::filesystem::path(options.output).extension() == ".docx";
}

std::optional<std::vector<CodingId>> codings_of(const Counting& counting, const Options& options) {
  std::vector<CellCondition> conditions;
  if (!options.cell.empty()) {
    auto parsed = parse_cell(options.cell);
    if (!parsed) {
      complain(parsed.error());
      return std::nullopt;
    }
    conditions = std::move(*parsed);
  }
  auto codings = cell(counting.facts, counting.factors, conditions, counting.scope);
  if (codings) return std::move(*codings);
  complain(codings.error());
  return std::nullopt;
}

void write_document(const Command& command, const Counting& counting, const Options& options,
                    const std::vector<CodingId>& codings, const std::vector<std::string>& notes) {
  QuoteReportSpec spec{options.title, options.around};
  const auto document = [&] {
    return quote_report(counting.store, counting.facts, counting.factors, codings, notes, spec);
  };
  spec.record = record_line(command, counting.study, counting.store, counting.facts, document());
  write_output(options.output, document());
}

void write_table(const Table& table, const TableFormat& format, const Options& options) {
  write_output(options.output, format.write(table, {}));
  const std::string form(format.name);
  if (is_without_notes(form) && options.has_origin)
    write_origin(options.output, {form, table.notes});
}

void write_quotes(const Command& command, const Counting& counting, const Options& options,
                  const std::vector<CodingId>& codings) {
  const auto selection = select(counting.facts, counting.scope);
  std::vector<std::string> notes = count_notes(CountUnit::codings, counting.facts, *selection,
                                               counting.scope, shown_run(counting.store));
  if (!options.cell.empty()) notes.insert(notes.begin(), tr("Alleen: {}.", options.cell));
  if (is_docx(options)) return write_document(command, counting, options, codings, notes);
  Table table = quotation_table(counting.store, counting.facts, counting.factors, codings);
  table.notes = std::move(notes);
  const std::string ending = std::filesystem::path(options.output).extension().string();
  const TableFormat* format = table_format_of(ending);
  if (format == nullptr)
    return write_data(counting, command, options, data_set(std::move(table)), "citaten");
  stamp(table, command, counting.study, counting.store, counting.facts);
  write_table(table, *format, options);
}

int run_quotes(const Command& command, const Session& session, const Options& options) {
  const auto counting = open_to_count(session, options.scope);
  const auto codings = counting ? codings_of(*counting, options) : std::nullopt;
  if (!codings) return exit_error;
  if (codings->empty()) {
    complain(tr("er is niets te exporteren: geen enkele codering hoort bij deze vraag"));
    return exit_nothing_found;
  }
  ExportGate gate(session, counting->store, false, options.is_strict);
  std::optional<PassageId> last;
  for (const CodingId id : *codings)
    if (const auto it = gate.looks() ? counting->store.coding(id) : std::nullopt;
        it && it->passage.id != last) {
      gate.look_at(it->passage.id, it->passage.text);
      last = it->passage.id;
    }
  if (!gate.opens()) return exit_error;
  write_quotes(command, *counting, options, *codings);
  return exit_done;
}

Argument add_output_option(const Command& command, Options& options, const std::string& what) {
  const Argument output =
      command.add_option("--uitvoer,-o", options.output, what).type_name("NAAM").required();
  command.add_flag("--overschrijf,--force", options.overwrites, "Ook als dat al bestaat");
  return output;
}

void add_matrix_export(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "matrix", "Een rij per document, case of spreker, een kolom per factor: voor R, SPSS, Stata");
  command.add_option("--by", options->by, "Rijen: document, case of speaker")
      .type_name("WAT")
      .one_of({"document", "case", "speaker", "spreker"})
      .capture_default_str();
  command.add_option("--values", options->values, "counts (aantallen) of present (0/1)")
      .type_name("HOE")
      .one_of({"counts", "present", "aantallen", "aanwezig"})
      .capture_default_str();
  add_output_option(command, *options, tr("Schrijf naar deze map, die er nog niet is"));
  add_scope_options(command, options->scope);
  add_study_option(command, session);
  command.parse_complete_callback(
      [options] { check_output_folder(options->output, options->overwrites); });
  command.callback(
      [command, options, &session] { session.status = run_matrix(command, session, *options); });
  command.footer(
      "Voorbeelden:\n"
      "  samenspel export matrix --by case -o cases\n"
      "  samenspel export matrix --by speaker --values present -o sprekers\n"
      "In de map staan matrix.csv, variabelen.csv, en laad.R, laad.sps en laad.do.");
}

void check_form(const Options& options) {
  const std::string ending = std::filesystem::path(options.output).extension().string();
  if (ending.empty()) return check_output_folder(options.output, options.overwrites);
  if (ending != ".docx" && table_format_of(ending) == nullptr)
    refuse_option("--uitvoer",
                  tr("{}: kies .docx, .csv, .xlsx, .json, .html of .md, of een map zonder punt",
                     options.output));
  check_output(options.output, options.overwrites);
  const TableFormat* format = table_format_of(ending);
  if (format != nullptr && is_without_notes(std::string(format->name)) && options.has_origin)
    check_origin(options.output, options.overwrites);
}

void add_quotes(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "quotes", "Alle citaten: als Word-document per factor, als tabel, of voor R, SPSS, Stata");
  add_output_option(command, *options,
                    tr("Een bestand (.docx, .xlsx, .csv ...), of een map met CSV en scripts"));
  command.add_flag("!--zonder-herkomst", options->has_origin,
                   "CSV, TSV, JSONL: geen BESTAND.herkomst.json ernaast, waarmee verify werkt");
  command.add_option("--cell", options->cell, "Alleen van deze cel: factor=ID,case=NAAM")
      .type_name("CEL");
  command.add_option("--titel", options->title, "DOCX: titel").type_name("TEKST");
  command.add_option("--context", options->around, "DOCX: zoveel tekens van de passage eromheen")
      .type_name("N")
      .between(0, 10'000)
      .capture_default_str();
  add_scope_options(command, options->scope);
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  command.parse_complete_callback([options] { check_form(*options); });
  command.callback(
      [command, options, &session] { session.status = run_quotes(command, session, *options); });
  command.footer(
      "Voorbeelden:\n"
      "  samenspel export quotes -o citaten.docx\n"
      "  samenspel export quotes --cell factor=vertrouwen,valentie=faal -o vertrouwen.docx\n"
      "  samenspel export quotes -o citaten.xlsx\n"
      "  samenspel export quotes -o citaten            map met CSV, en laad.R, laad.sps, laad.do");
}

}  // namespace

void add_export(const Command& app, Session& session) {
  const Command command =
      app.add_subcommand("export", "Schrijf citaten en matrices voor Word, R, SPSS en Stata");
  command.require_subcommand();
  add_quotes(command, session);
  add_matrix_export(command, session);
  command.footer("'samenspel export SOORT --help' geeft voorbeelden.");
}

}  // namespace pipeline
