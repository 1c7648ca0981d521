#include "pipeline/cli/evaluate.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/people_files.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

Argument add_sentence_options(const Command& command, EvaluateOptions& options) {
  const Argument sentences = add_people_options(
      command, {options.sentences, options.codings, options.lexicon},
      tr("Zinnen: een TSV met kolommen id en sentence, en zo mogelijk previous en doc"),
      tr("Map van het lexicon (standaard: dat van --study, anders samenwerking)"));
  command
      .add_option("--against", options.against,
                  "Vergelijk met deze codeur in plaats van met de consensus van allen")
      .type_name("NAAM")
      .needs(sentences);
  command
      .add_option("--disagreements", options.disagreements,
                  "Schrijf alle verschillen, om na te lezen, naar dit bestand (TSV)")
      .type_name("BESTAND")
      .needs(sentences);
  return sentences;
}

void add_pattern_options(const Command& command, EvaluateOptions& options, Argument sentences) {
  const Argument by = command
                          .add_option("--per", options.by,
                                      "Welke tabel: overzicht, of per factor, valentie, patroon")
                          .type_name("WAT")
                          .one_of({"overzicht", "factor", "valentie", "patroon"})
                          .capture_default_str();
  const Argument patterns =
      command.add_flag("--patterns", options.patterns, "Hoe doet elk patroon het in de studie?")
          .excludes(sentences)
          .excludes(by);
  command
      .add_option("--sort", options.sort,
                  "Volgorde van patronen: treffers, documenten, sprekers, verworpen, aanvaard, "
                  "gekeerd, grootste of patroon")
      .type_name("WAT")
      .needs(patterns)
      .capture_default_str();
  command.add_option("--factor", options.factor, "Alleen patronen van deze factor")
      .type_name("FACTOR")
      .needs(patterns);
  command.add_flag("--zonder-treffer", options.unused, "Alleen patronen die niets vonden")
      .needs(patterns);
}

void run(const Command& command, EvaluateOptions& options, Session& session) {
  options.names_study = command.count("--study") > 0;
  options.names_show = command.count("--toon") > 0;
  if (options.patterns)
    session.status = evaluate_patterns(session, options);
  else
    session.status = options.sentences.empty() ? evaluate_study(session, options)
                                               : evaluate_sentences(session, options);
}

}  // namespace

void add_evaluate(const Command& app, Session& session) {
  auto options = std::make_shared<EvaluateOptions>();
  const Command command =
      app.add_subcommand("evaluate", "Hoe goed is het lexicon, vergeleken met mensen?");
  add_pattern_options(command, *options, add_sentence_options(command, *options));
  command
      .add_option("--toon", options->show, "Toon de eerste N verschillen, of N patronen (0: alle)")
      .type_name("N")
      .between(0, 1'000'000);
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel evaluate --sentences zinnen.tsv --codings anna.tsv --codings bram.tsv\n"
      "  samenspel evaluate --sentences zinnen.tsv --codings anna.tsv --codings bram.tsv \\\n"
      "    --per factor --against anna --disagreements verschillen.tsv --toon 5\n"
      "  samenspel evaluate --study mijn-studie --per factor       wat mensen aanvaardden\n"
      "  samenspel evaluate --study mijn-studie --patterns --sort grootste\n"
      "  samenspel evaluate --study mijn-studie --patterns --zonder-treffer --factor vertrouwen");
  command.callback([command, options, &session] { run(command, *options, session); });
}

}  // namespace pipeline
