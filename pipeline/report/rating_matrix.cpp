#include "pipeline/report/rating_matrix.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

using CodingRow = CorpusFacts::CodingRow;

constexpr std::size_t most_quotations = 2;

// A wish, a condition or a question says what should be, not what is.
bool says_what_is(Modality modality) {
  return modality == Modality::fact || modality == Modality::hedge;
}

class Rater {
 public:
  Rater(const CorpusFacts& facts, const EvidenceFacts& evidence, const RatingRule& rule)
      : facts_(facts),
        rule_(rule),
        speaker_(units_of(facts, CountUnit::speakers)),
        patterns_(facts.codings.size()) {
    for (const EvidenceFacts::Row& row : evidence.rows)
      if (row.kind == Evidence::Kind::pattern) ++patterns_[row.coding];
  }

  RatedCell rate(const std::vector<std::uint32_t>& codings) const {
    RatedCell cell;
    std::set<std::uint64_t> sources;
    std::set<std::string> roles;
    for (const std::uint32_t i : codings) {
      const Valence valence = facts_.codings[i].valence;
      ++(valence == Valence::success   ? cell.success
         : valence == Valence::failure ? cell.failure
                                       : cell.neutral);
      cell.codings.push_back(facts_.codings[i].id);
      sources.insert(source_of(i));
      if (const std::string* role = role_of(i)) roles.insert(*role);
    }
    cell.sources = static_cast<std::uint32_t>(sources.size());
    cell.roles.assign(roles.begin(), roles.end());
    cell.successes = strongest(codings, Valence::success);
    cell.failures = strongest(codings, Valence::failure);
    cell.proposal = propose(codings);
    return cell;
  }

 private:
  // A person, or the document where nobody is named.
  std::uint64_t source_of(std::uint32_t coding) const {
    if (speaker_[coding] != no_unit) return speaker_[coding];
    const std::uint32_t passage = facts_.codings[coding].passage;
    return (std::uint64_t{1} << 32U) + facts_.passages[passage].document;
  }

  const std::string* role_of(std::uint32_t coding) const {
    const auto& passage = facts_.passages[facts_.codings[coding].passage];
    const Attributes& attributes = passage.speaker ? facts_.speakers[*passage.speaker].attributes
                                                   : facts_.documents[passage.document].attributes;
    const auto role = attributes.find("rol");
    return role == attributes.end() ? nullptr : &role->second;
  }

  Rating propose(const std::vector<std::uint32_t>& codings) const {
    std::uint32_t success = 0, failure = 0;
    for (const std::uint32_t i : codings) {
      const CodingRow& coding = facts_.codings[i];
      if (!says_what_is(coding.modality)) continue;
      if (coding.valence == Valence::success) ++success;
      if (coding.valence == Valence::failure) ++failure;
    }
    const std::uint32_t both = success + failure;
    if (both == 0) return codings.empty() ? Rating::missing : Rating::none;
    if (both < rule_.fewest) return Rating::missing;
    if (std::min(success, failure) >= rule_.mixed * both - 1e-9 && success > 0 && failure > 0)
      return Rating::mixed;
    const bool is_good = success > failure;
    const bool strong = is_strong(codings, is_good ? Valence::success : Valence::failure);
    if (is_good) return strong ? Rating::strong_success : Rating::success;
    return strong ? Rating::strong_failure : Rating::failure;
  }

  bool is_strong(const std::vector<std::uint32_t>& codings, Valence valence) const {
    std::set<std::uint64_t> sources;
    std::uint32_t count = 0;
    for (const std::uint32_t i : codings)
      if (facts_.codings[i].valence == valence && facts_.codings[i].modality == Modality::fact) {
        ++count;
        sources.insert(source_of(i));
      }
    return count >= rule_.strong_codings && sources.size() >= rule_.strong_sources;
  }

  // Facts first, then what a person accepted or coded, then what most patterns say; the second of
  // another source than the first, if there is one; else as they stand in the study.
  std::vector<CodingId> strongest(const std::vector<std::uint32_t>& codings,
                                  Valence valence) const {
    std::vector<std::uint32_t> order;
    for (const std::uint32_t i : codings)
      if (facts_.codings[i].valence == valence) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
      const CodingRow& coding = facts_.codings[i];
      const int modality = coding.modality == Modality::fact    ? 0
                           : coding.modality == Modality::hedge ? 1
                                                                : 2;
      return std::tuple(modality, coding.status != CodingStatus::accepted, -patterns_[i]);
    });
    if (order.size() > most_quotations) {
      const auto other = std::find_if(order.begin() + 1, order.end(), [&](std::uint32_t i) {
        return source_of(i) != source_of(order.front());
      });
      if (other != order.end()) std::rotate(order.begin() + 1, other, other + 1);
      order.resize(most_quotations);
    }
    std::vector<CodingId> ids;
    for (const std::uint32_t i : order) ids.push_back(facts_.codings[i].id);
    return ids;
  }

  const CorpusFacts& facts_;
  const RatingRule& rule_;
  std::vector<std::uint32_t> speaker_;
  std::vector<int> patterns_;  // of each coding
};

// Values that take part, without "(geen)"; false at those that do not.
void keep_named(Dimension& dimension, std::vector<bool> used) {
  for (std::size_t i = 0; i < used.size(); ++i)
    if (dimension.values[i].key == no_value) used[i] = false;
  keep_used(dimension, used);
}

void take_confirmed(RatingMatrix& matrix, std::span<const ConfirmedRating> confirmed) {
  for (const ConfirmedRating& it : confirmed) {
    if (it.attribute != matrix.columns.name) continue;
    const std::size_t row = place_of(matrix.factors, it.factor),
                      column = place_of(matrix.columns, it.value);
    if (row == matrix.factors.values.size() || column == matrix.columns.values.size())
      matrix.without_cell.push_back(it);
    else
      matrix.at(row, column).confirmed = it;
  }
}

}  // namespace

Result<RatingMatrix> rating_matrix(const CorpusFacts& facts, const EvidenceFacts& evidence,
                                   std::span<const Factor> factors, const MatrixSpec& spec,
                                   std::span<const ConfirmedRating> confirmed) {
  RatingMatrix matrix;
  auto selection = select(facts, spec.scope);
  if (!selection) return tl::unexpected(selection.error());
  matrix.selection = std::move(*selection);
  auto columns = dimension(spec.columns, facts, factors);
  if (!columns) return tl::unexpected(columns.error());
  if (!columns->of_passages)
    return failure(tr("'{}' hoort bij coderingen; een matrix vergelijkt cases of een ander kenmerk",
                      spec.columns));
  const Dimension all_columns = *columns, all_factors = *dimension("factor", facts, factors);
  matrix.columns = std::move(*columns);
  matrix.factors = all_factors;
  std::vector<bool> used_columns(all_columns.values.size()),
      used_factors(all_factors.values.size());
  for (std::size_t i = 0; i < facts.passages.size(); ++i)
    if (matrix.selection.passages[i]) used_columns[all_columns.of[i]] = true;
  for (const std::uint32_t coding : matrix.selection.codings)
    used_factors[all_factors.of[coding]] = true;
  for (std::size_t i = 0; i < used_factors.size(); ++i)
    used_factors[i] =
        used_factors[i] || spec.empty_factors ||
        std::ranges::any_of(confirmed, [&](const ConfirmedRating& it) {
          return it.factor == all_factors.values[i].key && it.attribute == matrix.columns.name;
        });
  keep_named(matrix.columns, used_columns);
  keep_named(matrix.factors, used_factors);
  const std::size_t width = matrix.columns.values.size();
  std::vector<std::vector<std::uint32_t>> codings(matrix.factors.values.size() * width);
  for (const std::uint32_t i : matrix.selection.codings) {
    if (all_columns.values[all_columns.value(facts, i)].key == no_value) continue;
    codings[matrix.factors.value(facts, i) * width + matrix.columns.value(facts, i)].push_back(i);
  }
  const Rater rater(facts, evidence, spec.rule);
  for (const auto& of_cell : codings) matrix.cells.push_back(rater.rate(of_cell));
  take_confirmed(matrix, confirmed);
  return matrix;
}

std::vector<std::string> rule_notes(const RatingRule& rule) {
  return {
      tr("Voorstel: ontbreekt zonder codering{}; 0 als niets succes of faal is; gemengd als de "
         "kleinste kant minstens {} % van beide is; anders +1 of -1, en +2 of -2 bij minstens {} "
         "feiten die kant op van minstens {} (een document zonder genoemde spreker is er een).",
         rule.fewest > 1 ? tr(" of met minder dan {}", rule.fewest) : "",
         rounded(100 * rule.mixed, 0), rule.strong_codings,
         counted(rule.strong_sources, "spreker", "sprekers")),
      tr("Wensen, voorwaarden en vragen zeggen wat zou moeten, niet wat is: zij tellen in de "
         "aantallen en niet in het voorstel. De regel is te wijzigen in study.toml, onder "
         "[matrix].")};
}

}  // namespace pipeline
