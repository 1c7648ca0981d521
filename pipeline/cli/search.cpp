#include "pipeline/search/search.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/part.h"
#include "pipeline/report/facet.h"
#include "pipeline/report/printable.h"
#include "pipeline/search/mark.h"

namespace pipeline {
namespace {

struct Options {
  std::string query, format = "tekst", order = "relevantie", facet;
  std::uint64_t first = 1, count = 10;
  bool is_strict = false;
};

const std::map<std::string, HitOrder> orders{{"relevantie", HitOrder::relevance},
                                             {"document", HitOrder::document},
                                             {"datum", HitOrder::date}};

// A hit as it is shown: its passage, what in it was hit, the sentences to show, its codings. Spans
// are of the passage's own text.
struct ShownHit {
  ShownPassage passage;
  std::vector<Span> marks;
  Span part;
  std::vector<ShownCoding> codings;
};

ShownHit shown_hit(FoundPassage found) {
  return {std::move(found.passage), found.found.in_source(), found.found.snippet(),
          std::move(found.codings)};
}

void print_hit(const ShownHit& hit, std::uint64_t number, bool colour) {
  fmt::print("{}. {}\n", number, heading(hit.passage));
  std::string text = marked(hit.passage.text, hit.part, hit.marks, colour);
  if (hit.part.begin > 0) text = "… " + text;
  if (hit.part.end < hit.passage.text.size()) text += " …";
  fmt::print("{}\n", wrapped(text, 3, 98));
  const std::string attributes = attributes_line(hit.passage.attributes);
  if (!attributes.empty()) fmt::print("{}\n", wrapped(attributes, 3, 98));
  for (const ShownCoding& it : hit.codings)
    fmt::print("   {}  {} · {}{}{}\n", to_string(it.id), it.coding.factor,
               coloured(it.coding.valence, colour),
               it.coding.modality == Modality::fact
                   ? std::string()
                   : fmt::format(" · {}", to_string(it.coding.modality)),
               is_learner(it.coding.coder) ? " · " + it.coding.coder : std::string());
  fmt::print("\n");
}

nlohmann::ordered_json json_of(const ShownHit& hit) {
  nlohmann::ordered_json json = to_json(hit.passage);
  const CodePoints text(hit.passage.text);
  nlohmann::ordered_json marks = nlohmann::ordered_json::array();
  for (const Span span : hit.marks)
    marks.push_back({text.before(span.begin), text.before(span.end)});
  json["hits"] = marks;
  nlohmann::ordered_json codings = nlohmann::ordered_json::array();
  for (const ShownCoding& it : hit.codings)
    codings.push_back({{"id", to_string(it.id)},
                       {"factor", it.coding.factor},
                       {"valence", to_string(it.coding.valence)},
                       {"modality", to_string(it.coding.modality)},
                       {"coder", it.coding.coder}});
  json["codings"] = codings;
  return json;
}

void print_text(const Hits& hits, const std::vector<ShownHit>& shown, const Options& options) {
  const std::uint64_t last = options.first + shown.size() - 1;
  const std::string total = counted(hits.total, "passage", "passages");
  if (shown.empty())
    fmt::print("{}; er is geen nummer {}.\n", total, options.first);
  else if (shown.size() == hits.total)
    fmt::print("{}\n\n", total);
  else
    fmt::print("{}; getoond: {} tot en met {} (verder met --vanaf {})\n\n", total, options.first,
               last, last + 1);
  std::uint64_t place = options.first;
  for (const ShownHit& hit : shown) print_hit(hit, place++, wants_colour());
}

void print_list(const Hits& hits, const std::vector<ShownHit>& shown, const Options& options) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ShownHit& hit : shown) list.push_back(json_of(hit));
  print_json({{"format", "samenspel-hits"},
              {"version", 1},
              {"query", options.query},
              {"total", hits.total},
              {"first", options.first},
              {"passages", list}});
}

Table hits_table(const std::vector<ShownHit>& shown) {
  Table table{"Passages",
              {{"id", "nr"},
               {"document", "document"},
               {"spreker", "spreker"},
               {"tijd", "tijd"},
               {"tekst", "tekst"},
               {"bladzijde", "bladzijde"},
               {"deel", "deel"}},
              {},
              {}};
  for (const ShownHit& hit : shown) {
    const ShownPassage& it = hit.passage;
    table.rows.push_back(
        {{to_string(it.id), it.path, it.speaker,
          it.start_ms ? Cell(clock_time(*it.start_ms)) : Cell(), it.text,
          it.page ? Cell(std::int64_t{*it.page}) : Cell(), std::string(part_name(it.part))}});
  }
  return table;
}

void print_in(const std::string& format, const Table& table) {
  TableOptions write;
  write.format = format;
  print_table(table, write);
}

void print_nothing_found(const std::vector<MissingWord>& missing) {
  fmt::print("Niets gevonden.\n");
  for (const MissingWord& it : missing)
    fmt::print("Het woord '{}' komt in geen tekst voor{}\n", printable(it.word),
               it.near.empty() ? "." : suggest(it.word, it.near));
  if (missing.empty())
    fmt::print(
        "Een ruimere vraag: minder woorden, OF in plaats van EN, of een * achter een woord.\n");
}

int run_facet(const Searcher& searcher, const PreparedQuery& query, const Options& options) {
  const auto table = facet(searcher.store.facts(), searcher.search.all(query), options.facet);
  if (!table) {
    complain(table.error());
    return exit_error;
  }
  print_in(options.format, *table);
  return table->rows.empty() ? exit_nothing_found : exit_done;
}

int run_search(const Session& session, const Options& options) {
  const auto searcher = Searcher::open(session);
  if (!searcher) return exit_error;
  const auto query = searcher->search.prepare(options.query);
  if (!query) {
    complain_about_query(options.query, query.error());
    return exit_error;
  }
  if (!options.facet.empty()) return run_facet(*searcher, *query, options);
  const Hits hits =
      searcher->search.find(*query, {options.first - 1, options.count, orders.at(options.order)});
  PassageFinder passage(*searcher);
  const HitMarker mark(*query);
  std::vector<ShownHit> shown;
  for (const Hit& hit : hits.hits)
    if (auto it = passage(hit.passage, mark)) shown.push_back(shown_hit(std::move(*it)));
  ExportGate gate(session, searcher->store, options.format, options.is_strict);
  for (const ShownHit& hit : shown) gate.look_at(hit.passage.id, hit.passage.text);
  if (!gate.opens()) return exit_error;
  if (options.format == "json") {
    print_list(hits, shown, options);
  } else if (options.format != "tekst") {
    print_in(options.format, hits_table(shown));
  } else if (hits.total == 0) {
    print_nothing_found(searcher->search.missing(*query));
  } else {
    print_text(hits, shown, options);
  }
  return shown.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_search(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("search", "Zoek passages op woord, factor en kenmerk");
  command->add_option("vraag", options->query, "Zoekvraag")->required()->type_name("VRAAG");
  command->add_option("--aantal,-n", options->count, "Zoveel passages tonen")
      ->type_name("N")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  command->add_option("--vanaf", options->first, "Vanaf het hoeveelste")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40))
      ->capture_default_str();
  command->add_option("--volgorde", options->order, "relevantie, document of datum")
      ->type_name("VOLGORDE")
      ->check(CLI::IsMember({"relevantie", "document", "datum"}))
      ->capture_default_str();
  command
      ->add_option("--facet", options->facet,
                   "Tel de passages per waarde van een kenmerk, of per document of spreker")
      ->type_name("KENMERK");
  add_gate_option(*command, options->is_strict);
  add_study_option(*command, session);
  add_format_option(*command, options->format, {"tekst", "json", "csv", "markdown"});
  command->footer(
      "Woorden vinden alle verbuigingen. Verder: \"een woordgroep\", =precies zo, begin*, EN OF "
      "NIET,\n"
      "haakjes, a NEAR/8 b, factor:ID, factor:ID/faal, thema:, valentie:, spreker:, "
      "soort:respondent,\n"
      "datum:2025-01..2025-06 en elk kenmerk, zoals rol:bestuurder.\n"
      "Voorbeelden:\n"
      "  samenspel search 'samenwerken NEAR/5 gemeente'\n"
      "  samenspel search 'factor:vertrouwen/faal rol:bestuurder' --facet case\n"
      "  samenspel search '\"gedeelde visie\" -soort:interviewer' --format json");
  command->callback([options, &session] { session.status = run_search(session, *options); });
}

}  // namespace pipeline
