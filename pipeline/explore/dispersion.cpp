#include "pipeline/explore/dispersion.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/number.h"
#include "pipeline/statistics/dispersion.h"

namespace pipeline {
namespace {

struct PartWords {
  std::string_view one, many, title;
};
PartWords words_of(CountUnit unit) {
  if (unit == CountUnit::cases) return {translated("case"), translated("cases"), "case"};
  if (unit == CountUnit::speakers)
    return {translated("spreker"), translated("sprekers"), "spreker"};
  return {translated("document"), translated("documenten"), "document"};
}

// How many units of a kind take part, and in how many of them each item stands.
struct Reach {
  std::uint64_t all = 0;
  std::vector<std::uint32_t> with;
};

Reach reach_of(const Subject& subject, const Items& items, CountUnit unit) {
  const auto units = passage_units(subject.facts, unit);
  const auto passages = passages_in(subject);
  std::vector<std::uint32_t> seen;
  for (const std::uint32_t passage : passages)
    if (units[passage] != no_unit) seen.push_back(units[passage]);
  std::ranges::sort(seen);
  const auto rest = std::unique(seen.begin(), seen.end());
  return {static_cast<std::size_t>(rest - seen.begin()),
          units_with(items.of, items.size(), passages, units)};
}

class DispersionTable {
 public:
  DispersionTable(const Subject& subject, const Items& items, const DispersionSpec& spec)
      : subject_(subject),
        items_(items),
        spec_(spec),
        part_(words_of(spec.over)),
        parts_(count_parts(subject, items, passage_units(subject.facts, spec.over))),
        documents_(reach_of(subject, items, CountUnit::documents)),
        cases_(reach_of(subject, items, CountUnit::cases)),
        speakers_(reach_of(subject, items, CountUnit::speakers)) {
    for (const std::uint64_t size : parts_.sizes) {
      words_ += size;
      with_words_ += size > 0 ? 1 : 0;
      if (size > 0) smallest_ = std::min(smallest_, size);
    }
  }

  std::size_t parts() const { return with_words_; }

  Table made(std::vector<std::uint32_t> list) {
    sort(list);
    Table table{title(), columns(), {}, notes()};
    const std::size_t all = list.size();
    if (spec_.most > 0 && list.size() > spec_.most) list.resize(spec_.most);
    for (const std::uint32_t item : list) table.rows.push_back(row(item));
    if (list.size() < all)
      table.notes.insert(table.notes.begin(),
                         shown_note(list.size(), all, of_words() ? tr("woorden") : tr("factoren")));
    return table;
  }

  std::uint64_t occurrences(std::uint32_t item) const {
    std::uint64_t sum = 0;
    for (const auto& it : parts_.of[item]) sum += it.occurrences;
    return sum;
  }

 private:
  bool of_words() const { return items_.about == About::words; }

  void sort(std::vector<std::uint32_t>& list) {
    const auto count = [&](std::uint32_t item) { return occurrences(item); };
    std::ranges::stable_sort(list, std::ranges::greater{}, count);
    if (spec_.order == DispersionOrder::count) return;
    std::vector<double> values(items_.size() + 1);
    for (const std::uint32_t item : list) values[item] = dp(item).value_or(0);
    const double sign = spec_.order == DispersionOrder::uneven ? -1 : 1;
    std::ranges::stable_sort(list, {}, [&](std::uint32_t item) { return sign * values[item]; });
  }

  Figure dp(std::uint32_t item) const {
    std::vector<CorpusPart> parts;
    for (const auto& it : parts_.of[item]) parts.push_back({parts_.sizes[it.part], it.occurrences});
    return gries_dp_of_few(parts, words_);
  }

  // The smallest part's share of the words is what DP can never pass.
  Figure normed(const Figure& dp) const {
    if (!dp) return dp;
    return *dp / (1 - static_cast<double>(smallest_) / static_cast<double>(words_));
  }

  std::string title() const {
    return tr("Spreiding van {} over {}", of_words() ? tr("woorden") : tr("factoren"), part_.many);
  }

  std::vector<Column> columns() const {
    std::vector<Column> columns;
    if (of_words())
      columns.push_back({"woord", tr("Woord"), 0, "", ColumnRole::label});
    else
      columns = {{"factor", tr("Factor"), 0, "", ColumnRole::key},
                 {"label", tr("Factor"), 0, "", ColumnRole::label}};
    columns.push_back({"aantal", tr("aantal")});
    for (const auto& [name, title] : reaches()) {
      columns.push_back({name, tr("aantal"), 0, title});
      columns.push_back({"procent_" + name, "%", 1, title});
    }
    columns.push_back({"dp", "DP", 2});
    columns.push_back({"dp_norm", "DPnorm", 2});
    columns.push_back({"grootste_deel", tr("% in één"), 1});
    columns.push_back({"grootste", tr(part_.title)});
    columns.push_back({"let_op", tr("let op")});
    return columns;
  }

  std::vector<std::pair<std::string, std::string>> reaches() const {
    std::vector<std::pair<std::string, std::string>> reaches{{"documenten", tr("documenten")}};
    if (cases_.all > 0) reaches.emplace_back("cases", tr("cases"));
    if (speakers_.all > 0) reaches.emplace_back("sprekers", tr("sprekers"));
    return reaches;
  }

  Row row(std::uint32_t item) {
    const std::string name(items_.names.text(item));
    const std::uint64_t all = occurrences(item);
    Row row{{name}};
    if (!of_words()) row.cells.emplace_back(label_of(subject_, name));
    row.cells.emplace_back(static_cast<std::int64_t>(all));
    for (const Reach* reach : {&documents_, &cases_, &speakers_}) {
      if (reach->all == 0) continue;
      row.cells.emplace_back(std::int64_t{reach->with[item]});
      row.cells.emplace_back(100.0 * reach->with[item] / static_cast<double>(reach->all));
    }
    const Figure evenness = dp(item);
    const auto& largest = parts_.of[item].front();
    const double share = static_cast<double>(largest.occurrences) / static_cast<double>(all);
    row.cells.push_back(cell_of(evenness));
    row.cells.push_back(cell_of(normed(evenness)));
    row.cells.emplace_back(100 * share);
    row.cells.emplace_back(part_name(largest.part));
    row.cells.emplace_back(share > hanging_share ? tr("hangt op één {}", part_.one) : "");
    return row;
  }

  // A part is known by one of its passages.
  std::string part_name(std::uint32_t part) {
    if (names_.empty()) {
      const auto units = passage_units(subject_.facts, spec_.over);
      const auto named = dimension(part_.title, subject_.facts, subject_.factors);
      names_.resize(parts_.sizes.size());
      for (std::size_t i = 0; named && i < units.size(); ++i)
        if (units[i] != no_unit && names_[units[i]].empty())
          names_[units[i]] = named->values[named->of[i]].label;
    }
    return names_[part];
  }

  std::vector<std::string> notes() const {
    std::vector<std::string> notes{unit_note(items_)};
    notes.push_back(tr(
        "DP (Gries 2008): 0 is over de {} {} verdeeld zoals hun woorden, bijna 1 is alles in één; "
        "DPnorm (Lijffijt en Gries 2012) loopt altijd tot 1. Wat zelden voorkomt, heeft vanzelf "
        "een "
        "hoge DP.",
        parts(), part_.many));
    notes.push_back(tr("Let op: meer dan {} % staat in één {}.",
                       static_cast<int>(100 * hanging_share), part_.one));
    notes.push_back(
        tr("Procenten van documenten, cases en sprekers: van alle die meedoen, ook die "
           "het niet hebben."));
    const auto base = subject_notes(subject_, items_.about);
    notes.insert(notes.end(), base.begin(), base.end());
    return notes;
  }

  const Subject& subject_;
  const Items& items_;
  const DispersionSpec& spec_;
  PartWords part_;
  PartCounts parts_;
  Reach documents_, cases_, speakers_;
  std::uint64_t words_ = 0, smallest_ = UINT64_MAX;  // of all parts; of the smallest
  std::size_t with_words_ = 0;                       // parts
  std::vector<std::string> names_;
};

std::vector<std::string> known_names(const Items& items) {
  std::vector<std::string> names;
  for (std::uint32_t item = 1; item <= items.size(); ++item)
    names.emplace_back(items.names.text(item));
  return names;
}

}  // namespace

PartCounts count_parts(const Subject& subject, const Items& items,
                       const std::vector<std::uint32_t>& unit) {
  std::vector<std::uint32_t> order = passages_in(subject);
  std::erase_if(order, [&](std::uint32_t passage) { return unit[passage] == no_unit; });
  std::ranges::stable_sort(order, {}, [&](std::uint32_t passage) { return unit[passage]; });
  PartCounts counts;
  counts.of.resize(items.size() + 1);
  if (!order.empty()) counts.sizes.resize(std::size_t{unit[order.back()]} + 1);
  for (const std::uint32_t passage : order) {
    const std::uint32_t part = unit[passage];
    counts.sizes[part] += words_in(subject.facts, items, std::span(&passage, 1));
    for (const std::uint32_t item : items.of.of(passage)) {
      if (item == 0) continue;
      auto& parts = counts.of[item];
      if (parts.empty() || parts.back().part != part) parts.push_back({part, 0});
      ++parts.back().occurrences;
    }
  }
  for (auto& parts : counts.of)
    std::ranges::stable_sort(parts, std::ranges::greater{}, &PartCounts::Part::occurrences);
  return counts;
}

Result<Table> dispersion(const Subject& subject, const Items& items, const DispersionSpec& spec) {
  DispersionTable table(subject, items, spec);
  const PartWords part = words_of(spec.over);
  if (table.parts() < 2)
    return failure(
        table.parts() == 0
            ? tr("niet te berekenen: er is geen {} waarover iets verspreid kan zijn", part.one)
            : tr("niet te berekenen: er is maar één {} waarover iets verspreid kan zijn",
                 part.one));
  std::vector<std::uint32_t> list;
  for (const std::string& name : spec.only) {
    const std::uint32_t item = items.names.find(name);
    if (item == 0 || table.occurrences(item) == 0)
      return failure(tr("'{}' komt hier niet voor{}", name, suggest(name, known_names(items))));
    list.push_back(item);
  }
  if (spec.only.empty())
    for (std::uint32_t item = 1; item <= items.size(); ++item)
      if (table.occurrences(item) >= std::max<std::uint64_t>(spec.least, 1) &&
          !(spec.is_left_out && spec.is_left_out(items.names.text(item))))
        list.push_back(item);
  return table.made(std::move(list));
}

}  // namespace pipeline
