#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/lexicon_choice.h"
#include "pipeline/cli/lexicon_commands.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::array valences{Valence::success, Valence::failure, Valence::neutral};

struct Options {
  std::filesystem::path lexicon;
  std::string factor;
  TableOptions write;
};

// One factor with all that the lexicon says of it.
struct FactorView {
  const Lexicon& lexicon;
  std::size_t place = 0;  // in lexicon.factors

  const Factor& factor() const { return lexicon.factors[place]; }
  std::vector<const Pattern*> patterns(Valence valence) const {
    std::vector<const Pattern*> list;
    for (const Pattern& it : lexicon.patterns)
      if (it.factor == place && it.valence == valence) list.push_back(&it);
    return list;
  }
  // Of one pattern, or of all of the factor's where `pattern` is none.
  std::vector<const FalseFriend*> false_friends(const Pattern* pattern) const {
    std::vector<const FalseFriend*> list;
    for (const FalseFriend& it : lexicon.false_friends)
      if (it.factor == place && (it.pattern ? &lexicon.patterns[*it.pattern] : nullptr) == pattern)
        list.push_back(&it);
    return list;
  }
  std::vector<const Example*> examples() const {
    std::vector<const Example*> list;
    for (const Example& it : lexicon.examples)
      if (it.factor == place) list.push_back(&it);
    return list;
  }
};

std::string place_of(const Source& source) {
  return fmt::format("{}:{}", source.file, source.line);
}

// "zwak; niet: ruimte huren, vergaderruimte", empty where there is nothing to add.
std::string remark(const FactorView& view, const Pattern& pattern) {
  std::vector<std::string> words, friends;
  if (pattern.strength != Strength::normal) words.push_back(tr(to_string(pattern.strength)));
  for (const FalseFriend* it : view.false_friends(&pattern)) friends.push_back(it->text);
  if (!friends.empty())
    words.push_back(tr("niet: {}", fmt::format("{}", fmt::join(friends, ", "))));
  return fmt::format("{}", fmt::join(words, "; "));
}

// "geen" is what the file has for none.
std::string_view valence_name(const Example& example) {
  return example.valence ? to_string(*example.valence) : tr_later("geen");
}

void print_list(const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  fmt::print("\n  {}\n", title);
  for (const std::string& line : lines) fmt::print("{}\n", wrapped("- " + printable(line), 4, 98));
}

void print_patterns(const FactorView& view, Valence valence, bool colour) {
  const auto patterns = view.patterns(valence);
  if (patterns.empty()) return;
  fmt::print("\n  {}: {}\n", coloured(valence, colour),
             counted(patterns.size(), "patroon", "patronen"));
  for (const Pattern* it : patterns) {
    const std::string more = remark(view, *it);
    fmt::print("    {:<22} {}{}\n", place_of(it->source), printable(it->text),
               more.empty() ? "" : "   (" + printable(more) + ")");
  }
}

void print_text(const FactorView& view) {
  const Factor& factor = view.factor();
  const bool colour = wants_colour();
  fmt::print("{}\n",
             printable(tr("{} ({})  ·  {}  ·  thema {}  ·  {}@{}", factor.label_nl, factor.label_en,
                          factor.id, factor.theme, view.lexicon.id, view.lexicon.version)));
  fmt::print("{}\n", wrapped(printable(factor.definition), 2, 98));
  print_list(tr("Wel"), factor.include);
  print_list(tr("Niet"), factor.exclude);
  for (const Valence valence : valences) print_patterns(view, valence, colour);
  std::vector<std::string> friends, examples;
  for (const FalseFriend* it : view.false_friends(nullptr)) friends.push_back(it->text);
  for (const Example* it : view.examples())
    examples.push_back(fmt::format("{}: {}", tr(valence_name(*it)), it->sentence));
  print_list(tr("Behalve"), friends);
  print_list(tr("Voorbeelden"), examples);
}

// A pattern between backticks, more of them than it holds itself.
std::string code(const std::string& text) {
  std::string ticks = "`";
  while (text.find(ticks) != std::string::npos) ticks += '`';
  const char* blank = ticks.size() > 1 ? " " : "";
  return ticks + blank + text + blank + ticks;
}

void print_markdown(const FactorView& view) {
  const Factor& factor = view.factor();
  fmt::print("{}", shown(tr("## {} ({})\n\n`{}`, thema {}, lexicon {}@{}\n\n{}\n", factor.label_nl,
                            factor.label_en, factor.id, factor.theme, view.lexicon.id,
                            view.lexicon.version, factor.definition)));
  const auto list = [](const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    fmt::print("\n### {}\n\n", title);
    for (const std::string& line : lines) fmt::print("- {}\n", shown(line));
  };
  list(tr("Wel"), factor.include);
  list(tr("Niet"), factor.exclude);
  for (const Valence valence : valences) {
    std::vector<std::string> lines;
    for (const Pattern* it : view.patterns(valence)) {
      const std::string more = remark(view, *it);
      lines.push_back(code(it->text) + (more.empty() ? "" : " (" + more + ")"));
    }
    list(fmt::format("{} ({})", word_of(valence), lines.size()), lines);
  }
  std::vector<std::string> friends, examples;
  for (const FalseFriend* it : view.false_friends(nullptr)) friends.push_back(code(it->text));
  for (const Example* it : view.examples())
    examples.push_back(fmt::format("{}: {}", tr(valence_name(*it)), it->sentence));
  list(tr("Behalve"), friends);
  list(tr("Voorbeelden"), examples);
}

nlohmann::ordered_json to_json(const FactorView& view, const Pattern& pattern) {
  nlohmann::ordered_json json{
      {"pattern", pattern.text},         {"strength", to_string(pattern.strength)},
      {"file", pattern.source.file},     {"line", pattern.source.line},
      {"column", pattern.source.column}, {"not", nlohmann::ordered_json::array()}};
  for (const FalseFriend* it : view.false_friends(&pattern)) json["not"].push_back(it->text);
  return json;
}

nlohmann::ordered_json to_json(const FactorView& view) {
  const Factor& factor = view.factor();
  nlohmann::ordered_json patterns, friends = nlohmann::ordered_json::array(),
                                   examples = nlohmann::ordered_json::array();
  for (const Valence valence : valences) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Pattern* it : view.patterns(valence)) list.push_back(to_json(view, *it));
    patterns[std::string(to_string(valence))] = std::move(list);
  }
  for (const FalseFriend* it : view.false_friends(nullptr)) friends.push_back(it->text);
  for (const Example* it : view.examples())
    examples.push_back({{"valence", valence_name(*it)}, {"sentence", it->sentence}});
  return {{"format", "samenspel-factor"},
          {"version", 1},
          {"lexicon", view.lexicon.id},
          {"lexicon_version", view.lexicon.version},
          {"factor", factor.id},
          {"theme", factor.theme},
          {"label", factor.label_nl},
          {"label_en", factor.label_en},
          {"definition", factor.definition},
          {"include", factor.include},
          {"exclude", factor.exclude},
          {"patterns", std::move(patterns)},
          {"not", std::move(friends)},
          {"examples", std::move(examples)}};
}

Row overview_row(const FactorView& view) {
  const Factor& factor = view.factor();
  Row row{{factor.theme, factor.id}};
  std::int64_t all = 0;
  for (const Valence valence : valences) {
    const auto count = static_cast<std::int64_t>(view.patterns(valence).size());
    row.cells.emplace_back(count);
    all += count;
  }
  row.cells.emplace_back(all);
  row.cells.emplace_back(static_cast<std::int64_t>(view.examples().size()));
  row.cells.emplace_back(label_of(factor));
  return row;
}

Table overview(const Lexicon& lexicon, const std::filesystem::path& folder) {
  Table table{tr("Patronen van {}@{}", lexicon.id, lexicon.version),
              {{"thema", tr("Thema")},
               {"factor", tr("factor")},
               {"succes", tr("succes"), 0, {}, ColumnRole::success},
               {"faal", tr("faal"), 0, {}, ColumnRole::failure},
               {"neutraal", tr("neutraal")},
               {"patronen", tr("patronen")},
               {"voorbeelden", tr("voorbeelden")},
               {"label", tr("naam")}},
              {},
              {}};
  Row total{{tr("Totaal"), std::string()}, true};
  total.cells.resize(table.columns.size() - 1, std::int64_t{0});
  total.cells.emplace_back(std::string());
  for (std::size_t i = 0; i < lexicon.factors.size(); ++i) {
    Row row = overview_row({lexicon, i});
    for (std::size_t c = 2; c + 1 < row.cells.size(); ++c)
      std::get<std::int64_t>(total.cells[c]) += std::get<std::int64_t>(row.cells[c]);
    table.rows.push_back(std::move(row));
  }
  table.rows.push_back(std::move(total));
  table.notes = {lexicon.title + ".",
                 tr("Map: {}; {} en {}.", folder.generic_string(),
                    counted(lexicon.groups.size(), "woordgroep", "woordgroepen"),
                    counted(lexicon.cues.size(), "signaal van context", "signalen van context")),
                 tr("Eén factor bekijken: samenspel lexicon show FACTOR.")};
  return table;
}

int show_factor(const Lexicon& lexicon, const Options& options) {
  std::vector<std::string> ids;
  for (const Factor& factor : lexicon.factors) ids.push_back(factor.id);
  const auto it = std::ranges::find(ids, options.factor);
  if (it == ids.end()) {
    complain(tr("factor '{}' is niet in lexicon {}@{}{}", options.factor, lexicon.id,
                lexicon.version, suggest(options.factor, ids, 30)));
    return exit_error;
  }
  const FactorView view{lexicon, static_cast<std::size_t>(it - ids.begin())};
  if (options.write.format == "csv") {
    complain(tr("een factor is geen tabel; kies tekst, markdown of json"));
    return exit_error;
  }
  if (options.write.format == "json")
    print_json(to_json(view));
  else if (options.write.format == "markdown")
    print_markdown(view);
  else
    print_text(view);
  return exit_done;
}

int run_show(const Session& session, const Options& options) {
  const auto folder = chosen_lexicon(session, options.lexicon);
  const auto lexicon = folder ? session.lexicon(*folder) : std::nullopt;
  if (!lexicon) return exit_error;
  if (!options.factor.empty()) return show_factor(*lexicon, options);
  print_table(overview(*lexicon, *folder), options.write);
  return exit_done;
}

int run_list(const Session& session, const TableOptions& options) {
  Table table{tr("Lexicons van samenspel"),
              {{"naam", tr("naam")},
               {"titel", tr("titel")},
               {"factoren", tr("factoren")},
               {"patronen", tr("patronen")}},
              {},
              {tr("Een studie met een ander lexicon: samenspel new MAP --lexicon NAAM.")}};
  for (const std::string& name : session.shipped_lexicons()) {
    const auto lexicon = session.lexicon(name);
    if (!lexicon) return exit_error;
    table.rows.push_back({{name, lexicon->title, static_cast<std::int64_t>(lexicon->factors.size()),
                           static_cast<std::int64_t>(lexicon->patterns.size())}});
  }
  print_table(table, options);
  return table.rows.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_lexicon_list(const Command& lexicon, Session& session) {
  auto options = std::make_shared<TableOptions>();
  const Command command =
      lexicon.add_subcommand("list", "Welke lexicons er bij samenspel zijn, om mee te beginnen");
  add_table_options(command, *options);
  command.footer("Voorbeeld:\n  samenspel lexicon list");
  command.callback([options, &session] { session.status = run_list(session, *options); });
}

void add_lexicon_show(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = lexicon.add_subcommand(
      "show", "Een factor met definitie en patronen, of een overzicht van alle factoren");
  command.add_option("factor", options->factor, "Id van de factor; zonder: het overzicht")
      .type_name("FACTOR");
  add_lexicon_option(command, session, options->lexicon);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel lexicon show\n"
      "  samenspel lexicon show vertrouwen --study mijn-studie\n"
      "  samenspel lexicon show --lexicon condities --format csv > patronen.csv\n"
      "  samenspel lexicon show vertrouwen --format markdown > vertrouwen.md");
  command.callback([options, &session] { session.status = run_show(session, *options); });
}

}  // namespace pipeline
