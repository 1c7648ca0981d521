#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/evidence.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/number.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/sentences.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/evaluate/disagreements.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::string sentences;
  std::vector<std::string> codings;
  std::filesystem::path lexicon;
  bool names_study = false;
  std::string by = "overzicht", against, disagreements;
  std::size_t show = 0;
  TableOptions write;
};

constexpr std::pair<std::string_view, Table (*)(const Evaluation&)> tables[] = {
    {"overzicht", overview_table},
    {"factor", factor_table},
    {"valentie", valence_table},
    {"patroon", pattern_table},
};

// A coder is called after the file: "anna" for codeurs/anna.tsv.
std::string coder_name(const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  return stem.empty() ? file : stem;
}

Result<std::vector<CoderCodings>> read_people(const std::vector<std::string>& files,
                                              const std::vector<SentenceRow>& sentences) {
  std::vector<CoderCodings> people;
  for (const std::string& file : files) {
    const std::string name = coder_name(file);
    if (std::ranges::count(people, name, &CoderCodings::name) > 0)
      return failure(fmt::format("er is al een codeur '{}'; een codeur heet naar het bestand, dus "
                                 "geef elk bestand een eigen naam",
                                 name),
                     file);
    const auto text = read_lines(file);
    if (!text) return tl::unexpected(text.error());
    auto codings = coder_codings(*text, file, name, sentences);
    if (!codings) return tl::unexpected(codings.error());
    people.push_back(std::move(*codings));
  }
  return people;
}

void add_coding(FactorCoding& to, const Coding& coding, std::string_view text) {
  to.valences.add(coding.valence);
  to.reason += fmt::format("{}{}: {}", to.reason.empty() ? "" : "; ", to_string(coding.modality),
                           evidence_line(coding, text));
  for (const Evidence& it : coding.evidence) {
    const PatternName name{it.rule, it.source};
    if (it.kind == Evidence::Kind::pattern && std::ranges::count(to.patterns, name) == 0)
      to.patterns.push_back(name);
  }
}

CoderCodings code_all(const Lexicon& lexicon, const WordTable& words,
                      const std::vector<SentenceRow>& sentences) {
  Stages stages(words, lexicon, Settings{});
  CoderCodings codings{lexicon.coder(), {}};
  for (const SentenceRow& row : sentences) {
    auto& unit = codings.units.emplace_back();
    const Staged staged = stage_sentence(stages, row);
    for (const Coding& coding : staged.codings)
      add_coding(unit[coding.factor], coding, staged.clean.text);
    stages.renew_if_large();
  }
  return codings;
}

bool write_file(const std::string& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (stream) return true;
  complain(Error{"kan niet worden geschreven; bestaat de map?", file});
  return false;
}

void show_disagreements(const Evaluation& evaluation, const std::vector<SentenceRow>& sentences,
                        std::size_t most) {
  const std::vector<Disagreement> all = disagreements(evaluation);
  const std::size_t shown = std::min(most, all.size());
  fmt::print("\n{}; getoond: {}\n", counted(all.size(), "verschil", "verschillen"), shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Disagreement& it = all[i];
    const SentenceRow& sentence = sentences[it.unit];
    fmt::print("\n{}  {} · {}\n", printable(sentence.id), to_string(it.kind), printable(it.factor));
    fmt::print("{}\n", wrapped(printable(sentence.sentence), 4, 98));
    fmt::print("{}\n", wrapped(printable(people_say(evaluation, it)), 2, 98));
    fmt::print("{}\n", wrapped("lexicon: " + printable(lexicon_says(evaluation, it)), 2, 98));
  }
}

Result<Evaluation> evaluation_of(const Lexicon& lexicon, const WordTable& words,
                                 const std::vector<SentenceRow>& sentences,
                                 const Options& options) {
  auto people = read_people(options.codings, sentences);
  if (!people) return tl::unexpected(people.error());
  auto reference = reference_named(*people, options.against);
  if (!reference) return tl::unexpected(reference.error());
  return Evaluation{code_all(lexicon, words, sentences), std::move(*people), lexicon.factors,
                    std::move(*reference)};
}

int run_sentences(const Session& session, const Options& options) {
  const auto lexicon = lexicon_for(session, options.lexicon, options.names_study);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const auto sentences = read_sentences(options.sentences);
  if (!sentences) {
    complain(sentences.error());
    return exit_error;
  }
  const auto evaluation = evaluation_of(*lexicon, *words, *sentences, options);
  if (!evaluation) {
    complain(evaluation.error());
    return exit_error;
  }
  if (sentences->empty()) {
    complain(Error{"er staat geen zin in dit bestand", options.sentences});
    return exit_nothing_found;
  }
  if (!options.disagreements.empty() &&
      !write_file(options.disagreements, disagreements_tsv(*evaluation, *sentences)))
    return exit_error;
  const auto table = std::ranges::find(tables, options.by, [](const auto& it) { return it.first; });
  print_table(table->second(*evaluation), options.write);
  if (options.show > 0) show_disagreements(*evaluation, *sentences, options.show);
  return exit_done;
}

void add_inputs(CLI::App& command, Options& options) {
  command
      .add_option("--sentences", options.sentences,
                  "Zinnen: een TSV met kolommen id en sentence, en zo mogelijk previous en doc")
      ->type_name("BESTAND")
      ->required();
  command
      .add_option("--codings", options.codings,
                  "Wat één mens codeerde: een TSV met id, factor en valence, met - bij een zin "
                  "zonder codering; herhaal dit voor elke codeur")
      ->type_name("BESTAND")
      ->required();
  command
      .add_option("--lexicon", options.lexicon,
                  "Map van het lexicon (standaard: dat van --study, anders samenwerking)")
      ->type_name("MAP");
}

void add_answers(CLI::App& command, Options& options) {
  command
      .add_option("--per", options.by, "Welke tabel: overzicht, of per factor, valentie, patroon")
      ->type_name("WAT")
      ->check(CLI::IsMember({"overzicht", "factor", "valentie", "patroon"}))
      ->capture_default_str();
  command
      .add_option("--against", options.against,
                  "Vergelijk met deze codeur in plaats van met de consensus van allen")
      ->type_name("NAAM");
  command
      .add_option("--disagreements", options.disagreements,
                  "Schrijf alle verschillen, om na te lezen, naar dit bestand (TSV)")
      ->type_name("BESTAND");
  command.add_option("--toon", options.show, "Toon ook de eerste N verschillen")
      ->type_name("N")
      ->check(CLI::Range(0U, 100'000U));
}

}  // namespace

void add_evaluate(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("evaluate", "Hoe goed is het lexicon, vergeleken met mensen?");
  add_inputs(*command, *options);
  add_answers(*command, *options);
  add_study_option(*command, session);
  add_table_options(*command, options->write);
  command->footer(
      "Voorbeelden:\n"
      "  samenspel evaluate --sentences zinnen.tsv --codings anna.tsv --codings bram.tsv\n"
      "  samenspel evaluate --sentences zinnen.tsv --codings anna.tsv --per patroon --format csv\n"
      "  samenspel evaluate --sentences zinnen.tsv --codings anna.tsv --codings bram.tsv \\\n"
      "    --per factor --against anna --disagreements verschillen.tsv --toon 5");
  command->callback([command, options, &session] {
    options->names_study = command->count("--study") > 0;
    session.status = run_sentences(session, *options);
  });
}

}  // namespace pipeline
