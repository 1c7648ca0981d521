#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/author.h"
#include "pipeline/cli/codings.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/rebuilt_index.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/decide.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/time_now.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

struct Options {
  std::vector<std::string> numbers;
  std::string reason, author;
};

std::string by(const std::string& who) {
  return who.empty() ? "" : tr(" door {}", who);
}

std::string in_words(const Refusal& it, const std::string& verdict) {
  const std::string number = to_string(it.coding);
  switch (it.why) {
    case Refusal::Why::absent:
      return tr(
          "{}: deze codering is er niet (meer); een nieuwe run kan haar anders genummerd hebben "
          "('samenspel codings list' noemt ze)",
          number);
    case Refusal::Why::of_person:
      return tr(
          "{}: dit codeerde {} zelf; alleen over voorstellen van het lexicon of van wat geleerd is "
          "kan worden beslist",
          number, it.who);
    case Refusal::Why::decided:
      return tr(
          "{}: dit is al {}{}, en wordt niet zomaar {}; trek dat eerst in met 'samenspel codings "
          "withdraw {}'",
          number, word_of(it.verdict), by(it.who), verdict, number);
    case Refusal::Why::undecided:
      return tr("{}: hierover heeft niemand beslist; er is niets in te trekken", number);
    case Refusal::Why::of_another:
      return tr("{}: dit is {}{}; alleen {} trekt dat in, met --by", number, word_of(it.verdict),
                by(it.who), it.who);
  }
  return number;
}

// Each once, in the order in which they were named; those that are no numbers are said.
std::vector<CodingId> codings_named(const std::vector<std::string>& numbers, bool& is_wrong) {
  std::vector<CodingId> codings;
  for (const std::string& number : numbers) {
    const auto id = coding_id_of(number);
    if (!id)
      complain(
          tr("'{}' is geen codering; schrijf document:nummer, zoals 12:3 ('samenspel "
             "codings list' noemt ze)",
             number));
    else if (std::ranges::find(codings, *id) == codings.end())
      codings.push_back(*id);
    is_wrong = is_wrong || !id;
  }
  return codings;
}

// What was decided is shown, as a run may have numbered codings anew since they were looked up.
void print_report(const Store& store, const DecideReport& report, const std::string& verdict) {
  for (const CodingId id : report.changed) {
    const auto it = store.coding(id);
    fmt::print("{}  {} · {} · {}: {}\n{}\n", to_string(id), it->coding.factor,
               word_of(it->coding.valence), word_of(it->coding.modality), verdict,
               wrapped(printable(it->text), 4, 96));
  }
  for (const CodingId id : report.known) {
    const auto decision = store.decision(id);
    fmt::print("{}\n", tr("{}  was al {}{}", to_string(id), verdict,
                          by(decision ? printable(decision->author) : "")));
  }
  for (const Refusal& it : report.refusals) complain(in_words(it, verdict));
}

// `verdict`: proposed to take a decision back.
Result<DecideReport> changed(const Study& study, std::span<const CodingId> codings,
                             const CodingDecision& decision) {
  const auto lock = WriterLock::take(study);
  if (!lock) return tl::unexpected(lock.error());
  auto store = Store::open(study.database(), true);
  if (!store) return tl::unexpected(store.error());
  const bool withdraws = decision.verdict == CodingStatus::proposed;
  const std::string verdict = withdraws ? tr("besluit ingetrokken") : word_of(decision.verdict);
  DecideReport report = withdraws ? withdraw_decisions(*store, codings, decision.author)
                                  : decide(*store, codings, decision);
  print_report(*store, report, verdict);
  return report;
}

int run(const Session& session, const Options& options, CodingStatus verdict) {
  const CodingDecision decision{verdict, author_or_user(options.author), options.reason,
                                time_now()};
  if (decision.author.empty()) {
    complain(tr("zeg wie dit beslist, met --by NAAM"));
    return exit_error;
  }
  if (!may_be_coder(decision.author, "--by")) return exit_error;
  bool is_wrong = false;
  const std::vector<CodingId> codings = codings_named(options.numbers, is_wrong);
  const auto study = codings.empty() ? std::nullopt : session.study();
  if (!study) return exit_error;
  const auto report = changed(*study, codings, decision);
  if (!report) {
    complain(report.error());
    return exit_error;
  }
  if (!report->documents.empty() && !rebuild_index(session, *study, report->documents))
    return exit_error;
  return is_wrong || !report->refusals.empty() ? exit_error : exit_done;
}

void add_one(const Command& codings, Session& session, const char* name, const std::string& what,
             CodingStatus verdict) {
  auto options = std::make_shared<Options>();
  const Command command = codings.add_subcommand(name, what);
  command
      .add_option("nummers", options->numbers,
                  "Nummers van coderingen, zoals 12:3; een of meer ('codings list' noemt ze)")
      .required()
      .type_name("NUMMER");
  command.add_option("--by", options->author, "Wie dit beslist (standaard: $USER)")
      .type_name("NAAM");
  if (verdict != CodingStatus::proposed)
    command.add_option("--reason", options->reason, "Waarom").type_name("TEKST");
  add_study_option(command, session);
  command.callback(
      [options, verdict, &session] { session.status = run(session, *options, verdict); });
  if (verdict == CodingStatus::proposed) {
    command.footer(
        "Voorbeeld:\n"
        "  samenspel codings withdraw 12:3 --by marit --study mijn-studie");
    return;
  }
  command.footer(tr(
      "Het besluit blijft in de studie, wat een nieuwe run of een nieuw voorstel ook zegt, tot wie "
      "het nam\n"
      "het intrekt met 'codings withdraw'. 'samenspel learn' leert ervan.\n"
      "Voorbeeld:\n"
      "  samenspel codings {} 12:3 12:8 --by marit --reason 'Gaat over de deur zelf' --study "
      "mijn-studie",
      name));
}

}  // namespace

void add_deciding(const Command& codings, Session& session) {
  add_one(codings, session, "accept",
          tr("Aanvaard voorstellen van het lexicon of van wat geleerd is"), CodingStatus::accepted);
  add_one(codings, session, "reject", tr("Verwerp voorstellen; zij tellen dan nergens meer mee"),
          CodingStatus::rejected);
  add_one(codings, session, "withdraw", tr("Trek uw besluiten over voorstellen in"),
          CodingStatus::proposed);
}

}  // namespace pipeline
