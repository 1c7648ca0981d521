#include "pipeline/explore/keyness.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "pipeline/index/fields.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"
#include "pipeline/report/text_width.h"
#include "pipeline/statistics/association.h"

namespace pipeline {
namespace {

constexpr std::size_t group_width = 28;

std::string other_name(const KeynessSpec& spec) {
  return spec.against ? spec.against_query : std::string(tr("alle andere"));
}

double strength(const Key& key, KeyOrder order) {
  switch (order) {
    case KeyOrder::likelihood:
      return key.likelihood;
    case KeyOrder::ratio:
      return std::abs(key.ratio);
    case KeyOrder::simple_maths:
      break;
  }
  return std::abs(std::log(key.simple_maths));
}

void adjust(std::vector<Key>& keys) {
  std::vector<double> p_values;
  for (const Key& key : keys) p_values.push_back(likelihood_p(key.likelihood));
  const std::vector<double> adjusted = holm(p_values);
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i].p = adjusted[i];
}

// Goes through the sentences of each passage and gives them to the side whose query stands there.
class SentenceSubsets {
 public:
  SentenceSubsets(const Subject& subject, const Items& items, const KeynessSpec& spec)
      : items_(items), has_against_(spec.against_places.has_value()) {
    const auto& passages = subject.facts.passages;
    for (Subset* subset : {&subsets_.in, &subsets_.against})
      subset->sentences.emplace().places.resize(passages.size());
    Cursor in(*spec.in_places), against(has_against_ ? *spec.against_places : none_);
    for (const std::uint32_t passage : passages_in(subject))
      see(passage, in.positions(passages[passage].id), against.positions(passages[passage].id));
  }

  Subsets taken() { return std::move(subsets_); }

 private:
  using Positions = std::vector<std::uint32_t>;

  // Passages are asked for in rising order.
  class Cursor {
   public:
    explicit Cursor(const std::vector<FoundPlaces>& found)
        : at_(found.begin()), end_(found.end()) {}
    const Positions& positions(PassageId passage) {
      static const Positions nowhere;
      while (at_ != end_ && at_->passage < passage) ++at_;
      return at_ != end_ && at_->passage == passage ? at_->positions : nowhere;
    }

   private:
    std::vector<FoundPlaces>::const_iterator at_, end_;
  };

  void see(std::uint32_t passage, const Positions& in, const Positions& against) {
    if (has_against_ && in.empty() && against.empty()) return;
    const auto words = items_.of.of(passage);
    std::uint32_t position = 0;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
      while (words[end] != 0) ++end;
      const auto length = static_cast<std::uint32_t>(end++ - begin);
      const auto stands = [&](const Positions& positions) {
        const auto first = std::ranges::upper_bound(positions, position);
        return first != positions.end() && *first <= position + length;
      };
      const bool is_in = stands(in);
      const bool is_against = has_against_ ? stands(against) : !is_in;
      give(passage, words.subspan(begin, end - begin), is_in, is_against);
      position += length + sentence_gap;
    }
  }

  void give(std::uint32_t passage, std::span<const std::uint32_t> sentence, bool is_in,
            bool is_against) {
    const std::uint64_t words = sentence.size() - 1;
    if (is_in && is_against) {
      ++subsets_.shared_units;
      subsets_.shared_words += words;
      return;
    }
    if (!is_in && !is_against) return;
    Subset& subset = is_in ? subsets_.in : subsets_.against;
    auto& place = subset.sentences->places[passage];
    auto& items = subset.sentences->items;
    if (place.begin == place.end) {
      place.begin = items.size();
      subset.passages.push_back(passage);
    }
    items.insert(items.end(), sentence.begin(), sentence.end());
    place.end = items.size();
    ++subset.units;
    subset.words += words;
  }

  const Items& items_;
  bool has_against_;
  const std::vector<FoundPlaces> none_ = {};
  Subsets subsets_;
};

class KeynessTable {
 public:
  KeynessTable(const Subject& subject, const Items& items, const KeynessSpec& spec)
      : subject_(subject), items_(items), spec_(spec) {}

  Table made(const std::vector<Key>& keys, const Subsets& subsets) {
    sizes_ = {subsets.in.words, subsets.against.words};
    table_.title = tr("Kenmerkende {}: {} tegen {}", what(), spec_.in_query, other_name(spec_));
    add_columns();
    if (spec_.side != KeySide::against) add_rows(keys, true);
    if (spec_.side != KeySide::in) add_rows(keys, false);
    table_.notes = notes(keys, subsets);
    return std::move(table_);
  }

 private:
  bool by_sentence() const { return spec_.in_places.has_value(); }
  bool of_words() const { return items_.about == About::words; }
  std::string_view what() const {
    return of_words() ? translated("woorden") : translated("factoren");
  }
  double base() const { return of_words() ? 1e6 : 1e3; }

  void add_columns() {
    auto& columns = table_.columns;
    if (of_words()) {
      columns.push_back({"woord", tr("Woord"), 0, "", ColumnRole::label});
    } else {
      columns.push_back({"factor", tr("Factor"), 0, "", ColumnRole::key});
      columns.push_back({"label", tr("Factor"), 0, "", ColumnRole::label});
    }
    columns.push_back({"kant", tr("bij")});
    const auto add = [&](const std::string& side, const std::string& query) {
      const std::string group = shortened(query, group_width);
      columns.push_back({side + ":aantal", tr("aantal"), 0, group});
      if (of_words())
        columns.push_back({side + ":per_miljoen", tr("per mln."), 0, group});
      else
        columns.push_back({side + ":per_1000_woorden", tr("per 1.000 w."), 2, group});
      columns.push_back({side + ":documenten", tr("doc."), 0, group});
      columns.push_back({side + ":sprekers", tr("spr."), 0, group});
    };
    add("in", spec_.in_query);
    add("tegen", other_name(spec_));
    columns.push_back({"log_likelihood", "LL", 1});
    columns.push_back({"p_holm", "p Holm", 4});
    columns.push_back({"log_ratio", tr("log ratio"), 2});
    columns.push_back({"simple_maths", "simple", 2});
  }

  void add_rows(const std::vector<Key>& keys, bool stands_out) {
    std::size_t shown = 0;
    for (const Key& key : keys) {
      if (key.ratio == 0 || key.stands_out() != stands_out) continue;
      const std::string name(items_.names.text(key.item));
      if (spec_.is_left_out && spec_.is_left_out(name)) continue;
      ++(stands_out ? all_in_ : all_against_);
      if (spec_.most == 0 || shown++ < spec_.most) add_row(key, name);
    }
  }

  void add_row(const Key& key, const std::string& name) {
    Row row{{name}};
    if (!of_words()) row.cells.emplace_back(label_of(subject_, name));
    row.cells.emplace_back(key.stands_out() ? tr("in") : tr("tegen"));
    const auto add = [&](const Spread& spread, std::uint64_t words) {
      row.cells.emplace_back(static_cast<std::int64_t>(spread.occurrences));
      row.cells.emplace_back(static_cast<double>(spread.occurrences) * base() /
                             static_cast<double>(words));
      row.cells.emplace_back(std::int64_t{spread.documents});
      row.cells.emplace_back(std::int64_t{spread.speakers});
    };
    add(key.in, sizes_.first);
    add(key.against, sizes_.second);
    for (const double figure : {key.likelihood, key.p, key.ratio, key.simple_maths})
      row.cells.emplace_back(figure);
    table_.rows.push_back(std::move(row));
  }

  std::vector<std::string> notes(const std::vector<Key>& keys, const Subsets& subsets) const {
    std::vector<std::string> notes;
    notes.push_back(unit_note(items_));
    const auto units = [&](std::uint64_t count) {
      return by_sentence() ? counted(count, "zin", "zinnen")
                           : counted(count, "passage", "passages");
    };
    const auto side = [&](std::string_view name, const std::string& query, const Subset& subset) {
      notes.push_back(fmt::format("{}: {}; {}, {}.", name, query, units(subset.units),
                                  counted(subset.words, "woord", "woorden")));
    };
    if (by_sentence())
      notes.emplace_back(
          tr("Een kant is niet de hele passage, maar elke zin waarin staat wat de "
             "zoekvraag zoekt."));
    side(tr("In"), spec_.in_query, subsets.in);
    side(tr("Tegen"), other_name(spec_), subsets.against);
    if (subsets.shared_units > 0)
      notes.push_back(
          tr_plural(subsets.shared_units, "Weggelaten: {} die aan beide kanten hoort ({}).",
                    "Weggelaten: {} die aan beide kanten horen ({}).", units(subsets.shared_units),
                    counted(subsets.shared_words, "woord", "woorden")));
    add_shown(notes);
    add_figures(notes, keys.size());
    const auto scope = subject_notes(subject_, items_.about);
    notes.insert(notes.end(), scope.begin(), scope.end());
    return notes;
  }

  void add_shown(std::vector<std::string>& notes) const {
    if (spec_.most == 0 || std::max(all_in_, all_against_) <= spec_.most) return;
    notes.push_back(tr(
        "Getoond: van elke kant hoogstens {} van {} (in) en {} (tegen); --aantal 0 toont ze alle.",
        number(spec_.most), number(all_in_), number(all_against_)));
  }

  void add_figures(std::vector<std::string>& notes, std::size_t tested) const {
    notes.push_back(tr(
        "LL: log-likelihood over vier cellen (Dunning 1993); p na correctie van Holm voor de {} {} "
        "die minstens {} keer voorkomen, alsof elk woord los van de andere werd gezegd: zie "
        "hoeveel "
        "documenten en sprekers er zijn.",
        number(tested), what(), spec_.least));
    notes.push_back(tr(
        "Log ratio: log2 van de verhouding van de frequenties, 0 telt als 0,5 (Hardie 2014); 1 is "
        "twee keer zo vaak. Simple (simple maths, Kilgarriff 2009): frequenties per miljoen, bij "
        "beide {} "
        "opgeteld.",
        rounded(spec_.added, spec_.added == std::floor(spec_.added) ? 0 : 2)));
  }

  const Subject& subject_;
  const Items& items_;
  const KeynessSpec& spec_;
  std::pair<std::uint64_t, std::uint64_t> sizes_;  // words of both sides
  std::uint64_t all_in_ = 0, all_against_ = 0;
  Table table_;
};

}  // namespace

Subsets subsets_of(const Subject& subject, const Items& items, const KeynessSpec& spec) {
  if (spec.in_places) return SentenceSubsets(subject, items, spec).taken();
  Subsets subsets;
  const auto has = [](const std::vector<PassageId>& ids, PassageId id) {
    return std::ranges::binary_search(ids, id);
  };
  for (const std::uint32_t passage : passages_in(subject)) {
    const auto& row = subject.facts.passages[passage];
    const bool is_in = has(spec.in, row.id);
    const bool is_against = spec.against ? has(*spec.against, row.id) : !is_in;
    if (is_in && is_against) {
      ++subsets.shared_units;
      subsets.shared_words += row.words;
    } else if (is_in || is_against) {
      (is_in ? subsets.in : subsets.against).passages.push_back(passage);
    }
  }
  for (Subset* subset : {&subsets.in, &subsets.against}) {
    subset->units = subset->passages.size();
    subset->words = words_in(subject.facts, items, subset->passages);
  }
  return subsets;
}

std::vector<Key> keys_of(std::span<const Spread> in, std::span<const Spread> against,
                         std::uint64_t in_words, std::uint64_t against_words,
                         const KeynessSpec& spec) {
  std::vector<Key> keys;
  for (std::uint32_t item = 1; item < in.size(); ++item) {
    const std::uint64_t target = in[item].occurrences, rest = against[item].occurrences;
    if (std::max(target, rest) < std::max<std::uint64_t>(spec.least, 1)) continue;
    const KeynessCounts counts{target, rest, in_words, against_words};
    keys.push_back({item, in[item], against[item], log_likelihood(counts), log_ratio(counts),
                    simple_maths(counts, spec.added).value_or(1), 1});
  }
  adjust(keys);
  std::ranges::stable_sort(keys, std::ranges::greater{},
                           [&](const Key& key) { return strength(key, spec.order); });
  return keys;
}

Result<Table> keyness(const Subject& subject, const Items& items, const KeynessSpec& spec) {
  const Subsets subsets = subsets_of(subject, items, spec);
  if (subsets.in.words == 0 || subsets.against.words == 0)
    return failure(
        tr("niet te berekenen: geen enkele {} hoort alleen bij {}; neem een ruimere zoekvraag",
           spec.in_places ? tr("zin") : tr("passage"),
           subsets.in.words == 0 ? spec.in_query : other_name(spec)));
  const SpreadCounter count(subject.facts);
  const auto spread = [&](const Subset& subset) {
    return count(subset.sentences ? *subset.sentences : items.of, items.size(), subset.passages);
  };
  const auto keys = keys_of(spread(subsets.in), spread(subsets.against), subsets.in.words,
                            subsets.against.words, spec);
  return KeynessTable(subject, items, spec).made(keys, subsets);
}

}  // namespace pipeline
