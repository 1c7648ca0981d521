#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/learn.h"
#include "pipeline/cli/number.h"
#include "pipeline/cli/show.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::size_t most_contradictions = 20;

std::string percent(double share) {
  std::string text = fmt::format("{:.1f}", 100 * share);
  std::ranges::replace(text, '.', ',');
  return text + " %";
}

std::string decimal(double value, int digits) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  std::ranges::replace(text, '.', ',');
  return text;
}

void print_too_few(const Model& model, std::uint32_t fewest) {
  std::string few;
  std::size_t ready = 0;
  for (const FactorJudge& it : model.factors) {
    if (it.is_ready) {
      ++ready;
      continue;
    }
    const std::string need =
        it.examples < fewest ? fmt::format("nog {}", fewest - it.examples) : "in één document";
    few += fmt::format("{}{} ({})", few.empty() ? "" : ", ", it.factor, need);
  }
  fmt::print("  factoren met genoeg voorbeelden: {} van {}\n", ready, model.factors.size());
  if (!few.empty())
    fmt::print("{}\n", wrapped("Te weinig voorbeelden, en dus geen voorstel uit woorden alleen (nodig "
                               "zijn " + std::to_string(fewest) +
                                   " zinnen, in twee documenten of meer): " + few + ".",
                               2, 98));
}

void print_contradictions(const std::vector<Contradiction>& all) {
  if (all.empty()) return;
  fmt::print("\n  {} op dezelfde woorden die elkaar tegenspreken; bekijk ze nog eens:\n",
             counted(all.size(), "oordeel", "oordelen"));
  for (std::size_t i = 0; i < std::min(all.size(), most_contradictions); ++i)
    fmt::print("    {}  {}: {}\n", to_string(all[i].passage), printable(all[i].factor),
               printable(all[i].said));
  if (all.size() > most_contradictions)
    fmt::print("    en nog {}\n", all.size() - most_contradictions);
}

}  // namespace

std::string lexicon_name(const Lexicon& lexicon) {
  return lexicon.id + "@" + lexicon.version;
}

TrainOptions train_options(const LearnOptions& options) {
  TrainOptions how;
  how.wished_precision = options.precision;
  return how;
}

LessonGroups groups_of(const LearnOptions& options) {
  return options.test == "spreker" ? LessonGroups::speakers : LessonGroups::documents;
}

LessonSet without_nothing(const LessonSet& set) {
  return without(set, std::vector<bool>(set.groups.size()));
}

void print_learned_from(const LearnedFrom& from, const Model& model, const Lexicon& lexicon) {
  const StudyLessons& it = from.lessons;
  std::string coders;
  for (const std::string& name : it.coders) coders += (coders.empty() ? "" : ", ") + name;
  fmt::print("Geleerd met lexicon {} van {} in {}\n", lexicon_name(lexicon),
             counted(it.set.lessons.size(), "zin", "zinnen"),
             counted(it.set.groups.size(), "document of spreker", "documenten of sprekers"));
  fmt::print("  coderingen van {}: {}\n",
             coders.empty() ? std::string("mensen") : printable(coders), number(it.coded));
  if (it.accepted + it.rejected > 0)
    fmt::print("  voorstellen aanvaard: {}, verworpen: {}\n", number(it.accepted),
               number(it.rejected));
  if (it.coders.size() == 1)
    fmt::print("  Eén codeur: wat geleerd is, is de blik van deze codeur.\n");
  print_too_few(model, TrainOptions{}.fewest_examples);
  if (!it.unknown.empty()) {
    std::string names;
    for (const FactorId& factor : it.unknown) names += (names.empty() ? "" : ", ") + factor;
    fmt::print("{}\n", wrapped("Niet van geleerd, want deze factoren zijn niet (meer) in het lexicon: " +
                                   printable(names) + ". Is er een hernoemd of samengevoegd? Codeer "
                                   "ze dan met de nieuwe naam.",
                               2, 98));
  }
  print_contradictions(it.contradictions);
  fmt::print("\n");
}

void add_figure_notes(Table& table, const LearnedFrom& from, const std::vector<TriedOut>& tried,
                      const TrainOptions& how, const LearnOptions& options) {
  const LessonSet& set = from.lessons.set;
  table.notes.insert(
      table.notes.begin(),
      fmt::format("Toets: elk van {} is een keer weggelaten, geleerd van de andere en dan "
                  "voorspeld; {} in totaal. Geen zin is voorspeld door een model dat haar "
                  "document of spreker kende.",
                  counted(set.groups.size(), "document (of spreker)", "documenten (of sprekers)"),
                  counted(set.lessons.size(), "zin", "zinnen")));
  table.notes.push_back(
      "Geleerd: uit de woorden van de zin alleen. Samen: geleerd en lexicon, waarbij het tweede "
      "oordeel rust op voorspellingen van zinnen waar het eerste niet van leerde.");
  table.notes.push_back(fmt::format(
      "Gevraagde precisie: {}; samen minstens die van het lexicon in de zinnen waarvan geleerd is.",
      percent(how.wished_precision)));
  for (const auto& [name, proposer] : {std::pair("geleerd", Proposer::learned),
                                       std::pair("samen", Proposer::combined)}) {
    const CalibrationError all = calibration_error(set, tried, proposer, 0);
    const CalibrationError some = calibration_error(set, tried, proposer, 0.1);
    table.notes.push_back(fmt::format(
        "Kansen, {}: gemiddeld {} naast wat uitkwam over {} oordelen (een factor over een zin); over "
        "de {} met een kans van 10 % of meer {}.",
        name, decimal(all.error, 3), number(all.judged), number(some.judged),
        decimal(some.error, 3)));
  }
  if (options.by == "overzicht")
    table.notes.push_back("Per factor: --per factor; per valentie: --per valentie.");
}

}  // namespace pipeline
