#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/evidence.h"
#include "pipeline/cli/lexicon_commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/ingest/compare_lexicons.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/moved_cells.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::vector<std::filesystem::path> lexicons;
  std::string columns, format = "tekst";
  std::size_t most = 20;
};

constexpr std::array<const char*, 4> kind_words{"erbij", "weg", "valentie", "modaliteit"};
constexpr std::array<std::string_view, 4> kind_titles{
    tr_later("Erbij"), tr_later("Weg"), tr_later("Andere valentie"), tr_later("Andere modaliteit")};

// A change with what is needed to show it when its document is out of memory.
struct ShownChange {
  CodingChange change;
  std::string text, before, after;  // the sentence, its words marked; why
  nlohmann::ordered_json json;
};

struct Shown {
  std::vector<ShownChange> changes;
  std::array<std::uint64_t, 4> kept{};
};

std::string codings_line(const std::vector<Coding>& codings) {
  std::vector<std::string> words;
  for (const Coding& it : codings)
    words.push_back(it.modality == Modality::fact
                        ? word_of(it.valence)
                        : fmt::format("{} ({})", word_of(it.valence), word_of(it.modality)));
  return words.empty() ? tr("niet") : fmt::format("{}", fmt::join(words, tr(" en ")));
}

std::string why_line(const std::vector<Coding>& codings, std::string_view source) {
  std::vector<std::string> lines;
  for (const Coding& it : codings) lines.push_back(evidence_line(it, source));
  return printable(fmt::format("{}", fmt::join(lines, "; ")));
}

std::vector<Span> matches(const CodingChange& change) {
  std::vector<Span> spans;
  for (const auto* codings : {&change.before, &change.after})
    for (const Coding& coding : *codings)
      for (const Evidence& it : coding.evidence)
        if (it.kind != Evidence::Kind::outranked) spans.push_back(it.match);
  std::ranges::sort(spans);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

nlohmann::ordered_json json_of(const std::vector<Coding>& codings, std::string_view source) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Coding& it : codings)
    list.push_back({{"valence", to_string(it.valence)},
                    {"modality", to_string(it.modality)},
                    {"why", evidence_line(it, source)}});
  return list;
}

ShownChange shown(const CodingChange& change, std::string_view source) {
  ShownChange it{change,
                 marked(source, change.sentence, matches(change), wants_colour()),
                 why_line(change.before, source),
                 why_line(change.after, source),
                 {}};
  const CodePoints points(source);
  it.json = {{"change", kind_words[static_cast<std::size_t>(change.kind)]},
             {"factor", change.factor},
             {"passage", to_string(change.passage)},
             {"span", {points.before(change.sentence.begin), points.before(change.sentence.end)}},
             {"text", slice(source, change.sentence)},
             {"before", json_of(change.before, source)},
             {"after", json_of(change.after, source)}};
  return it;
}

struct Diff {
  const Lexicon& before;
  const Lexicon& after;
  LexiconComparison comparison;
  Shown shown;
  Table cells;
};

std::uint64_t changes_in(const Diff& diff) {
  std::uint64_t all = 0;
  for (const std::uint64_t count : diff.comparison.changes) all += count;
  return all;
}

void print_changes(const Store& store, const Diff& diff, std::size_t kind) {
  const std::uint64_t all = diff.comparison.changes[kind];
  if (all == 0) return;
  fmt::print("\n{}: {}", tr(kind_titles[kind]), number(all));
  fmt::print("{}\n", diff.shown.kept[kind] < all
                         ? tr("; getoond: {} (meer met --aantal)", number(diff.shown.kept[kind]))
                         : "");
  for (const ShownChange& it : diff.shown.changes) {
    if (static_cast<std::size_t>(it.change.kind) != kind) continue;
    const auto passage = store.passage(it.change.passage);
    fmt::print("\n  {}: {} → {}  ·  {}\n{}\n", it.change.factor, codings_line(it.change.before),
               codings_line(it.change.after), passage ? heading(*passage) : "",
               wrapped(it.text, 4, 98));
    if (!it.before.empty()) fmt::print("    {}\n", tr("was:   {}", it.before));
    if (!it.after.empty()) fmt::print("    {}\n", tr("wordt: {}", it.after));
  }
}

void print_text(const Store& store, const Diff& diff) {
  const LexiconComparison& it = diff.comparison;
  fmt::print("{}\n", tr("{}@{} → {}@{}, op {} van {}", diff.before.id, diff.before.version,
                        diff.after.id, diff.after.version, counted(it.sentences, "zin", "zinnen"),
                        counted(it.documents, "document", "documenten")));
  fmt::print(
      "{}\n",
      tr("Coderingen: {} → {}. Een factor in een zin: {} gelijk, {} erbij, {} weg, {} met andere "
         "valentie, {} met andere modaliteit.",
         number(it.before.codings.size()), number(it.after.codings.size()), number(it.same),
         number(it.changes[0]), number(it.changes[1]), number(it.changes[2]),
         number(it.changes[3])));
  if (changes_in(diff) == 0) fmt::print("{}\n", tr("Er verandert niets."));
  if (!diff.cells.rows.empty()) {
    fmt::print("\n");
    print_table(diff.cells, {});
  }
  for (std::size_t kind = 0; kind < kind_titles.size(); ++kind) print_changes(store, diff, kind);
}

nlohmann::ordered_json cells_json(const Table& cells) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Row& row : cells.rows) {
    nlohmann::ordered_json json;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&row.cells[i]))
        json[cells.columns[i].name] = *text;
      else
        json[cells.columns[i].name] = std::get<std::int64_t>(row.cells[i]);
    }
    list.push_back(std::move(json));
  }
  return list;
}

void print_answer(const Diff& diff) {
  const auto side = [](const Lexicon& lexicon, const CorpusFacts& facts) {
    return nlohmann::ordered_json{{"lexicon", lexicon.id},
                                  {"lexicon_version", lexicon.version},
                                  {"hash", lexicon.hash},
                                  {"codings", facts.codings.size()}};
  };
  const LexiconComparison& it = diff.comparison;
  nlohmann::ordered_json changes = nlohmann::ordered_json::array(), counts;
  for (std::size_t i = 0; i < kind_words.size(); ++i) counts[kind_words[i]] = it.changes[i];
  for (const ShownChange& change : diff.shown.changes) changes.push_back(change.json);
  print_json({{"format", "samenspel-lexicon-diff"},
              {"version", 1},
              {"before", side(diff.before, it.before)},
              {"after", side(diff.after, it.after)},
              {"documents", it.documents},
              {"sentences", it.sentences},
              {"same", it.same},
              {"total", changes_in(diff)},
              {"counts", counts},
              {"cells", cells_json(diff.cells)},
              {"changes", changes}});
}

// Cases where the study has them, else documents.
Result<Table> cells_of(const Diff& diff, std::string columns) {
  FrequencySpec spec;
  const auto names = dimension_names(diff.comparison.before);
  if (columns.empty())
    columns = std::ranges::find(names, "case") == names.end() ? "document" : "case";
  spec.columns = columns;
  const auto before = frequency(diff.comparison.before, diff.before.factors, spec, std::nullopt);
  if (!before) return tl::unexpected(before.error());
  const auto after = frequency(diff.comparison.after, diff.after.factors, spec, std::nullopt);
  if (!after) return tl::unexpected(after.error());
  Table cells = moved_cells(*before, *after, columns);
  cells.notes = {tr("Geteld: coderingen door deze lexicons, zonder wat interviewers zeggen.")};
  return cells;
}

int run_diff(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  const bool is_own = options.lexicons.size() == 1;
  const auto before = session.lexicon(is_own ? study->lexicon() : options.lexicons.front());
  const auto after = session.lexicon(options.lexicons.back());
  const auto words = before && after ? session.words() : std::nullopt;
  if (!words) return exit_error;
  Diff diff{*before, *after, {}, {}, {}};
  diff.comparison = compare_lexicons(*store, study->settings, *words, {*before, *after},
                                     [&](const CodingChange& change, std::string_view source) {
                                       std::uint64_t& kept =
                                           diff.shown.kept[static_cast<std::size_t>(change.kind)];
                                       if (options.most > 0 && kept >= options.most) return;
                                       ++kept;
                                       diff.shown.changes.push_back(shown(change, source));
                                     });
  auto cells = cells_of(diff, options.columns);
  if (!cells) {
    complain(cells.error());
    return exit_error;
  }
  diff.cells = std::move(*cells);
  if (options.format == "json")
    print_answer(diff);
  else
    print_text(*store, diff);
  return changes_in(diff) == 0 ? exit_nothing_found : exit_done;
}

}  // namespace

void add_lexicon_diff(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = lexicon.add_subcommand(
      "diff", "Wat een ander lexicon aan de coderingen van een studie verandert");
  command
      .add_option("lexicons", options->lexicons,
                  "Het oude en het nieuwe lexicon, of alleen het nieuwe: dan tegenover dat van de "
                  "studie")
      .required()
      .expected(1, 2)
      .type_name("LEXICON");
  command
      .add_option("--columns", options->columns,
                  "Kolommen van de tabel waarvan cellen veranderen (standaard: case)")
      .type_name("WAT");
  command.add_option("--aantal,-n", options->most, "Hoogstens zoveel citaten per soort; 0: alle")
      .type_name("N")
      .capture_default_str();
  add_study_option(command, session);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Leest de opgeslagen teksten en schrijft niets: de studie blijft zoals zij is.\n"
      "Afsluitcode 1 als er niets verandert.\n"
      "Voorbeelden:\n"
      "  samenspel lexicon diff mijn-lexicon --study mijn-studie\n"
      "  samenspel lexicon diff oud nieuw --study mijn-studie --columns rol --aantal 0");
  command.callback([options, &session] { session.status = run_diff(session, *options); });
}

}  // namespace pipeline
