#include "pipeline/cli/learn.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/lexicon_choice.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/cli/people_files.h"
#include "pipeline/cli/sentences.h"
#include "pipeline/cli/show.h"
#include "pipeline/evaluate/proposers.h"
#include "pipeline/ingest/models.h"
#include "pipeline/ingest/observing.h"
#include "pipeline/learn/figures.h"
#include "pipeline/learn/model_file.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// Learning from loose sentences.
std::optional<LearnedFrom> from_sentences(const LearnOptions& options, const WordTable& words,
                                          const Lexicon& lexicon) {
  const auto rows = read_sentences(options.sentences);
  if (!rows) {
    complain(rows.error());
    return std::nullopt;
  }
  auto people = read_people(options.codings, *rows);
  if (!people) {
    complain(people.error());
    return std::nullopt;
  }
  LearnedFrom from;
  from.lessons.set = lessons_of(*rows, *people, words, lexicon);
  for (const CoderCodings& it : *people) {
    from.lessons.coders.push_back(it.name);
    for (const auto& unit : it.units) from.lessons.coded += unit.size();
  }
  return from;
}

// Packs of other studies, and the lexicon's own examples.
std::optional<LessonSet> always_of(const LearnOptions& options, const WordTable& words,
                                   const Lexicon& lexicon) {
  LessonSet always;
  if (!options.without_examples) always = example_lessons(lexicon, words);
  for (const std::string& file : options.packs) {
    const auto text = read_lines(file);
    const auto pack = text ? read_pack(*text, file) : tl::unexpected(text.error());
    if (!pack) {
      complain(pack.error());
      return std::nullopt;
    }
    if (pack->lexicon != lexicon_name(lexicon)) {
      complain(Error{tr("dit leerpakket is gemaakt met lexicon {}, en hier geldt {}; maak "
                        "het opnieuw in de studie waar het vandaan komt",
                        pack->lexicon, lexicon_name(lexicon)),
                     file});
      return std::nullopt;
    }
    always = joined(std::move(always), pack->set);
  }
  return always;
}

// Where the model goes: the file that was named, else into the study.
bool keep(const Model& model, const LearnOptions& options, const std::optional<Study>& study) {
  std::string hash, file;
  if (!options.model.empty()) {
    const std::string text = write_model(model);
    if (!write_or_complain(options.model, text)) return false;
    hash = model_hash(text);
    file = options.model;
  } else if (study) {
    const auto kept = keep_model(*study, model);
    if (!kept) {
      complain(kept.error());
      return false;
    }
    hash = kept->hash;
    file = kept->file.string();
  } else {
    return true;
  }
  if (options.write.format == "tekst")
    fmt::print("\n{}\n", tr("Model: {}, in {}.", hash, printable(file)));
  return true;
}

bool show_figures(const LearnedFrom& from, const LessonSet& always, const Lexicon& lexicon,
                  const LearnOptions& options) {
  const TrainOptions how = train_options(options);
  const auto tried = try_out(from.lessons.set, always, how);
  if (!tried) {
    complain(tried.error());
    return false;
  }
  const LessonSet& set = from.lessons.set;
  const Reference reference = reference_of(set);
  const std::vector<CoderCodings> proposers = proposers_of(set, *tried);
  Table table = options.by == "factor" ? proposers_by_factor(proposers, reference, lexicon.factors)
                : options.by == "valentie" ? proposers_by_valence(proposers, reference)
                                           : proposers_table(proposers, reference);
  add_figure_notes(table, from, *tried, how, options);
  if (options.draws_curve) {
    const auto curve = learning_curve(set, always, how);
    if (!curve) {
      complain(curve.error());
      return false;
    }
    table = *curve;
  }
  print_table(table, options.write);
  return true;
}

int run(const Session& session, const LearnOptions& options) {
  const bool in_study = options.sentences.empty();
  const auto study = in_study ? session.study() : std::nullopt;
  if (in_study && !study) return exit_error;
  const auto store = study ? session.store(*study) : std::nullopt;
  if (in_study && !store) return exit_error;
  const auto lexicon = study ? session.lexicon(study->lexicon())
                             : lexicon_for(session, options.lexicon, options.names_study);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  auto from = in_study ? std::optional(LearnedFrom{study_lessons(*store, study->settings, *words,
                                                                 *lexicon, groups_of(options))})
                       : from_sentences(options, *words, *lexicon);
  const auto always = from ? always_of(options, *words, *lexicon) : std::nullopt;
  if (!always) return exit_error;
  if (!options.pack.empty() &&
      !write_or_complain(options.pack, write_pack(from->lessons.set, lexicon_name(*lexicon))))
    return exit_error;
  auto model = train(joined(without_nothing(from->lessons.set), *always), train_options(options));
  if (!model) {
    complain(model.error());
    if (!from->lessons.unknown.empty()) complain(unknown_in_words(from->lessons));
    return exit_nothing_found;
  }
  model->lexicon = lexicon_name(*lexicon);
  model->lexicon_hash = lexicon->hash;
  if (options.write.format == "tekst") print_learned_from(*from, *model, *lexicon);
  if (options.tests && !show_figures(*from, *always, *lexicon, options)) return exit_error;
  return keep(*model, options, study) ? exit_done : exit_error;
}

void add_input_options(const Command& command, LearnOptions& options) {
  add_people_options(
      command, {options.sentences, options.codings, options.lexicon},
      tr("Leer van zinnen in een TSV met kolommen id en sentence, en zo mogelijk previous en doc, "
         "in "
         "plaats van van de studie"),
      tr("Met --sentences: map van het lexicon (standaard: dat van --study, anders samenwerking)"));
  command
      .add_option("--met", options.packs,
                  "Leer ook van een leerpakket van een andere studie; mag vaker")
      .type_name("PAKKET");
  command.add_flag("--zonder-voorbeelden", options.without_examples,
                   "Leer niet ook van de voorbeeldzinnen van het lexicon");
}

}  // namespace

void add_learn(const Command& app, Session& session) {
  auto options = std::make_shared<LearnOptions>();
  const Command command = app.add_subcommand(
      "learn", "Leer van wat mensen codeerden en beslisten, en toets wat dat oplevert");
  add_input_options(command, *options);
  command
      .add_option("--precisie", options->precision,
                  "Zoveel van de voorstellen moet juist zijn, van 0,3 tot 0,95")
      .type_name("DEEL")
      .within(0.3, 0.95)
      .capture_default_str();
  command
      .add_option("--toets", options->test,
                  "Toets op documenten of sprekers waar niet van geleerd is; geen: toets niet")
      .type_name("WAT")
      .one_of({"document", "spreker", "geen"})
      .capture_default_str();
  command.add_flag("--leercurve", options->draws_curve,
                   "Toon wat een kwart, de helft ... van de documenten al had geleerd");
  command.add_option("--per", options->by, "Welke tabel: overzicht, of per factor of valentie")
      .type_name("WAT")
      .one_of({"overzicht", "factor", "valentie"})
      .capture_default_str();
  command
      .add_option("--model", options->model,
                  "Schrijf het model naar dit bestand (standaard: in de studie)")
      .type_name("BESTAND");
  command
      .add_option("--pakket", options->pack,
                  "Schrijf een leerpakket voor andere studies: kenmerken en codes, geen tekst")
      .type_name("BESTAND");
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel learn --study mijn-studie\n"
      "  samenspel learn --study mijn-studie --per factor --precisie 0.7\n"
      "  samenspel learn --sentences zinnen.tsv --codings anna.tsv --codings bram.tsv\n"
      "Daarna stelt 'samenspel propose' coderingen voor.");
  command.callback([command, options, &session] {
    options->names_study = command.count("--study") > 0;
    options->tests = options->test != "geen";
    session.status = run(session, *options);
  });
}

}  // namespace pipeline
