#include "pipeline/report/clusters.h"

#include <map>
#include <unordered_map>
#include <utility>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

// Persons as they are counted, by passage; those without a speaker have none.
std::vector<std::uint32_t> person_of_speakers(const CorpusFacts& facts) {
  std::unordered_map<std::string_view, std::uint32_t> persons;
  std::vector<std::uint32_t> person;
  for (std::uint32_t at = 0; at < facts.speakers.size(); ++at) {
    const std::string& name = facts.speakers[at].person;
    person.push_back(name.empty() ? at : persons.try_emplace(name, at).first->second);
  }
  return person;
}

class Finder {
 public:
  Finder(const CorpusFacts& facts, const CountedCells& counted,
         const std::vector<std::size_t>& columns)
      : facts_(facts), counted_(counted), place_(counted.columns.values.size(), none) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      place_[columns[i]] = static_cast<std::uint32_t>(i);
  }

  std::optional<Clusters> find() {
    const CountUnit unit = counted_.spec.unit;
    Clusters found;
    if (unit == CountUnit::cases) {
      const auto cases = dimension("case", facts_, {});
      if (!cases) return std::nullopt;
      found = by([&](std::size_t i) {
        return Key{0, cases->values[cases->of[i]].key == no_value ? none : cases->of[i], 0};
      });
      found.plural = tr("cases");
    } else if (unit == CountUnit::speakers) {
      const auto person = person_of_speakers(facts_);
      found = by([&](std::size_t i) {
        const auto speaker = facts_.passages[i].speaker;
        return Key{0, speaker ? person[*speaker] : none, 0};
      });
      found.plural = tr("sprekers");
    } else {
      found = by_document();
    }
    if (is_torn_) return std::nullopt;
    return found;
  }

 private:
  // Which kind of source, its number, and a part of it; `none` as number: no source.
  struct Key {
    std::uint32_t kind, number, part;
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  std::uint32_t column_of(std::size_t passage) const {
    return counted_.selection.passages[passage] ? place_[counted_.columns.of[passage]] : none;
  }

  Clusters by_document() {
    std::vector<std::uint32_t> column(facts_.documents.size(), none);
    std::vector<bool> splits(facts_.documents.size());
    for (std::size_t i = 0; i < facts_.passages.size(); ++i) {
      if (column_of(i) == none) continue;
      const std::uint32_t document = facts_.passages[i].document;
      if (column[document] != none && column[document] != column_of(i)) splits[document] = true;
      column[document] = column_of(i);
    }
    const auto person = person_of_speakers(facts_);
    bool has_whole = false, has_split = false;
    Clusters found = by([&](std::size_t i) {
      const auto& passage = facts_.passages[i];
      (splits[passage.document] ? has_split : has_whole) = true;
      if (!splits[passage.document]) return Key{0, passage.document, 0};
      // A document is counted once in each column.
      if (counted_.spec.unit == CountUnit::documents) return Key{1, passage.document, column_of(i)};
      return passage.speaker ? Key{2, person[*passage.speaker], 0} : Key{3, passage.document, 0};
    });
    found.plural = !has_split || counted_.spec.unit == CountUnit::documents ? tr("documenten")
                   : has_whole ? tr("documenten en sprekers")
                               : tr("sprekers");
    return found;
  }

  template <typename KeyOf>
  Clusters by(KeyOf key_of) {
    Clusters found;
    found.of.of_passages = true;
    found.of.of.assign(facts_.passages.size(), none);
    std::map<Key, std::uint32_t> numbers;
    for (std::size_t i = 0; i < facts_.passages.size(); ++i) {
      const std::uint32_t column = column_of(i);
      if (column == none) continue;
      const Key key = key_of(i);
      if (key.number == none) continue;
      const auto [it, is_new] =
          numbers.try_emplace(key, static_cast<std::uint32_t>(found.group.size()));
      if (is_new) found.group.push_back(column);
      if (found.group[it->second] != column) is_torn_ = true;
      found.of.of[i] = it->second;
    }
    found.of.values.resize(found.group.size() + 1);
    for (std::uint32_t& cluster : found.of.of)
      if (cluster == none) cluster = static_cast<std::uint32_t>(found.group.size());
    return found;
  }

  const CorpusFacts& facts_;
  const CountedCells& counted_;
  std::vector<std::uint32_t> place_;  // of each column among those compared
  bool is_torn_ = false;              // a source lies in two columns
};

}  // namespace

std::optional<Clusters> find_clusters(const CorpusFacts& facts, const CountedCells& counted,
                                      const std::vector<std::size_t>& columns) {
  if (!counted.columns.of_passages || columns.size() < 2) return std::nullopt;
  auto found = Finder(facts, counted, columns).find();
  if (!found || found->group.size() <= columns.size()) return std::nullopt;
  return found;
}

}  // namespace pipeline
