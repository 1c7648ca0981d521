#include "pipeline/learn/explain.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr double least_reason = 0.02;  // what weighs less is no reason

std::string quoted(std::string_view words) {
  return "“" + std::string(words) + "”";
}

std::vector<Reason> reasons(const Linear& judge, const FeatureVector& features,
                            const FeatureNames& names, std::size_t most) {
  std::vector<Reason> all;
  for (const FeatureValue& it : features) {
    if (it.feature >= judge.weights.size()) continue;
    const double weight = judge.weights[it.feature] * it.value;
    if (std::abs(weight) >= least_reason)
      all.push_back({feature_in_words(names.name(it.feature)), weight});
  }
  std::ranges::stable_sort(all, std::greater<>(),
                           [](const Reason& it) { return std::abs(it.weight); });
  std::vector<Reason> kept;
  std::size_t pro = 0, against = 0;
  for (Reason& it : all)
    if ((it.weight > 0 ? pro : against)++ < most) kept.push_back(std::move(it));
  return kept;
}

// A mark is Dutch in a model, whatever was spoken when it was learned. Some have a value behind
// them, which is a word of ours, or an id.
constexpr std::string_view marks_of_values[] = {tr_later("factoren in de zin {}"),
                                                tr_later("valentie {}"),
                                                tr_later("modaliteit {}"),
                                                tr_later("patronen {}"),
                                                tr_later("telt niet, {}"),
                                                tr_later("patroon van zichzelf {}"),
                                                tr_later("patroon van woorden {}"),
                                                tr_later("patroon {}"),
                                                tr_later("besluit {}"),
                                                tr_later("signaal zonder gevolg {}"),
                                                tr_later("signaal {}")};
[[maybe_unused]] constexpr std::string_view plain_marks[] = {
    tr_later("kop"), tr_later("vraagteken"), tr_later("twee valenties")};
constexpr std::string_view marks_of_ids[] = {tr_later("door {}"), tr_later("gevraagd naar {}"),
                                             tr_later("ervoor {}")};

// What stands for {} in `mark`; none where it is another one.
std::optional<std::string_view> value_of(std::string_view words, std::string_view mark) {
  const std::string_view beginning = mark.substr(0, mark.find("{}"));
  if (!words.starts_with(beginning)) return std::nullopt;
  return words.substr(beginning.size());
}

std::string mark_in_words(std::string_view words) {
  for (const std::string_view mark : marks_of_values)
    if (const auto value = value_of(words, mark)) return tr(mark, tr(*value));
  for (const std::string_view mark : marks_of_ids)
    if (const auto value = value_of(words, mark)) return tr(mark, *value);
  return tr(words);
}

}  // namespace

std::string feature_in_words(const std::string& name) {
  const std::string_view rest =
      std::string_view(name).substr(std::min<std::size_t>(2, name.size()));
  switch (name.empty() ? ' ' : name[0]) {
    case 'w':
      return tr("woord {}", quoted(rest));
    case 'd':
      return tr("deel van een samenstelling {}", quoted(rest));
    case 'g':
      return tr("woordgroep <{}>", rest);
    case 'p':
      return tr("woorden {}", quoted(rest));
    case 's':
      return tr("zin: {}", mark_in_words(rest));
    case 'h':
      return tr("lexicon: {}", mark_in_words(rest));
    case 'f':
      return tr("hoe vaak {} voorkomt", rest);
    case 'v':
      return tr("lexicon zegt {}", tr(rest));
    case 'x':
      return rest == "iets" ? tr("of de zin over enige factor gaat") : tr("de woorden van de zin");
    default:
      return name;
  }
}

LearnedReasons explain(const Model& model, const Observation& seen, std::size_t factor,
                       Proposer proposer, std::size_t most) {
  LearnedReasons why;
  const FactorJudge& judge_of = model.factors[factor];
  for (Proposal& it : judge(model, seen, proposer))
    if (it.factor == judge_of.factor) why.proposal = std::move(it);
  const FeatureVector text = text_vector(seen);
  why.factor = reasons(judge_of.text, text, model.names, most);
  const LexiconHit* hit = hit_of(seen, judge_of.factor);
  if (proposer == Proposer::combined) {
    const bool has_hit = hit != nullptr && hit->is_counted;
    why.look = reasons(
        has_hit ? model.hit : model.missing,
        second_vector(model.own, factor, hit, judge_of.text.score(text), model.any.score(text)),
        model.names, most);
  }
  why.valence = reasons(model.valence[static_cast<std::size_t>(why.proposal.valence)],
                        valence_vector(model.own, factor, counted_hit(seen, judge_of.factor), text),
                        model.names, most);
  return why;
}

}  // namespace pipeline
