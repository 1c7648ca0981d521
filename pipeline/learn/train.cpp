#include "pipeline/learn/train.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// What errors cost against large weights. Set once, by what experience with text says (about 1 for
// features of length 1, less for the few of the second look), not by any set of codings.
constexpr double words_cost = 20, any_cost = 5, hit_cost = 0.3, missing_cost = 1, kind_cost = 1;
constexpr std::size_t fewest_modalities = 40;  // labels that say theirs
constexpr double least_threshold = 0.05;

// Whether a judge learned without it, and what it then said.
using Scores = std::vector<std::vector<double>>;  // by factor, by example

class Trainer {
 public:
  Trainer(LessonSet set, const TrainOptions& options) : options_(options), set_(std::move(set)) {
    model_.names = std::move(set_.names);
    folds_ = folds_of(set_, options.folds);
    fold_count_ = 1 + *std::ranges::max_element(folds_);
  }

  Model run() {
    count_factors();
    model_.own = own_features(model_.names, model_.factors);
    features_ = model_.names.size();
    for (const Lesson& it : set_.lessons) texts_.push_back(text_vector(it.seen));
    for (std::size_t f = 0; f < model_.factors.size(); ++f) teach_words(f);
    teach_any();
    teach_second_look();
    teach_valence();
    teach_modality();
    set_thresholds();
    model_.names.freeze();
    std::set<std::uint32_t> groups;
    for (const Lesson& it : set_.lessons) {
      if (it.is_start) continue;
      ++model_.sentences;
      groups.insert(it.group);
    }
    model_.groups = static_cast<std::uint32_t>(groups.size());
    model_.wished_precision = options_.wished_precision;
    return std::move(model_);
  }

 private:
  std::uint32_t fold(std::size_t example) const { return folds_[set_.lessons[example].group]; }

  void count_factors() {
    std::map<FactorId, std::pair<std::uint32_t, std::set<std::uint32_t>>> found;
    for (const FactorId& factor : set_.factors) found[factor];
    for (const Lesson& example : set_.lessons) {
      for (const LexiconHit& hit : example.seen.hits) found[hit.factor];
      for (const Label& label : example.labels) {
        if (example.is_start) break;
        auto& [examples, groups] = found[label.factor];
        if (!label.is_agreed || !label.is_there) continue;
        ++examples;
        groups.insert(example.group);
      }
    }
    for (const auto& [factor, counts] : found) {
      FactorJudge judge;
      judge.factor = factor;
      judge.examples = counts.first;
      judge.groups = static_cast<std::uint32_t>(counts.second.size());
      judge.is_ready = judge.examples >= options_.fewest_examples && judge.groups >= 2;
      model_.factors.push_back(std::move(judge));
    }
  }

  // Fits with all but each fold in turn, scores that fold, and fits with all in the end.
  template <typename Of>
  Linear teach(const std::vector<std::size_t>& examples, Of yes_no, double cost,
               std::vector<double>& scores) {
    std::vector<YesNoExample> all;
    std::vector<std::uint32_t> fold_of;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      all.push_back(yes_no(i));
      fold_of.push_back(set_.lessons[examples[i]].is_start ? fold_count_ : fold(examples[i]));
    }
    scores.assign(examples.size(), 0);
    std::vector<YesNoExample> others;
    for (std::uint32_t k = 0; k < fold_count_; ++k) {
      others.clear();
      bool any = false;
      for (std::size_t i = 0; i < all.size(); ++i)
        if (fold_of[i] == k)
          any = true;
        else
          others.push_back(all[i]);
      if (!any) continue;
      const Linear judge = fit(others, features_, cost);
      for (std::size_t i = 0; i < all.size(); ++i)
        if (fold_of[i] == k) scores[i] = judge.score(*all[i].features);
    }
    return fit(all, features_, cost);
  }

  void teach_words(std::size_t f) {
    FactorJudge& judge = model_.factors[f];
    scores_.emplace_back(set_.lessons.size(), 0.0);
    if (!judge.is_ready) return;
    std::vector<std::size_t> examples;
    for (std::size_t i = 0; i < set_.lessons.size(); ++i) {
      if (answer_of(set_.lessons[i], judge.factor)) examples.push_back(i);
    }
    std::vector<double> scores;
    judge.text = teach(
        examples,
        [&](std::size_t i) {
          const Lesson& it = set_.lessons[examples[i]];
          return YesNoExample{&texts_[examples[i]], *answer_of(it, judge.factor), it.weight};
        },
        words_cost, scores);
    for (std::size_t i = 0; i < examples.size(); ++i) scores_[f][examples[i]] = scores[i];
  }

  void teach_any() {
    std::vector<std::size_t> examples;
    for (std::size_t i = 0; i < set_.lessons.size(); ++i)
      if (set_.lessons[i].is_read_whole && !set_.lessons[i].is_start) examples.push_back(i);
    std::vector<double> scores;
    model_.any = teach(
        examples,
        [&](std::size_t i) {
          const Lesson& it = set_.lessons[examples[i]];
          return YesNoExample{&texts_[examples[i]], !it.labels.empty(), it.weight};
        },
        any_cost, scores);
    any_.assign(set_.lessons.size(), model_.any.bias);
    for (std::size_t i = 0; i < examples.size(); ++i) any_[examples[i]] = scores[i];
  }

  struct Place {
    std::size_t example = 0, factor = 0;
    bool is_yes = false;
  };

  // Where the lexicon has a hit, or has none, and people agree.
  std::vector<Place> places(bool with_hit) const {
    std::vector<Place> found;
    for (std::size_t i = 0; i < set_.lessons.size(); ++i)
      for (std::size_t f = 0; f < model_.factors.size() && !set_.lessons[i].is_start; ++f) {
        const FactorJudge& judge = model_.factors[f];
        const bool has_hit = counted_hit(set_.lessons[i].seen, judge.factor) != nullptr;
        const auto answer = answer_of(set_.lessons[i], judge.factor);
        if (has_hit != with_hit || !answer || (!with_hit && !judge.is_ready)) continue;
        found.push_back({i, f, *answer});
      }
    return found;
  }

  Linear teach_look(bool with_hit, double cost) {
    const std::vector<Place> where = places(with_hit);
    std::vector<std::size_t> examples;
    std::vector<FeatureVector> features;
    for (const Place& it : where) {
      examples.push_back(it.example);
      const LexiconHit* hit =
          hit_of(set_.lessons[it.example].seen, model_.factors[it.factor].factor);
      features.push_back(second_vector(model_.own, it.factor, hit, scores_[it.factor][it.example],
                                       any_[it.example]));
    }
    std::vector<double> scores;
    Linear look = teach(
        examples,
        [&](std::size_t i) {
          return YesNoExample{&features[i], where[i].is_yes, set_.lessons[where[i].example].weight};
        },
        cost, scores);
    for (std::size_t i = 0; i < where.size(); ++i) {
      const bool ready = model_.factors[where[i].factor].is_ready;
      combined_.push_back({scores[i], where[i].is_yes, with_hit});
      if (ready)
        learned_.push_back({scores_[where[i].factor][where[i].example], where[i].is_yes, with_hit});
    }
    return look;
  }

  void teach_second_look() {
    model_.hit = teach_look(true, hit_cost);
    model_.missing = teach_look(false, missing_cost);
  }

  // The labels that say how, each with its lesson and the lexicon's hit there.
  struct Kinds {
    std::vector<std::size_t> lessons, kinds;
    std::vector<const LexiconHit*> hits;
    std::vector<FeatureVector> features;
  };

  template <typename Answer>
  Kinds kinds_of(Answer answer) const {
    Kinds found;
    for (std::size_t i = 0; i < set_.lessons.size(); ++i)
      for (const Label& label : set_.lessons[i].labels) {
        const auto kind = answer(label);
        const auto f = model_.place_of(label.factor);
        if (!kind || !f) continue;
        // Also as if the lexicon had nothing, so that words alone are learned to speak.
        const LexiconHit* hit = counted_hit(set_.lessons[i].seen, label.factor);
        for (const LexiconHit* it : {hit, static_cast<const LexiconHit*>(nullptr)}) {
          found.lessons.push_back(i);
          found.kinds.push_back(static_cast<std::size_t>(*kind));
          found.hits.push_back(it);
          found.features.push_back(valence_vector(model_.own, *f, it, texts_[i]));
          if (it == nullptr) break;
        }
      }
    return found;
  }

  // Returns what judges that had not seen a label said of it, by kind.
  template <std::size_t N>
  std::array<std::vector<double>, N> teach_kinds(std::array<Linear, N>& judges,
                                                 const Kinds& examples) {
    std::array<std::vector<double>, N> scores;
    for (std::size_t kind = 0; kind < N; ++kind)
      judges[kind] = teach(
          examples.lessons,
          [&](std::size_t i) {
            return YesNoExample{&examples.features[i], examples.kinds[i] == kind,
                                set_.lessons[examples.lessons[i]].weight};
          },
          kind_cost, scores[kind]);
    return scores;
  }

  // The lexicon's valence goes before what was learned, unless that proved better where both speak.
  void teach_valence() {
    const Kinds examples = kinds_of([](const Label& it) { return it.valence; });
    const auto scores = teach_kinds(model_.valence, examples);
    std::size_t of_lexicon = 0, of_learned = 0;
    for (std::size_t i = 0; i < examples.lessons.size(); ++i) {
      if (examples.hits[i] == nullptr || set_.lessons[examples.lessons[i]].is_start) continue;
      std::size_t best = 0;
      for (std::size_t kind = 1; kind < scores.size(); ++kind)
        if (scores[kind][i] > scores[best][i]) best = kind;
      of_learned += best == examples.kinds[i] ? 1 : 0;
      of_lexicon +=
          static_cast<std::size_t>(examples.hits[i]->valence) == examples.kinds[i] ? 1 : 0;
    }
    model_.knows_valence = of_learned > of_lexicon;
  }

  void teach_modality() {
    const Kinds examples = kinds_of([](const Label& it) { return it.modality; });
    model_.knows_modality = examples.kinds.size() >= fewest_modalities;
    if (model_.knows_modality) teach_kinds(model_.modality, examples);
  }

  struct Tried {
    double score = 0;
    bool is_yes = false, has_hit = false;
  };

  // Platt's way, with one feature: the score.
  Calibration calibrate(const std::vector<Tried>& tried) const {
    std::vector<FeatureVector> features;
    features.reserve(tried.size());
    std::vector<YesNoExample> examples;
    for (const Tried& it : tried) features.push_back({{0, it.score}});
    for (std::size_t i = 0; i < tried.size(); ++i)
      examples.push_back({&features[i], tried[i].is_yes, 1});
    const Linear found = fit(examples, 1, 1000);
    return {found.weights.empty() ? 0 : found.weights[0], found.bias};
  }

  void set_threshold(Proposer proposer, std::vector<Tried>& tried, double wished) {
    const auto at = static_cast<std::size_t>(proposer);
    const Calibration to = model_.calibration[at] = calibrate(tried);
    std::ranges::sort(tried, std::greater<>(), &Tried::score);
    std::size_t right = 0;
    std::size_t chosen = 0, chosen_right = 0;
    for (std::size_t n = 0; n < tried.size(); ++n) {
      right += tried[n].is_yes ? 1 : 0;
      if (n + 1 < tried.size() && tried[n + 1].score == tried[n].score) continue;
      if (static_cast<double>(right) >= wished * static_cast<double>(n + 1))
        chosen = n + 1, chosen_right = right;
    }
    const double score = chosen == 0 ? 0 : tried[chosen - 1].score;
    model_.threshold[at] =
        chosen == 0 ? 1 : std::max(least_threshold, probability_of(to.a * score + to.b));
    model_.precision[at] =
        chosen == 0 ? 0 : static_cast<double>(chosen_right) / static_cast<double>(chosen);
  }

  void set_thresholds() {
    // Together they may not be less precise than the lexicon by itself.
    std::size_t hits = 0, right = 0;
    for (const Tried& it : combined_)
      if (it.has_hit) ++hits, right += it.is_yes ? 1 : 0;
    const double of_lexicon =
        hits == 0 ? 0 : static_cast<double>(right) / static_cast<double>(hits);
    set_threshold(Proposer::learned, learned_, options_.wished_precision);
    set_threshold(Proposer::combined, combined_, std::max(options_.wished_precision, of_lexicon));
  }

  TrainOptions options_;
  LessonSet set_;
  Model model_;
  std::vector<std::uint32_t> folds_;  // by group
  std::uint32_t fold_count_ = 0;
  std::size_t features_ = 0;
  std::vector<FeatureVector> texts_;
  Scores scores_;
  std::vector<double> any_;
  std::vector<Tried> learned_, combined_;
};

}  // namespace

namespace {

// Of each group, what share of its words stands in two other lessons or more: what a new document
// that is like these would have.
void note_known_words(const LessonSet& set, Model& model) {
  std::map<FeatureId, std::uint32_t> all;
  std::vector<std::map<FeatureId, std::uint32_t>> by_group(set.groups.size());
  for (const Lesson& it : set.lessons)
    for (const FeatureId id : it.seen.features)
      if (set.names.name(id).starts_with("w:")) {
        ++all[id];
        if (!it.is_start) ++by_group[it.group][id];
      }
  std::vector<double> shares;
  for (const auto& group : by_group) {
    double words = 0, known = 0;
    for (const auto& [id, times] : group) {
      words += times;
      known += all[id] >= times + 2 ? times : 0;
    }
    if (words > 0) shares.push_back(known / words);
  }
  const auto count = static_cast<double>(shares.size());
  model.known_mean = std::accumulate(shares.begin(), shares.end(), 0.0) / count;
  double squares = 0;
  for (const double it : shares) squares += (it - model.known_mean) * (it - model.known_mean);
  model.known_deviation = std::sqrt(squares / count);
}

}  // namespace

Result<Model> train(LessonSet set, const TrainOptions& options) {
  std::size_t labels = 0;
  for (const Lesson& it : set.lessons) labels += it.is_start ? 0 : it.labels.size();
  if (labels == 0)
    return failure(
        tr("er is nog niets om van te leren: geen enkele zin is door een mens gecodeerd"));
  std::set<std::uint32_t> groups;
  for (const Lesson& it : set.lessons)
    if (!it.is_start) groups.insert(it.group);
  if (groups.size() < 2)
    return failure(
        tr("alle coderingen staan in één document; codeer er minstens twee, want wat geleerd is, "
           "wordt "
           "getoetst op een document waar niet van geleerd is"));
  Model known;
  note_known_words(set, known);
  Model model = Trainer(pruned(std::move(set), 2), options).run();
  model.known_mean = known.known_mean;
  model.known_deviation = known.known_deviation;
  return model;
}

}  // namespace pipeline
