#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/lexicon_commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/ingest/suggest.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Options {
  std::string factor;
  std::filesystem::path lexicon;
  SuggestOptions suggest;
  TableOptions write;
};

Table suggestion_table(const Suggestions& found, const Factor& factor) {
  Table table{tr("Kandidaten voor {}", label_of(factor)),
              {{"woorden", tr("woorden")},
               {"bij_factor", tr("bij de factor")},
               {"elders", tr("elders")},
               {"documenten", tr("documenten")},
               {"log_likelihood", tr("log-likelihood"), 1},
               {"log_ratio", tr("log ratio"), 1}},
              {},
              {}};
  for (const Suggestion& it : found.list)
    table.rows.push_back(
        {{it.phrase, static_cast<std::int64_t>(it.target), static_cast<std::int64_t>(it.rest),
          static_cast<std::int64_t>(it.documents), it.log_likelihood, it.log_ratio}});
  table.notes = {
      tr("Bij de factor: {} van {}, {} van {} woorden; zonder interviewers en verworpen "
         "coderingen.",
         number(found.passages), counted(found.all_passages, "passage", "passages"),
         number(found.target_words), number(found.target_words + found.rest_words)),
      tr("Log-likelihood: G2 over vier cellen (Dunning 1993); 10,83 is p < 0,001 bij één "
         "vergelijking, "
         "hier zijn het er vele."),
      tr("Log ratio: log2 van de verhouding van de frequenties, 0 telt als 0,5 (Hardie 2014); 1 is "
         "twee keer zo vaak. Woordgroepen tellen per woord van de tekst."),
      tr("Wat de patronen van de factor al vinden, staat er niet bij. Oordeel zelf: wat opvalt, "
         "hoeft "
         "er niet bij te horen.")};
  return table;
}

// The text under a place, the words marked.
class Examples {
 public:
  explicit Examples(const Store& store) : store_(store) {}

  std::string line(const SuggestedPlace& place, bool colour) {
    const Span words[] = {place.words};
    return marked(source(place), place.sentence, words, colour);
  }
  std::string_view source(const SuggestedPlace& place) {
    const DocumentId document = document_of(place.passage);
    if (!loaded_ || loaded_->id != document) loaded_ = store_.load(document);
    return loaded_->document.source;
  }
  std::string where(const SuggestedPlace& place) const {
    const auto passage = store_.passage(place.passage);
    return passage ? heading(*passage) : std::string();
  }

 private:
  const Store& store_;
  std::optional<CodedDocument> loaded_;
};

void print_examples(const Store& store, const Suggestions& found) {
  Examples examples(store);
  for (const Suggestion& it : found.list) {
    fmt::print("\n{}\n", it.phrase);
    for (const SuggestedPlace& place : it.examples)
      fmt::print("  {}\n{}\n", examples.where(place),
                 wrapped(examples.line(place, wants_colour()), 4, 98));
  }
}

void print_answer(const Store& store, const Suggestions& found, const Factor& factor) {
  Examples examples(store);
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Suggestion& it : found.list) {
    nlohmann::ordered_json places = nlohmann::ordered_json::array();
    for (const SuggestedPlace& place : it.examples) {
      const std::string_view source = examples.source(place);
      const CodePoints points(source);
      places.push_back(
          {{"passage", to_string(place.passage)},
           {"span", {points.before(place.words.begin), points.before(place.words.end)}},
           {"words", slice(source, place.words)},
           {"text", slice(source, place.sentence)}});
    }
    list.push_back({{"phrase", it.phrase},
                    {"target", it.target},
                    {"rest", it.rest},
                    {"documents", it.documents},
                    {"log_likelihood", it.log_likelihood},
                    {"log_ratio", it.log_ratio},
                    {"examples", places}});
  }
  print_json({{"format", "samenspel-lexicon-suggest"},
              {"version", 1},
              {"factor", factor.id},
              {"passages", found.passages},
              {"all_passages", found.all_passages},
              {"target_words", found.target_words},
              {"rest_words", found.rest_words},
              {"suggestions", list}});
}

const Factor* factor_of(const Lexicon& lexicon, const std::string& id) {
  if (const Factor* factor = lexicon.find(id)) return factor;
  std::vector<std::string> ids;
  for (const Factor& factor : lexicon.factors) ids.push_back(factor.id);
  complain(tr("factor '{}' is niet in lexicon {}@{}{}", id, lexicon.id, lexicon.version,
              suggest(id, ids, 30)));
  return nullptr;
}

int print(const Store& store, const Suggestions& found, const Factor& factor,
          const TableOptions& write) {
  if (write.format == "json")
    print_answer(store, found, factor);
  else if (!found.list.empty())
    print_table(suggestion_table(found, factor), write);
  if (write.format == "tekst") print_examples(store, found);
  if (found.passages == 0)
    complain(tr("in deze studie is nog niets gecodeerd als {}", factor.id));
  else if (found.list.empty())
    complain(
        tr("geen woord valt genoeg op; verlaag --minimum of --drempel, of codeer eerst meer "
           "passages"));
  return found.list.empty() ? exit_nothing_found : exit_done;
}

int run_suggest(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  const auto lexicon =
      session.lexicon(options.lexicon.empty() ? study->lexicon() : options.lexicon);
  const Factor* factor = lexicon ? factor_of(*lexicon, options.factor) : nullptr;
  const auto words = factor != nullptr ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const Suggestions found =
      suggest_patterns(*store, study->settings, *words, *lexicon, factor->id, options.suggest);
  return print(*store, found, *factor, options.write);
}

}  // namespace

void add_lexicon_suggest(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = lexicon.add_subcommand(
      "suggest", "Woorden die opvallen bij een factor en nog in geen patroon staan");
  command.add_option("factor", options->factor, "Id van de factor").required().type_name("FACTOR");
  command
      .add_option("--lexicon", options->lexicon,
                  "Naam of map van het lexicon (standaard: dat van de studie)")
      .type_name("LEXICON");
  command.add_option("--aantal,-n", options->suggest.most, "Hoogstens zoveel kandidaten")
      .type_name("N")
      .capture_default_str();
  command.add_option("--minimum", options->suggest.fewest, "Alleen wat zo vaak bij de factor staat")
      .type_name("N")
      .between(1, 1'000'000)
      .capture_default_str();
  command.add_option("--drempel", options->suggest.least_likelihood, "Kleinste log-likelihood")
      .type_name("G2")
      .capture_default_str();
  command.add_option("--voorbeelden", options->suggest.examples, "Zinnen per kandidaat")
      .type_name("N")
      .capture_default_str();
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Vergelijkt de passages met de factor met alle andere: grondvormen, en groepen van twee en "
      "drie.\n"
      "Voorbeelden:\n"
      "  samenspel lexicon suggest vertrouwen --study mijn-studie\n"
      "  samenspel lexicon suggest afstemming --study mijn-studie --minimum 2 --format csv");
  command.callback([options, &session] { session.status = run_suggest(session, *options); });
}

}  // namespace pipeline
