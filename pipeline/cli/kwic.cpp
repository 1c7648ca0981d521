#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/concordance.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/text_width.h"

namespace pipeline {
namespace {

constexpr std::uint64_t for_people = 100;  // lines, unless asked for more

struct Options {
  std::string query, context = "8", sort, side = "beide";
  std::vector<std::string> columns;
  std::uint64_t count = 0, sample = 0, seed = 1;
  TableOptions write;
  bool is_strict = false;
};

Result<KwicWindow> window_of(const Options& options) {
  KwicWindow window;
  const std::string& text = options.context;
  unsigned words = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), words);
  if (text == "zin")
    window.unit = KwicUnit::sentence;
  else if (text == "beurt")
    window.unit = KwicUnit::passage;
  else if (problem != std::errc() || end != text.data() + text.size() || words == 0 || words > 200)
    return failure(tr("geef een aantal woorden van 1 tot 200, of zin of beurt, en niet '{}'", text),
                   "--context");
  window.left = window.right = words;
  return window;
}

// Columns that neither passages nor speakers or documents have are a mistake.
Result<void> check_columns(const Searcher& searcher, const std::vector<std::string>& columns) {
  std::vector<std::string> known{"document", "spreker", "tijd", "valentie"};
  const auto is_known = [&](const std::string& name) {
    return std::ranges::find(known, name) != known.end();
  };
  if (std::ranges::all_of(columns, is_known)) return {};
  const CorpusFacts facts = searcher.store.facts();
  const auto add = [&](const Attributes& attributes) {
    for (const auto& [name, value] : attributes)
      if (!is_known(name)) known.push_back(name);
  };
  for (const auto& document : facts.documents) add(document.attributes);
  for (const auto& speaker : facts.speakers) add(speaker.attributes);
  for (const std::string& name : columns)
    if (!is_known(name))
      return failure(tr("geen enkele passage heeft '{}'{}", name, suggest(name, known)), "--kolom");
  return {};
}

// "1.239 treffers in 794 passages; getoond: 100"
std::string shown_of_all(const Concordance& it) {
  return tr("{} in {}; getoond: {}", counted(it.all, "treffer", "treffers"),
            counted(it.passages, "passage", "passages"), it.lines.size());
}

Table table_of(const Concordance& concordance, const Options& options) {
  Table table{tr("Concordantie van {}", options.query), {{"passage", tr("passage")}}, {}, {}};
  const bool has_left = options.side != "rechts", has_right = options.side != "links";
  if (has_left) table.columns.push_back({"links", tr("links")});
  table.columns.push_back({"treffer", tr("treffer")});
  if (has_right) table.columns.push_back({"rechts", tr("rechts")});
  for (const std::string& column : options.columns) table.columns.push_back({column, column});
  for (const KwicLine& line : concordance.lines) {
    Row row{{to_string(line.passage)}};
    if (has_left) row.cells.emplace_back(line.left);
    row.cells.emplace_back(line.node);
    if (has_right) row.cells.emplace_back(line.right);
    for (const std::string& value : line.values) row.cells.emplace_back(value);
    table.rows.push_back(std::move(row));
  }
  table.notes.push_back(shown_of_all(concordance) + ".");
  return table;
}

// The last columns of a text, or the first, with blanks where it is shorter.
std::string last_columns(const std::string& text, std::size_t width) {
  std::size_t begin = text.size();
  for (std::size_t at = text.size(); at > 0;) {
    --at;
    if (!begins_code_point(text[at])) continue;
    if (text_width(std::string_view(text).substr(at)) > width) break;
    begin = at;
  }
  const std::string part = text.substr(begin);
  return std::string(width - std::min(width, text_width(part)), ' ') + part;
}

std::string first_columns(const std::string& text, std::size_t width) {
  std::size_t end = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at < text.size() && !begins_code_point(text[at])) continue;
    if (text_width(std::string_view(text).substr(0, at)) > width) break;
    end = at;
  }
  const std::string part = text.substr(0, end);
  return part + std::string(width - std::min(width, text_width(part)), ' ');
}

std::string trimmed_end(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string trimmed_begin(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  return text;
}

// Nodes under each other; what does not fit beside them is cut off at the far ends.
void print_lines(const Concordance& concordance, const Options& options) {
  const std::size_t width = terminal_width() == 0 ? 120 : terminal_width();
  std::size_t node = 1, place = 0;
  for (const KwicLine& line : concordance.lines) {
    node = std::max(node, std::min<std::size_t>(text_width(printable(line.node)), width / 3));
    place = std::max(place, to_string(line.passage).size());
  }
  const std::size_t room = width - std::min(width - 2, place + node + 6);
  const std::size_t left = options.side == "rechts" ? 0 : options.side == "links" ? room : room / 2;
  const std::size_t right = options.side == "links" ? 0 : room - left;
  for (const KwicLine& line : concordance.lines) {
    std::string values;
    for (const std::string& value : line.values)
      if (!value.empty()) values += "  " + printable(value);
    const std::string shown = first_columns(printable(line.node), node);
    fmt::print("{:>{}}  {}  {}  {}{}\n", to_string(line.passage), place,
               last_columns(trimmed_end(printable(line.left)), left),
               wants_colour() ? "\x1b[1m" + shown + "\x1b[0m" : shown,
               first_columns(trimmed_begin(printable(line.right)), right), values);
  }
  fmt::print("\n{}\n", shown_of_all(concordance));
}

int run_kwic(const Session& session, const Command& command, const Options& options) {
  const auto window = window_of(options);
  const auto keys = kwic_keys(options.sort, options.columns);
  if (!window || !keys) {
    complain(!window ? window.error() : keys.error());
    return exit_error;
  }
  const auto searcher = Searcher::open(session);
  if (!searcher) return exit_error;
  if (const auto checked = check_columns(*searcher, options.columns); !checked) {
    complain(checked.error());
    return exit_error;
  }
  const auto query = searcher->search.prepare(options.query);
  if (!query) {
    complain_about_query(options.query, query.error());
    return exit_error;
  }
  const Concordance concordance = concordance_of(
      *searcher, *query,
      {*window, options.columns, *keys, most_wanted(options.count, options.write, for_people),
       options.sample, options.seed});
  if (concordance.lines.empty()) {
    complain(tr(
        "niets gevonden dat in een tekst is aan te wijzen; een woord, woordgroep of factor is dat "
        "wel"));
    return exit_nothing_found;
  }
  ExportGate gate(session, searcher->store, is_read_here(options.write), options.is_strict);
  for (const KwicLine& line : concordance.lines)
    gate.look_at(line.passage, line.left + line.node + line.right);
  if (!gate.opens()) return exit_error;
  if (is_read_here(options.write)) {
    print_lines(concordance, options);
    return exit_done;
  }
  Table table = table_of(concordance, options);
  stamp(table, command, searcher->study, searcher->store, searcher->store.facts());
  print_table(table, options.write);
  if (is_of_lines(options.write.format) && options.write.output.empty() &&
      concordance.lines.size() < concordance.all)
    complain(shown_of_all(concordance));
  return exit_done;
}

}  // namespace

void add_kwic(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "kwic", "Toon treffers onder elkaar, met wat ervoor en erna staat (concordantie)");
  command.add_option("vraag", options->query, "Zoekvraag: woorden, woordgroepen of factoren")
      .required()
      .type_name("VRAAG");
  command
      .add_option("--context", options->context, "Aantal woorden aan elke kant, of zin, of beurt")
      .type_name("HOEVEEL")
      .capture_default_str();
  command.add_option("--kant", options->side, "beide, links of rechts")
      .type_name("KANT")
      .one_of({"beide", "links", "rechts"})
      .capture_default_str();
  command
      .add_option(
          "--sort", options->sort,
          "Volgorde: L1 tot L5 (woorden ervoor), R1 tot R5 (erna) of een kolom, met komma's")
      .type_name("SLEUTELS");
  command
      .add_option("--kolom", options->columns,
                  "Ook tonen: document, spreker, tijd, valentie of een kenmerk; vaker mag")
      .type_name("NAAM");
  command
      .add_option("--aantal,-n", options->count,
                  "Hoogstens zoveel regels (standaard 100; als tsv of jsonl alle)")
      .type_name("N")
      .between(1, 1'000'000'000);
  command.add_option("--steekproef", options->sample, "Zoveel regels, getrokken uit alle")
      .type_name("N");
  command.add_option("--zaad", options->seed, "Hetzelfde getal trekt dezelfde regels")
      .type_name("GETAL")
      .capture_default_str();
  add_study_option(command, session);
  add_table_options(command, options->write);
  add_gate_option(command, options->is_strict);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel kwic vertrouwen --sort R1,R2\n"
      "  samenspel kwic 'factor:afspraken/faal' --context zin --kolom case --kolom spreker --sort "
      "case\n"
      "  samenspel kwic '\"gedeelde visie\"' --steekproef 50 --zaad 7 --uitvoer visie.xlsx");
  command.callback(
      [options, command, &session] { session.status = run_kwic(session, command, *options); });
}

}  // namespace pipeline
