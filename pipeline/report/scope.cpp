#include "pipeline/report/scope.h"

#include <algorithm>
#include <optional>
#include <set>

#include "pipeline/model/coder.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

bool is_interviewer(const CorpusFacts& facts, const CorpusFacts::PassageRow& passage) {
  return passage.speaker && facts.speakers[*passage.speaker].kind == SpeakerKind::interviewer;
}

// Returns which passages were left out for their language.
std::vector<bool> select_passages(Selection& selection, const CorpusFacts& facts,
                                  const FrequencyScope& scope) {
  std::vector<bool> foreign(facts.passages.size());
  selection.passages.resize(facts.passages.size());
  std::vector<PassageId>::const_iterator wanted;
  if (scope.where) wanted = scope.where->begin();
  std::optional<std::uint32_t> last_document;
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    const auto& passage = facts.passages[i];
    if (scope.where) {  // both rise
      wanted = std::lower_bound(wanted, scope.where->end(), passage.id);
      if (wanted == scope.where->end()) break;
      if (*wanted != passage.id) continue;
    }
    if (!passage.is_coded) {
      ++selection.uncoded_passages;
      selection.uncoded_words += passage.words;
      continue;
    }
    if (passage.is_foreign) {
      foreign[i] = true;
      ++selection.foreign_passages;
      selection.foreign_words += passage.words;
      continue;
    }
    if (!scope.interviewers && is_interviewer(facts, passage)) {
      ++selection.interviewer_passages;
      selection.interviewer_words += passage.words;
      continue;
    }
    selection.passages[i] = true;
    ++selection.passage_count;
    selection.words += passage.words;
    if (last_document != passage.document) ++selection.documents;
    last_document = passage.document;
  }
  return foreign;
}

// Coders that are meant together.
std::optional<std::set<CoderKind>> kinds_named(std::string_view name) {
  if (const auto kind = kind_named(name)) return std::set{*kind};
  if (name == settled)
    return std::set{CoderKind::person, CoderKind::lexicon, CoderKind::learned, CoderKind::combined};
  return std::nullopt;
}

}  // namespace

Result<Selection> select(const CorpusFacts& facts, const FrequencyScope& scope) {
  const auto coder = std::ranges::find(facts.coders, scope.coder);
  const auto kinds = coder == facts.coders.end() ? kinds_named(scope.coder) : std::nullopt;
  if (!scope.coder.empty() && coder == facts.coders.end() &&
      (!kinds || !std::ranges::any_of(facts.coders, [&](const std::string& it) {
        return kinds->contains(coder_kind(it)) || scope.coder == settled;
      })))
    return failure(
        tr("geen codering is van codeur '{}'{}", scope.coder, suggest(scope.coder, facts.coders)));
  Selection selection;
  const std::vector<bool> foreign = select_passages(selection, facts, scope);
  const auto wanted_coder = static_cast<std::uint32_t>(coder - facts.coders.begin());
  for (std::uint32_t i = 0; i < facts.codings.size(); ++i) {
    const auto& coding = facts.codings[i];
    selection.foreign_codings += foreign[coding.passage] ? 1 : 0;
    if (!selection.passages[coding.passage]) continue;
    const bool is_open = coding.status == CodingStatus::proposed;
    const CoderKind kind = coder_kind(facts.coders[coding.coder]);
    if (scope.coder.empty() && is_open && is_learner(facts.coders[coding.coder]))
      ++selection.learned;
    else if (scope.coder == settled && is_open && kind != CoderKind::person)
      ++selection.of_other_coders;
    else if (kinds ? !kinds->contains(kind) : !scope.coder.empty() && coding.coder != wanted_coder)
      ++selection.of_other_coders;
    else if (coding.status == CodingStatus::rejected)
      ++selection.rejected;
    else
      selection.codings.push_back(i);
  }
  return selection;
}

}  // namespace pipeline
