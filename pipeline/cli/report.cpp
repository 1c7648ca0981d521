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
#include "pipeline/cli/stamp.h"
#include "pipeline/ingest/study_matrix.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/report_page.h"

namespace pipeline {
namespace {

// What the command line says goes before what the recipe says.
struct Options {
  std::string output, recipe_file, recipe_text, keep_recipe;
  std::string title, columns, count, where, coder, date, outcome;
  std::uint32_t most_quotations = 0;
  bool interviewers = false, has_no_ratings = false, overwrites = false, is_strict = false;
};

std::optional<ReportRecipe> parsed(const std::string& text, const std::string& name) {
  auto recipe = parse_recipe(text, name);
  if (recipe) return std::move(*recipe);
  complain(recipe.error());
  return std::nullopt;
}

std::optional<ReportRecipe> read_recipe(const Options& options) {
  if (!options.recipe_text.empty()) return parsed(options.recipe_text, "--recept-tekst");
  const std::string& file = options.recipe_file;
  if (file.empty()) return ReportRecipe{};
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (stream.good() || stream.eof()) return parsed(text, file);
  complain(tr("{}: dit recept is niet te lezen; geef een bestand dat er is", file));
  return std::nullopt;
}

bool has_recipe(const Options& options) {
  return !options.recipe_file.empty() || !options.recipe_text.empty();
}

std::optional<ReportRecipe> recipe_of(const Command& command, const Options& options) {
  auto recipe = read_recipe(options);
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
  take("--outcome", options.outcome, recipe->outcome);
  if (command.count("--citaten") > 0) recipe->most_quotations = options.most_quotations;
  if (options.interviewers) recipe->interviewers = true;
  if (options.has_no_ratings) recipe->ratings = false;
  return recipe;
}

// A study without cases still has a report.
void settle_columns(ReportRecipe& recipe, const CorpusFacts& facts, bool is_asked) {
  if (is_asked || recipe.columns != ReportRecipe{}.columns) return;
  const auto names = dimension_names(facts);
  if (std::ranges::find(names, recipe.columns) == names.end()) recipe.columns.clear();
}

// The ratings of the report's columns, if it has any. A study whose cases did not end in different
// ways still has ratings: the recipe then says that nothing was compared.
Result<std::optional<ReportRatings>> ratings_of(const Counting& counting, const ReportFacts& from,
                                                ReportRecipe& recipe, bool is_asked) {
  if (!recipe.ratings || from.column.values.empty()) return std::nullopt;
  MatrixSpec spec;
  spec.columns = recipe.columns;
  spec.rule = counting.study.settings.rating;
  spec.scope = counting.scope;
  auto matrix = study_matrix(counting.store, counting.facts, counting.factors, spec);
  if (!matrix) return tl::unexpected(matrix.error());
  std::optional<CaseOutcomes> outcomes;
  if (!recipe.outcome.empty()) {
    auto found = case_outcomes(*matrix, counting.facts, recipe.outcome);
    const bool may_lack = !is_asked && recipe.outcome == ReportRecipe{}.outcome;
    if (!found && !may_lack) return tl::unexpected(found.error());
    if (found)
      outcomes = std::move(*found);
    else
      recipe.outcome.clear();
  }
  return report_ratings(std::move(*matrix), spec.rule, std::move(outcomes), recipe.most_quotations);
}

bool passes_gate(const Session& session, const Counting& counting, const ReportFacts& from,
                 const std::optional<ReportRatings>& ratings, bool is_strict) {
  ExportGate gate(session, counting.store, false, is_strict);
  if (!gate.looks()) return true;
  std::vector<CodingId> quoted = ratings ? quoted_in(*ratings) : std::vector<CodingId>{};
  for (const ReportCell& cell : from.cells)
    quoted.insert(quoted.end(), cell.quoted.begin(), cell.quoted.end());
  std::set<PassageId> seen;
  for (const CodingId id : quoted)
    if (const auto it = counting.store.coding(id))
      if (seen.insert(it->passage.id).second) gate.look_at(it->passage.id, it->passage.text);
  return gate.opens();
}

// The recipe as it came to be, whatever file and options it came from: made again, the report needs
// no other file than itself.
std::string record_of_report(const Counting& counting, const ReportRecipe& recipe,
                             const std::string& page) {
  return record_line({"report", "--recept-tekst", to_toml(recipe)}, counting.study, counting.store,
                     counting.facts, page);
}

// Nothing in the line is escaped by HTML.
std::string with_record(std::string page, const std::string& record) {
  return page.insert(page.rfind("</main>"), "<p class=\"kenmerk\">" + record + "</p>\n");
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
  settle_columns(*recipe, counting->facts, command.count("--columns") > 0 || has_recipe(options));
  const auto from = report_facts(counting->facts, counting->factors, counting->scope,
                                 shown_run(counting->store), *recipe);
  const auto font = Font::open();
  if (!from || !font) {
    complain(from ? font.error() : from.error());
    return exit_error;
  }
  if (from->all == 0) {
    complain(tr("er is niets te melden: geen enkele codering hoort bij deze vraag"));
    return exit_nothing_found;
  }
  const auto ratings = ratings_of(*counting, *from, *recipe, command.count("--outcome") > 0);
  if (!ratings) {
    complain(ratings.error());
    return exit_error;
  }
  if (!passes_gate(session, *counting, *from, *ratings, options.is_strict)) return exit_error;
  const std::string& title = recipe->title.empty() ? counting->study.settings.title : recipe->title;
  const std::string page = report_page(counting->store, *from, *ratings, *recipe,
                                       title.empty() ? std::string("Samenspel") : title, *font);
  write_output(options.output, with_record(page, record_of_report(*counting, *recipe, page)));
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
  command
      .add_option("--outcome", options.outcome,
                  "Vergelijk de oordelen over cases naar een kenmerk (standaard: uitkomst)")
      .type_name("KENMERK");
  command.add_flag("--zonder-oordelen", options.has_no_ratings, "Zonder oordelen per case");
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
  // For `verify`: what a report says of itself.
  command.add_option("--recept-tekst", options->recipe_text, "Het recept zelf").hidden();
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
