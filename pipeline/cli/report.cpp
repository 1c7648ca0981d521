#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/counting.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/report_page.h"

namespace pipeline {
namespace {

// What the command line says goes before what the recipe says.
struct Options {
  std::string output, recipe_file, keep_recipe;
  std::string title, columns, count, where, coder, date;
  std::uint32_t most_quotations = 0;
  bool interviewers = false, overwrites = false, is_strict = false;
};

std::optional<ReportRecipe> read_recipe(const std::string& file) {
  if (file.empty()) return ReportRecipe{};
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.good() && !stream.eof()) {
    complain(tr("{}: dit recept is niet te lezen; geef een bestand dat er is", file));
    return std::nullopt;
  }
  auto recipe = parse_recipe(text, file);
  if (recipe) return std::move(*recipe);
  complain(recipe.error());
  return std::nullopt;
}

std::optional<ReportRecipe> recipe_of(const Command& command, const Options& options) {
  auto recipe = read_recipe(options.recipe_file);
  if (!recipe) return std::nullopt;
  const auto take = [&](const char* name, const std::string& from, std::string& to) {
    if (command.count(name) > 0) to = from;
  };
  take("--titel", options.title, recipe->title);
  take("--columns", options.columns, recipe->columns);
  take("--count", options.count, recipe->unit);
  take("--where", options.where, recipe->where);
  take("--coder", options.coder, recipe->coder);
  take("--datum", options.date, recipe->date);
  if (command.count("--citaten") > 0) recipe->most_quotations = options.most_quotations;
  if (options.interviewers) recipe->interviewers = true;
  return recipe;
}

// A study without cases still has a report.
void settle_columns(ReportRecipe& recipe, const CorpusFacts& facts, bool is_asked) {
  if (is_asked || recipe.columns != ReportRecipe{}.columns) return;
  const auto names = dimension_names(facts);
  if (std::ranges::find(names, recipe.columns) == names.end()) recipe.columns.clear();
}

bool passes_gate(const Session& session, const Counting& counting, const ReportFacts& from,
                 bool is_strict) {
  ExportGate gate(session, counting.store, false, is_strict);
  std::set<PassageId> seen;
  for (const ReportCell& cell : from.cells)
    for (const CodingId id : cell.quoted)
      if (const auto it = gate.looks() ? counting.store.coding(id) : std::nullopt)
        if (seen.insert(it->passage.id).second) gate.look_at(it->passage.id, it->passage.text);
  return gate.opens();
}

int run_report(const Command& command, const Session& session, const Options& options) {
  auto recipe = recipe_of(command, options);
  if (!recipe) return exit_error;
  if (session.asked_language || !recipe->language) recipe->language = spoken();
  const Speaking speaking(*recipe->language);
  ScopeOptions scope{recipe->where, {}};
  scope.scope.coder = recipe->coder;
  scope.scope.interviewers = recipe->interviewers;
  const auto counting = open_to_count(session, scope);
  if (!counting) return exit_error;
  settle_columns(*recipe, counting->facts,
                 command.count("--columns") > 0 || !options.recipe_file.empty());
  const auto from = report_facts(counting->facts, counting->factors, counting->scope,
                                 counting->store.last_run(), *recipe);
  const auto font = Font::open();
  if (!from || !font) {
    complain(from ? font.error() : from.error());
    return exit_error;
  }
  if (from->all == 0) {
    complain(tr("er is niets te melden: geen enkele codering hoort bij deze vraag"));
    return exit_nothing_found;
  }
  if (!passes_gate(session, *counting, *from, options.is_strict)) return exit_error;
  const std::string& title = recipe->title.empty() ? counting->study.settings.title : recipe->title;
  write_output(options.output,
               report_page(counting->store, *from, *recipe,
                           title.empty() ? std::string("Samenspel") : title, *font));
  if (!options.keep_recipe.empty()) write_output(options.keep_recipe, to_toml(*recipe));
  return exit_done;
}

void check_outputs(const Options& options) {
  check_output(options.output, options.overwrites);
  if (!options.keep_recipe.empty()) check_output(options.keep_recipe, options.overwrites);
}

void add_content_options(const Command& command, Options& options) {
  command.add_option("--titel", options.title, "Titel (standaard: die van de studie)")
      .type_name("TEKST");
  command
      .add_option("--columns", options.columns,
                  "Kolommen: een kenmerk (standaard: case), of '' voor geen")
      .type_name("WAT");
  command
      .add_option("--count", options.count,
                  "Tel codings, sentences, passages, speakers, documents of cases")
      .type_name("EENHEID");
  command.add_option("--where", options.where, "Alleen passages die een zoekvraag vindt")
      .type_name("VRAAG");
  command.add_option("--coder", options.coder, "Alleen coderingen van deze codeur")
      .type_name("NAAM");
  command.add_flag("--interviewers", options.interviewers, "Tel interviewers mee");
  command.add_option("--datum", options.date, "Kenmerk met de datum (standaard: datum)")
      .type_name("KENMERK");
  command.add_option("--citaten", options.most_quotations, "Hoogstens zoveel citaten")
      .type_name("N")
      .between(0, 100'000);
}

}  // namespace

void add_report(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "report", "Een rapport van de studie: één HTML-bestand met tabellen, grafieken en citaten");
  command.add_option("--uitvoer,-o", options->output, "Het bestand, zoals rapport.html")
      .type_name("BESTAND")
      .required();
  command.add_flag("--overschrijf,--force", options->overwrites, "Ook als dat bestand al bestaat");
  command.add_option("--recipe", options->recipe_file, "Maak het volgens dit recept (TOML)")
      .type_name("BESTAND");
  command.add_option("--bewaar-recept", options->keep_recipe, "Schrijf het recept naar dit bestand")
      .type_name("BESTAND");
  add_content_options(command, *options);
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  command.parse_complete_callback([options] { check_outputs(*options); });
  command.footer(
      "Voorbeelden:\n"
      "  samenspel report -o rapport.html\n"
      "  samenspel report --columns rol --lang en -o report.html --bewaar-recept recept.toml\n"
      "  samenspel report --recipe recept.toml -o rapport.html --overschrijf");
  command.callback(
      [command, options, &session] { session.status = run_report(command, session, *options); });
}

}  // namespace pipeline
