#include "pipeline/ingest/propose.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/rebuilt_index.h"
#include "pipeline/cli/show.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::string model;
  bool is_combined = false, withdraws = false;
  std::size_t read_next = 0, missed = 0;
};

void print_report(const ProposeReport& report, const std::string& coder, const Model& model) {
  fmt::print("{}\n",
             tr("{} van {}, in {} van {}.", counted(report.proposed, "voorstel", "voorstellen"),
                coder, counted(report.sentences, "zin", "zinnen"),
                counted(report.documents, "document", "documenten")));
  for (const auto& [factor, count] : report.by_factor)
    fmt::print("  {:<24}{:>6}\n", factor, number(count));
  if (report.decided > 0)
    fmt::print("{}\n", tr("Niet voorgesteld, want een mens codeerde of besliste daar al: {}.",
                          number(report.decided)));
  if (report.withdrawn > 0)
    fmt::print("{}\n",
               tr("Eerdere voorstellen die zijn teruggenomen: {}.", number(report.withdrawn)));
  std::string few;
  for (const FactorJudge& it : model.factors)
    if (!it.is_ready) few += (few.empty() ? "" : ", ") + it.factor;
  if (!few.empty())
    fmt::print("{}\n",
               wrapped(tr("Te weinig voorbeelden om uit woorden alleen voor te stellen: {}.", few),
                       0, 98));
  for (const Stranger& it : report.strangers)
    fmt::print(
        "{}\n",
        tr("Let op: {} lijkt niet op waar van geleerd is ({} van de woorden is bekend, gewoon is "
           "{}); weeg die voorstellen zwaarder.",
           printable(it.path), percent(it.known), percent(model.known_mean)));
  if (report.proposed == 0) {
    fmt::print(
        "{}\n",
        tr("Niets haalt de gevraagde precisie ({}). Leer opnieuw met een lagere --precisie, of "
           "codeer\n"
           "meer; 'samenspel learn' noemt wat elke precisie overlaat.",
           percent(model.wished_precision)));
    return;
  }
  fmt::print(
      "\n{}\n",
      tr("Tabellen tellen ze alleen met --coder learned (of combined). 'samenspel codings list' "
         "noemt\n"
         "ze met hun nummer, 'samenspel why NUMMER' zegt waarom, 'samenspel codings accept' en "
         "'reject'\n"
         "beslissen erover; 'samenspel propose --terug' neemt alle andere terug."));
}

void print_candidates(const Store& store, const std::vector<LikelyCoding>& all) {
  for (const LikelyCoding& it : all) {
    const auto passage = store.passage(it.passage);
    if (!passage) continue;
    const Span local{it.sentence.begin - passage->span.begin,
                     it.sentence.end - passage->span.begin};
    fmt::print("{:>5}  {} · {}\n  {}\n{}\n\n", percent(it.proposal.probability), it.proposal.factor,
               coloured(it.proposal.valence, wants_colour()), heading(*passage),
               wrapped(printable(marked(passage->text, local, {}, false)), 4, 96));
  }
}

int list(const ProposingStudy& proposing, const Store& store, const KeptModel& kept,
         const Options& options) {
  const auto proposer = options.is_combined ? Proposer::combined : Proposer::learned;
  auto candidates = proposing.candidates(store, proposer, 0.05);
  if (options.read_next > 0) {
    candidates = read_next(std::move(candidates), kept.model, options.read_next);
    fmt::print("{}\n\n",
               tr("Wat te lezen het meest zou leren, eerst wat het model het minst weet:"));
  } else {
    // Nobody coded the factor there, the lexicon neither.
    std::erase_if(candidates, [](const LikelyCoding& it) { return it.is_coded || it.is_decided; });
    if (candidates.size() > options.missed) candidates.resize(options.missed);
    fmt::print("{}\n\n",
               tr("Zinnen zonder codering die het meest lijken op wat mensen wel zo codeerden:"));
  }
  print_candidates(store, candidates);
  if (candidates.empty()) complain(tr("er is niets dat kans maakt"));
  return candidates.empty() ? exit_nothing_found : exit_done;
}

int withdraw(Store& store) {
  const std::uint64_t withdrawn = withdraw_learned(store);
  fmt::print("{}\n", tr("{} teruggenomen; wat mensen aanvaardden of verwierpen is gebleven.",
                        counted(withdrawn, "geleerd voorstel", "geleerde voorstellen")));
  return withdrawn == 0 ? exit_nothing_found : exit_done;
}

// What changes the study, under its lock; the status.
int change(const Study& study, const Lexicon& lexicon, const WordTable& words, KeptModel* kept,
           const Options& options) {
  const auto lock = WriterLock::take(study);
  if (!lock) {
    complain(lock.error());
    return exit_error;
  }
  auto store = Store::open(study.database(), true);
  if (!store) {
    complain(store.error());
    return exit_error;
  }
  if (kept == nullptr) return withdraw(*store);
  const auto proposer = options.is_combined ? Proposer::combined : Proposer::learned;
  const ProposingStudy proposing(study, words, lexicon, *kept);
  const ProposeReport report = proposing.propose(*store, proposer);
  print_report(report, fmt::format("{}@{}", to_string(proposer), kept->hash), kept->model);
  return report.proposed > 0 ? exit_done : exit_nothing_found;
}

int run(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto lexicon = study ? session.lexicon(study->lexicon()) : std::nullopt;
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  if (options.withdraws) {
    const int status = change(*study, *lexicon, *words, nullptr, options);
    return status == exit_done && !rebuild_index(session, *study) ? static_cast<int>(exit_error)
                                                                  : status;
  }
  auto kept = options.model.empty() ? kept_model(*study) : model_in(options.model);
  // A model from elsewhere is kept with the study, so that its proposals can be explained.
  const bool only_lists = options.read_next > 0 || options.missed > 0;
  if (kept && !options.model.empty() && !only_lists) kept = keep_model(*study, kept->model);
  if (!kept) {
    complain(kept.error());
    return exit_error;
  }
  if (const auto wrong = unfit(kept->model, *lexicon, kept->file.string())) {
    complain(*wrong);
    return exit_error;
  }
  if (kept->model.lexicon_hash != lexicon->hash)
    complain(
        tr("let op: het lexicon is veranderd sinds dit model leerde; leer zo mogelijk opnieuw"));
  if (only_lists) {
    const auto store = session.store(*study);
    if (!store) return exit_error;
    return list(ProposingStudy(*study, *words, *lexicon, *kept), *store, *kept, options);
  }
  const int status = change(*study, *lexicon, *words, &*kept, options);
  if (status == exit_error) return status;
  return rebuild_index(session, *study) ? status : static_cast<int>(exit_error);
}

}  // namespace

void add_propose(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "propose", "Stel coderingen voor met wat geleerd is, apart van die van lexicon en mensen");
  command.add_flag("--samen", options->is_combined,
                   "Stel voor wat geleerd is en lexicon samen zeggen (codeur combined)");
  command
      .add_option("--model", options->model,
                  "Met dit model (standaard: wat in de studie het laatst geleerd is)")
      .type_name("BESTAND");
  const Argument back =
      command.add_flag("--terug", options->withdraws, "Neem alle geleerde voorstellen terug");
  const Argument next = command
                            .add_option("--lees", options->read_next,
                                        "Schrijf niets; noem de N plaatsen waar een oordeel het "
                                        "meest zou leren")
                            .type_name("N")
                            .between(1, 1000)
                            .excludes(back);
  command
      .add_option(
          "--gemist", options->missed,
          "Schrijf niets; noem de N zinnen die niemand codeerde en die het meest kans maken")
      .type_name("N")
      .between(1, 1000)
      .excludes(back)
      .excludes(next);
  add_study_option(command, session);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel propose --study mijn-studie\n"
      "  samenspel table --study mijn-studie --coder learned\n"
      "  samenspel propose --study mijn-studie --lees 20\n"
      "  samenspel propose --study mijn-studie --terug");
  command.callback([options, &session] { session.status = run(session, *options); });
}

}  // namespace pipeline
