#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/learn.h"
#include "pipeline/cli/show.h"
#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/compare.h"
#include "pipeline/learn/figures.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::size_t most_contradictions = 20;

void print_too_few(const Model& model, std::uint32_t fewest) {
  std::string few;
  std::size_t ready = 0;
  for (const FactorJudge& it : model.factors) {
    if (it.is_ready) {
      ++ready;
      continue;
    }
    const std::string need =
        it.examples < fewest ? tr("nog {}", fewest - it.examples) : tr("in één document");
    few += fmt::format("{}{} ({})", few.empty() ? "" : ", ", it.factor, need);
  }
  fmt::print("  {}\n",
             tr("factoren met genoeg voorbeelden: {} van {}", ready, model.factors.size()));
  if (!few.empty())
    fmt::print("{}\n",
               wrapped(tr("Te weinig voorbeelden, en dus geen voorstel uit woorden alleen (nodig "
                          "zijn {} zinnen, in twee documenten of meer): {}.",
                          fewest, few),
                       2, 98));
}

void print_contradictions(const std::vector<ContradictoryDecision>& all) {
  if (all.empty()) return;
  fmt::print("\n  {}\n", tr("{} op dezelfde woorden die elkaar tegenspreken; bekijk ze nog eens:",
                            counted(all.size(), "oordeel", "oordelen")));
  for (std::size_t i = 0; i < std::min(all.size(), most_contradictions); ++i)
    fmt::print("    {}  {}: {}\n", to_string(all[i].passage), printable(all[i].factor),
               printable(all[i].said));
  if (all.size() > most_contradictions)
    fmt::print("    {}\n", tr("en nog {}", all.size() - most_contradictions));
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

std::string unknown_in_words(const StudyLessons& it) {
  std::string names;
  for (const FactorId& factor : it.unknown) names += (names.empty() ? "" : ", ") + factor;
  return tr(
      "Niet van geleerd, want deze factoren zijn niet (meer) in het lexicon: {}. Is er een "
      "hernoemd of samengevoegd? Codeer ze dan met de nieuwe naam.",
      printable(names));
}

void print_learned_from(const LearnedFrom& from, const Model& model, const Lexicon& lexicon) {
  const StudyLessons& it = from.lessons;
  std::string coders;
  for (const std::string& name : it.coders) coders += (coders.empty() ? "" : ", ") + name;
  fmt::print("{}\n",
             tr("Geleerd met lexicon {} van {} in {}", lexicon_name(lexicon),
                counted(it.set.lessons.size(), "zin", "zinnen"),
                counted(it.set.groups.size(), "document of spreker", "documenten of sprekers")));
  fmt::print("  {}\n", tr("coderingen van {}: {}",
                          coders.empty() ? tr("mensen") : printable(coders), number(it.coded)));
  if (it.accepted + it.rejected > 0)
    fmt::print("  {}\n", tr("voorstellen aanvaard: {}, verworpen: {}", number(it.accepted),
                            number(it.rejected)));
  if (it.coders.size() == 1)
    fmt::print("  {}\n", tr("Eén codeur: wat geleerd is, is de blik van deze codeur."));
  print_too_few(model, TrainOptions{}.fewest_examples);
  if (!it.unknown.empty()) fmt::print("{}\n", wrapped(unknown_in_words(it), 2, 98));
  print_contradictions(it.contradictions);
  fmt::print("\n");
}

Result<Table> learning_curve(const LessonSet& set, const LessonSet& always,
                             const TrainOptions& how) {
  Table table;
  table.title = tr("Leercurve");
  table.columns.push_back({"deel", tr("Geleerd van"), 0, "", ColumnRole::label});
  const Reference reference = reference_of(set);
  for (const int quarter : {1, 2, 3, 4}) {
    const auto tried = try_out_with(set, always, how, 0.25 * quarter);
    if (!tried) return tl::unexpected(tried.error());
    Row& row = table.rows.emplace_back();
    row.cells.emplace_back(tr("{} % van de andere documenten", 25 * quarter));
    for (const CoderCodings& it : proposers_of(set, *tried)) {
      const Counts all = count(compare(it, reference));
      if (quarter == 1) {
        table.columns.push_back({it.name + "_f1", "F1", 1, tr(it.name)});
        table.columns.push_back({it.name + "_valentie_f1", tr("F1 met valentie"), 1, tr(it.name)});
      }
      add_percent(row, f1(all.factor));
      add_percent(row, f1(all.valued));
    }
  }
  table.notes.push_back(
      tr("Stijgt de lijn nog tussen 75 en 100 %, dan helpt meer coderen; het lexicon leert niet."));
  return table;
}

// Those of which most was missed: there an example helps first.
std::string most_missed(const LessonSet& set, const std::vector<TriedOut>& tried) {
  const Comparison comparison = compare(proposers_of(set, tried).back(), reference_of(set));
  std::vector<std::pair<std::uint64_t, FactorId>> missed;
  for (const FactorId& factor : set.factors) {
    const Matches found = count(comparison, factor).factor;
    if (found.gold > found.right) missed.emplace_back(found.gold - found.right, factor);
  }
  std::ranges::sort(missed, std::greater<>());
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, missed.size()); ++i)
    names += (names.empty() ? "" : ", ") + tr("{} ({} gemist)", missed[i].second, missed[i].first);
  return names;
}

// What other wishes would give: "bij 40 %: 28 voorstellen, 7 % gevonden".
std::string reachable(const LessonSet& set, const std::vector<TriedOut>& tried, Proposer proposer) {
  std::vector<std::pair<double, bool>> judged;
  std::size_t there = 0;
  for (std::size_t i = 0; i < tried.size(); ++i)
    for (const Proposal& it : proposer == Proposer::learned ? tried[i].learned : tried[i].combined)
      if (const auto answer = answer_of(set.lessons[i], it.factor)) {
        judged.emplace_back(it.probability, *answer);
        there += *answer ? 1 : 0;
      }
  std::ranges::sort(judged, std::greater<>());
  std::string text;
  for (const double wished : {0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
    std::size_t right = 0, best = 0, best_right = 0;
    for (std::size_t n = 0; n < judged.size(); ++n) {
      right += judged[n].second ? 1 : 0;
      if (static_cast<double>(right) >= wished * static_cast<double>(n + 1))
        best = n + 1, best_right = right;
    }
    const double found =
        there == 0 ? 0 : static_cast<double>(best_right) / static_cast<double>(there);
    text += (text.empty() ? "" : "; ") +
            tr("{} %: {} ({} % gevonden)", rounded(100 * wished, 0), best, rounded(100 * found, 0));
  }
  return text;
}

void add_figure_notes(Table& table, const LearnedFrom& from, const std::vector<TriedOut>& tried,
                      const TrainOptions& how, const LearnOptions& options) {
  const LessonSet& set = from.lessons.set;
  table.notes.insert(
      table.notes.begin(),
      tr("Toets: elk van {} is een keer weggelaten, geleerd van de andere en dan "
         "voorspeld; {} in totaal. Geen zin is voorspeld door een model dat haar "
         "document of spreker kende.",
         counted(set.groups.size(), "document (of spreker)", "documenten (of sprekers)"),
         counted(set.lessons.size(), "zin", "zinnen")));
  table.notes.push_back(
      tr("Geleerd: uit de woorden van de zin alleen. Samen: geleerd en lexicon, waarbij het tweede "
         "oordeel rust op voorspellingen van zinnen waar het eerste niet van leerde."));
  table.notes.push_back(tr(
      "Gevraagde precisie: {}; samen minstens die van het lexicon in de zinnen waarvan geleerd is.",
      percent(how.wished_precision, 1)));
  for (const auto& [name, proposer] :
       {std::pair(tr("geleerd"), Proposer::learned), std::pair(tr("samen"), Proposer::combined)}) {
    const CalibrationError all = calibration_error(set, tried, proposer, 0);
    const CalibrationError some = calibration_error(set, tried, proposer, 0.1);
    table.notes.push_back(
        tr("Kansen, {}: gemiddeld {} naast wat uitkwam over {} oordelen (een factor over "
           "een zin); over "
           "de {} met een kans van 10 % of meer {}.",
           name, rounded(all.error, 3), number(all.judged), number(some.judged),
           rounded(some.error, 3)));
  }
  table.notes.push_back(
      tr("Hoeveel voorstellen in deze zinnen een gevraagde precisie overlaat (naar "
         "deze toets zelf, dus iets te gunstig); geleerd, {}; samen, {}.",
         reachable(set, tried, Proposer::learned), reachable(set, tried, Proposer::combined)));
  if (const std::string names = most_missed(set, tried); !names.empty())
    table.notes.push_back(tr("Meer voorbeelden helpen waarschijnlijk het meest bij: {}.", names));
  if (options.by == "overzicht")
    table.notes.push_back(tr("Per factor: --per factor; per valentie: --per valentie."));
}

}  // namespace pipeline
