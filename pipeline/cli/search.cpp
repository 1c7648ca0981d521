#include "pipeline/search/search.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/shown_hit.h"
#include "pipeline/cli/stamp.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/facet.h"
#include "pipeline/report/printable.h"
#include "pipeline/report/write.h"
#include "pipeline/search/mark.h"
#include "pipeline/search/parts.h"

namespace pipeline {
namespace {

constexpr std::uint64_t for_people = 10;  // passages, unless asked for more

struct Options {
  std::string query, order = "relevantie", facet;
  std::uint64_t first = 1, count = 0;  // count 0: as many as the form wants
  bool is_strict = false, expands = false;
  TableOptions write;
};

const std::map<std::string, HitOrder> orders{{"relevantie", HitOrder::relevance},
                                             {"document", HitOrder::document},
                                             {"datum", HitOrder::date}};

// The study, a query that it understands, and the hits of one page.
struct Found {
  const Session& session;
  const Command& command;
  const Searcher& searcher;
  const PreparedQuery& query;
  Hits hits;
};

std::string text_of(const ShownHit& hit, std::uint64_t number, bool colour) {
  std::string text = marked(hit.passage.text, hit.part, hit.marks, colour);
  if (hit.part.begin > 0) text = "… " + text;
  if (hit.part.end < hit.passage.text.size()) text += " …";
  text = fmt::format("{}. {}\n{}\n", number, heading(hit.passage), wrapped(text, 3, 98));
  const std::string attributes = attributes_line(hit.passage.attributes);
  if (!attributes.empty()) text += wrapped(attributes, 3, 98) + '\n';
  for (const ShownCoding& it : hit.codings)
    text += fmt::format(
        "   {}  {} · {}{}{}\n", to_string(it.id), it.coding.factor,
        coloured(it.coding.valence, colour),
        it.coding.modality == Modality::fact ? std::string() : " · " + word_of(it.coding.modality),
        is_learner(it.coding.coder) ? " · " + it.coding.coder : std::string());
  return text + '\n';
}

// "412 passages; getoond: 1 tot en met 10"
std::string shown_of_all(std::uint64_t total, std::uint64_t first, std::uint64_t shown) {
  const std::string all = counted(total, "passage", "passages");
  if (shown == total) return all;
  if (shown == 0) return tr("{}; er is geen nummer {}", all, first);
  return tr("{}; getoond: {} tot en met {}", all, first, first + shown - 1);
}

void print_text(const Hits& hits, const std::vector<ShownHit>& shown, const Options& options) {
  const std::uint64_t last = options.first + shown.size() - 1;
  fmt::print("{}{}\n", shown_of_all(hits.total, options.first, shown.size()),
             shown.empty()                ? "."
             : shown.size() == hits.total ? "\n"
                                          : tr(" (verder met --vanaf {})", last + 1) + "\n");
  std::uint64_t place = options.first;
  for (const ShownHit& hit : shown) fmt::print("{}", text_of(hit, place++, wants_colour()));
}

std::string record_of_hits(const Found& found, std::string_view content) {
  const Searcher& it = found.searcher;
  return record_line(found.command, it.study, it.store, it.store.facts(), content);
}

// As on a terminal, with the record at its end.
std::string file_text(const Found& found, const std::vector<ShownHit>& shown,
                      const Options& options) {
  std::string text =
      options.query + "\n" + shown_of_all(found.hits.total, options.first, shown.size()) + "\n\n";
  std::uint64_t place = options.first;
  for (const ShownHit& hit : shown) text += text_of(hit, place++, false);
  return text + wrapped(record_of_hits(found, text), 0, 120) + "\n";
}

std::string json_of(const Found& found, const std::vector<ShownHit>& shown,
                    const Options& options) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ShownHit& hit : shown) list.push_back(to_json(hit));
  nlohmann::ordered_json json{{"format", "samenspel-hits"}, {"version", 1},
                              {"query", options.query},     {"total", found.hits.total},
                              {"first", options.first},     {"passages", list}};
  constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
  // What is not kept is the same after a run that changed nothing.
  if (!options.write.output.empty())
    json["record"] = record_of_hits(found, json.dump(-1, ' ', false, replace));
  return json_text(json);
}

void print_hits_table(const Found& found, const std::vector<ShownHit>& shown,
                      const Options& options) {
  Table table{tr("Passages met {}", options.query), hit_columns(), {}, {}};
  for (const ShownHit& hit : shown) table.rows.push_back({cells_of(hit)});
  table.notes.push_back(shown_of_all(found.hits.total, options.first, shown.size()) + ".");
  const Searcher& it = found.searcher;
  stamp(table, found.command, it.study, it.store, it.store.facts());
  print_table(table, options.write);
}

std::string line_of(const ShownHit& hit, const std::string& format) {
  if (format == "tsv") return tsv_line(cells_of(hit));
  return to_json(hit).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string first_line(const std::string& format) {
  std::vector<Cell> names;
  for (const Column& column : hit_columns()) names.emplace_back(column.name);
  return format == "tsv" ? tsv_line(names) : std::string();
}

// Visits those that the store still has.
template <typename Visit>
void for_each_hit(const Found& found, Visit visit) {
  PassageFinder passage(found.searcher, found.query);
  for (const Hit& hit : found.hits.hits)
    if (auto it = passage(hit.passage)) visit(shown_hit(std::move(*it)));
}

// Each line as soon as its passage is read, unless all of them go into a file. The total is told
// apart where there are more than were asked for: lines are for programs.
int print_hit_lines(const Found& found, const Options& options) {
  const std::string& format = options.write.format;
  ExportGate gate(found.session, found.searcher.store, is_read_here(options.write),
                  options.is_strict);
  if (gate.looks())
    for_each_hit(found,
                 [&](const ShownHit& hit) { gate.look_at(hit.passage.id, hit.passage.text); });
  if (!gate.opens()) return exit_error;
  const bool streams = options.write.output.empty();
  std::uint64_t lines = 0;
  std::string text = first_line(format);
  for_each_hit(found, [&](const ShownHit& hit) {
    ++lines;
    text += line_of(hit, format);
    if (!streams) return;
    fmt::print("{}", shown(text));
    text.clear();
  });
  const std::string note = shown_of_all(found.hits.total, options.first, lines);
  if (streams)
    fmt::print("{}", shown(text));
  else
    print_answer(text, {note + ".", record_of_hits(found, text)}, options.write);
  if (streams && lines < found.hits.total) complain(note);
  return lines == 0 ? exit_nothing_found : exit_done;
}

void print_nothing_found(const Found& found, const std::string& query) {
  fmt::print("{}\n", tr("Niets gevonden."));
  const Search& search = found.searcher.search;
  const std::vector<MissingWord> missing = search.missing(found.query);
  for (const MissingWord& it : missing)
    fmt::print("{}\n", tr("Het woord '{}' komt in geen tekst voor{}", printable(it.word),
                          it.near.empty() ? "." : suggest(it.word, it.near)));
  if (!missing.empty()) return;
  const std::vector<QueryPart> parts = parts_alone(search, query);
  if (!parts.empty()) fmt::print("{}\n", tr("Elk op zichzelf:"));
  for (const QueryPart& it : parts)
    fmt::print("  {}: {}\n", printable(it.text), counted(it.passages, "passage", "passages"));
  fmt::print("{}\n", tr("Een ruimere vraag: minder woorden, OF in plaats van EN, of een * achter "
                        "een woord."));
}

std::string expansion_kind(const CaughtWord& it) {
  switch (it.kind) {
    case CaughtWord::Kind::lemma:
      return tr("lemma");
    case CaughtWord::Kind::apart:
      return tr("gescheiden: {}", it.lemma);
    case CaughtWord::Kind::form:
      break;
  }
  return it.lemma.empty() ? tr("vorm") : tr("vorm van {}", it.lemma);
}

Table expansion_table(const std::vector<ExpandedWord>& words, const Options& options) {
  Table table{tr("Waar de woorden van {} voor staan", options.query),
              {{"in_vraag", tr("in de vraag")},
               {"woord", tr("woord")},
               {"soort", tr("wat")},
               {"woorden", tr("woorden")},
               {"passages", tr("passages")}},
              {},
              {}};
  for (const ExpandedWord& word : words)
    for (const CaughtWord& it : word.caught)
      table.rows.push_back(
          {{word.written, it.word, expansion_kind(it), static_cast<std::int64_t>(it.words),
            static_cast<std::int64_t>(it.passages)}});
  for (const ExpandedWord& word : words)
    if (word.caught.empty())
      table.notes.push_back(tr("'{}' past op geen woord van deze teksten.", word.written));
  table.notes.emplace_back(tr(
      "Geteld in alle passages van de studie, ook waar de rest van de vraag niet past. Een lemma "
      "telt al zijn vormen; de vormen eronder zijn wat daarvan in de teksten staat."));
  return table;
}

int run_expansion(const Searcher& searcher, const PreparedQuery& query, const Options& options) {
  const auto words = searcher.search.expansion(query);
  if (words.empty()) {
    complain(tr("in deze vraag staan geen woorden: er is niets uit te vouwen"));
    return exit_nothing_found;
  }
  print_table(expansion_table(words, options), options.write);
  return exit_done;
}

int run_facet(const Found& found, const Options& options) {
  const Searcher& it = found.searcher;
  const CorpusFacts facts = it.store.facts();
  auto table = facet(facts, it.search.all(found.query), options.facet);
  if (!table) {
    complain(table.error());
    return exit_error;
  }
  stamp(*table, found.command, it.study, it.store, facts);
  print_table(*table, options.write);
  return table->rows.empty() ? exit_nothing_found : exit_done;
}

int print_page(const Found& found, const Options& options) {
  std::vector<ShownHit> shown;
  for_each_hit(found, [&](ShownHit hit) { shown.push_back(std::move(hit)); });
  ExportGate gate(found.session, found.searcher.store, is_read_here(options.write),
                  options.is_strict);
  for (const ShownHit& hit : shown) gate.look_at(hit.passage.id, hit.passage.text);
  if (!gate.opens()) return exit_error;
  if (options.write.format == "json")
    print_answer(json_of(found, shown, options), {}, options.write);
  else if (options.write.format == "tekst" && !is_read_here(options.write))
    print_answer(file_text(found, shown, options), {}, options.write);
  else if (!is_read_here(options.write))
    print_hits_table(found, shown, options);
  else if (found.hits.total == 0)
    print_nothing_found(found, options.query);
  else
    print_text(found.hits, shown, options);
  return shown.empty() ? exit_nothing_found : exit_done;
}

int run_search(const Session& session, const Command& command, const Options& options) {
  const auto searcher = Searcher::open(session);
  if (!searcher) return exit_error;
  const auto query = searcher->search.prepare(options.query);
  if (!query) {
    complain_about_query(options.query, query.error());
    return exit_error;
  }
  if (options.expands) return run_expansion(*searcher, *query, options);
  Found found{session, command, *searcher, *query, {}};
  if (!options.facet.empty()) return run_facet(found, options);
  found.hits = searcher->search.find(
      *query, {options.first - 1, most_wanted(options.count, options.write, for_people),
               orders.at(options.order)});
  return is_of_lines(options.write.format) ? print_hit_lines(found, options)
                                           : print_page(found, options);
}

}  // namespace

void add_search(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand("search", "Zoek passages op woord, factor en kenmerk");
  command.add_option("vraag", options->query, "Zoekvraag").required().type_name("VRAAG");
  command
      .add_option("--aantal,-n", options->count,
                  "Zoveel passages (standaard 10; als tsv of jsonl alle)")
      .type_name("N")
      .between(1, 1'000'000'000);
  command.add_option("--vanaf", options->first, "Vanaf het hoeveelste")
      .type_name("N")
      .between(1, std::uint64_t{1} << 40)
      .capture_default_str();
  command.add_option("--volgorde", options->order, "relevantie, document of datum")
      .type_name("VOLGORDE")
      .one_of({"relevantie", "document", "datum"})
      .capture_default_str();
  command
      .add_option("--facet", options->facet,
                  "Tel de passages per waarde van een kenmerk, of per document, spreker of factor")
      .type_name("KENMERK");
  command.add_flag("--uitgevouwen", options->expands,
                   "Toon waar elk woord en elke * in deze teksten voor staat, en hoe vaak");
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Woorden vinden alle verbuigingen. Verder: \"een woordgroep\", =precies zo, begin*, EN OF "
      "NIET,\n"
      "haakjes, a NEAR/8 b, factor:ID, factor:ID/faal, thema:, valentie:, spreker:, "
      "soort:respondent,\n"
      "datum:2025-01..2025-06 en elk kenmerk, zoals rol:bestuurder; binnen:zin, binnen:document\n"
      "en @NAAM van een opgeslagen zoekvraag (samenspel queries).\n"
      "Voorbeelden:\n"
      "  samenspel search 'samenwerken NEAR/5 gemeente'\n"
      "  samenspel search 'factor:vertrouwen/faal rol:bestuurder' --facet case\n"
      "  samenspel search '\"gedeelde visie\" -soort:interviewer' --format json\n"
      "  samenspel search 'vertrouwen gemeente binnen:zin' --format tsv | cut -f 2 | sort | uniq "
      "-c");
  command.callback(
      [options, command, &session] { session.status = run_search(session, command, *options); });
}

}  // namespace pipeline
