#include "pipeline/ingest/compare_lexicons.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pipeline/ingest/stages.h"

namespace pipeline {
namespace {

// One lexicon of the two, and the facts as it makes them.
class Side {
 public:
  Side(const Lexicon& lexicon, const Settings& settings, const WordTable& words, CorpusFacts facts)
      : stages_(words, lexicon, settings), facts_(std::move(facts)) {
    facts_.codings.clear();
    facts_.factors.clear();
    facts_.coders = {lexicon.coder()};
    for (const Factor& factor : lexicon.factors) {
      factors_[factor.id] = static_cast<std::uint32_t>(facts_.factors.size());
      facts_.factors.push_back(factor.id);
    }
  }

  // The document's codings by this lexicon, in spans of its stored text.
  std::vector<Coding> code(const CodedDocument& stored) {
    stages_.renew_if_large();
    const Staged staged = stages_(stored.document, speaker_rows(stored.segmented));
    sentences_ = staged.segmented.sentences.size();
    CodedDocument made;
    put_into(made, staged);
    place(stored, made.codings);
    return std::move(made.codings);
  }
  std::uint64_t sentences() const { return sentences_; }  // of the document that was coded last
  CorpusFacts take_facts() { return std::move(facts_); }

 private:
  // A study that another version of the program cut may have other passages: the stored ones count.
  void place(const CodedDocument& stored, std::vector<Coding>& codings) {
    const auto& passages = stored.segmented.passages;
    const auto first = std::ranges::lower_bound(facts_.passages, passage_id(stored.id, 0), {},
                                                &CorpusFacts::PassageRow::id) -
                       facts_.passages.begin();
    std::uint64_t ordinal = 0;
    for (Coding& coding : codings) {
      const auto after = std::ranges::upper_bound(passages, coding.span.begin, {},
                                                  [](const Passage& it) { return it.span.begin; });
      if (after == passages.begin()) continue;
      coding.passage = static_cast<std::uint32_t>(after - passages.begin() - 1);
      facts_.codings.push_back({coding_id(stored.id, ++ordinal),
                                static_cast<std::uint32_t>(first) + coding.passage, coding.span,
                                factors_.at(coding.factor), coding.valence, coding.modality,
                                CodingStatus::proposed, 0});
    }
  }

  Stages stages_;
  CorpusFacts facts_;
  std::map<FactorId, std::uint32_t> factors_;
  std::uint64_t sentences_ = 0;
};

template <typename Member>
auto values(const std::vector<Coding>& codings, Member member) {
  std::set<std::remove_cvref_t<decltype(std::declval<Coding>().*member)>> found;
  for (const Coding& coding : codings) found.insert(coding.*member);
  return found;
}

// None: both say the same.
std::optional<CodingChangeKind> kind_of(const CodingChange& change) {
  if (change.before.empty()) return CodingChangeKind::appeared;
  if (change.after.empty()) return CodingChangeKind::vanished;
  if (values(change.before, &Coding::valence) != values(change.after, &Coding::valence))
    return CodingChangeKind::turned;
  if (values(change.before, &Coding::modality) != values(change.after, &Coding::modality))
    return CodingChangeKind::modality;
  return std::nullopt;
}

std::vector<CodingChange> pair(DocumentId document, std::vector<Coding> before,
                               std::vector<Coding> after) {
  std::map<std::tuple<Span, FactorId>, CodingChange> pairs;
  const auto add = [&](std::vector<Coding>& codings, std::vector<Coding> CodingChange::*side) {
    for (Coding& coding : codings) {
      CodingChange& it = pairs[{coding.span, coding.factor}];
      it.passage = passage_id(document, coding.passage + 1);
      it.sentence = coding.span;
      it.factor = coding.factor;
      (it.*side).push_back(std::move(coding));
    }
  };
  add(before, &CodingChange::before);
  add(after, &CodingChange::after);
  std::vector<CodingChange> list;
  for (auto& [place, change] : pairs) list.push_back(std::move(change));
  return list;
}

}  // namespace

LexiconComparison compare_lexicons(
    const Store& store, const Settings& settings, const WordTable& words,
    const ComparedLexicons& lexicons,
    const std::function<void(const CodingChange&, std::string_view source)>& take) {
  LexiconComparison comparison;
  const CorpusFacts facts = store.facts();
  Side before(lexicons.before, settings, words, facts);
  Side after(lexicons.after, settings, words, facts);
  for (const StoredDocument& row : store.documents()) {
    const auto stored = store.load(row.id);
    if (!stored) continue;
    ++comparison.documents;
    for (CodingChange& change : pair(row.id, before.code(*stored), after.code(*stored))) {
      const auto kind = kind_of(change);
      if (!kind) {
        ++comparison.same;
        continue;
      }
      change.kind = *kind;
      ++comparison.changes[static_cast<std::size_t>(*kind)];
      take(change, stored->document.source);
    }
    comparison.sentences += before.sentences();
  }
  comparison.before = before.take_facts();
  comparison.after = after.take_facts();
  return comparison;
}

}  // namespace pipeline
