#include "pipeline/tag/tag.h"

#include <fmt/format.h>

#include <set>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/evidence.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/progress.h"
#include "pipeline/cli/sentences.h"

namespace pipeline {
namespace {

struct Options {
  std::string sentences;
  std::filesystem::path lexicon;
  unsigned jobs = 0;
  bool names_study = false;
  std::string format = "tekst";
};

void print_codings(const std::string& id, const Staged& staged) {
  std::set<std::pair<FactorId, Valence>> said;  // a sentence that was cut in two is still one row's
  for (const Coding& coding : staged.codings)
    if (said.emplace(coding.factor, coding.valence).second)
      fmt::print("{}", shown(fmt::format("{}\t{}\t{}\t{}\t{}\n", id, coding.factor,
                                         to_string(coding.valence), to_string(coding.modality),
                                         evidence_line(coding, staged.clean.text))));
}

int run_sentences(const Session& session, const Options& options) {
  const auto lexicon = lexicon_for(session, options.lexicon, options.names_study);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const auto rows = read_sentences(options.sentences);
  if (!rows) {
    complain(rows.error());
    return exit_error;
  }
  Stages stages(*words, *lexicon, Settings{});
  fmt::print("id\tfactor\tvalence\tmodality\tevidence\n");
  for (const SentenceRow& row : *rows) print_codings(row.id, stage_sentence(stages, row));
  return exit_done;
}

int run_tag(const Session& session, const Options& options) {
  if (!options.sentences.empty()) return run_sentences(session, options);
  const auto study = session.study();
  const auto words = study ? session.words() : std::nullopt;
  if (!words) return exit_error;
  return show_run(options.format, [&](IngestOptions run) {
    run.jobs = options.jobs;
    return retag(*study, *words, run);
  });
}

}  // namespace

void add_tag(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "tag", "Codeer de studie opnieuw na een wijziging van het lexicon, of losse zinnen");
  const Argument sentences =
      command
          .add_option(
              "--sentences", options->sentences,
              "Codeer zinnen uit een TSV met kolommen id, previous, sentence (- = standaardinvoer)")
          .type_name("BESTAND");
  command
      .add_option(
          "--lexicon", options->lexicon,
          "Met --sentences: naam of map van het lexicon (standaard: dat van --study, anders "
          "samenwerking)")
      .type_name("LEXICON")
      .needs(sentences);
  add_study_option(command, session);
  add_jobs_option(command, options->jobs);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Voorbeelden:\n"
      "  samenspel tag --study mijn-studie\n"
      "  samenspel tag --sentences zinnen.tsv > coderingen.tsv");
  command.callback([command, options, &session] {
    options->names_study = command.count("--study") > 0;
    session.status = run_tag(session, *options);
  });
}

}  // namespace pipeline
