#include "pipeline/explore/keyness.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "pipeline/report/number.h"
#include "pipeline/report/text_width.h"
#include "pipeline/statistics/association.h"

namespace pipeline {
namespace {

constexpr std::size_t group_width = 28;

std::string other_name(const KeynessSpec& spec) {
  return spec.against ? spec.against_query : std::string("alle andere");
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

struct Sizes {
  std::uint64_t in = 0, against = 0;
};

class KeynessTable {
 public:
  KeynessTable(const Subject& subject, const Items& items, const KeynessSpec& spec)
      : subject_(subject), items_(items), spec_(spec) {}

  Table made(const std::vector<Key>& keys, const Subsets& subsets, Sizes sizes) {
    sizes_ = sizes;
    table_.title =
        fmt::format("Kenmerkende {}: {} tegen {}", what(), spec_.in_query, other_name(spec_));
    add_columns();
    if (spec_.side != KeySide::against) add_rows(keys, true);
    if (spec_.side != KeySide::in) add_rows(keys, false);
    table_.notes = notes(keys, subsets);
    return std::move(table_);
  }

 private:
  bool of_words() const { return items_.about == About::words; }
  std::string_view what() const { return of_words() ? "woorden" : "factoren"; }
  double base() const { return of_words() ? 1e6 : 1e3; }

  void add_columns() {
    auto& columns = table_.columns;
    if (of_words()) {
      columns.push_back({"woord", "Woord", 0, "", ColumnRole::label});
    } else {
      columns.push_back({"factor", "Factor", 0, "", ColumnRole::key});
      columns.push_back({"label", "Factor", 0, "", ColumnRole::label});
    }
    columns.push_back({"kant", "bij"});
    const auto add = [&](const std::string& side, const std::string& query) {
      const std::string group = shortened(query, group_width);
      columns.push_back({side + ":aantal", "aantal", 0, group});
      if (of_words())
        columns.push_back({side + ":per_miljoen", "per mln.", 0, group});
      else
        columns.push_back({side + ":per_1000_woorden", "per 1.000 w.", 2, group});
      columns.push_back({side + ":documenten", "doc.", 0, group});
      columns.push_back({side + ":sprekers", "spr.", 0, group});
    };
    add("in", spec_.in_query);
    add("tegen", other_name(spec_));
    columns.push_back({"log_likelihood", "LL", 1});
    columns.push_back({"p_holm", "p Holm", 4});
    columns.push_back({"log_ratio", "log ratio", 2});
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
    row.cells.emplace_back(std::string(key.stands_out() ? "in" : "tegen"));
    const auto add = [&](const Spread& spread, std::uint64_t words) {
      row.cells.emplace_back(static_cast<std::int64_t>(spread.occurrences));
      row.cells.emplace_back(static_cast<double>(spread.occurrences) * base() /
                             static_cast<double>(words));
      row.cells.emplace_back(std::int64_t{spread.documents});
      row.cells.emplace_back(std::int64_t{spread.speakers});
    };
    add(key.in, sizes_.in);
    add(key.against, sizes_.against);
    for (const double figure : {key.likelihood, key.p, key.ratio, key.simple_maths})
      row.cells.emplace_back(figure);
    table_.rows.push_back(std::move(row));
  }

  std::vector<std::string> notes(const std::vector<Key>& keys, const Subsets& subsets) const {
    std::vector<std::string> notes;
    notes.push_back(unit_note(items_));
    const auto side = [&](std::string_view name, const std::string& query,
                          const std::vector<std::uint32_t>& passages, std::uint64_t words) {
      notes.push_back(fmt::format("{}: {}; {}, {}.", name, query,
                                  counted(passages.size(), "passage", "passages"),
                                  counted(words, "woord", "woorden")));
    };
    side("In", spec_.in_query, subsets.in, sizes_.in);
    side("Tegen", other_name(spec_), subsets.against, sizes_.against);
    if (subsets.shared_passages > 0)
      notes.push_back(fmt::format("Weggelaten: {} die aan beide kanten {} ({}).",
                                  counted(subsets.shared_passages, "passage", "passages"),
                                  subsets.shared_passages == 1 ? "hoort" : "horen",
                                  counted(subsets.shared_words, "woord", "woorden")));
    add_shown(notes);
    add_figures(notes, keys.size());
    const auto scope = subject_notes(subject_, items_.about);
    notes.insert(notes.end(), scope.begin(), scope.end());
    return notes;
  }

  void add_shown(std::vector<std::string>& notes) const {
    if (spec_.most == 0 || std::max(all_in_, all_against_) <= spec_.most) return;
    notes.push_back(fmt::format(
        "Getoond: van elke kant hoogstens {} van {} (in) en {} (tegen); --aantal 0 toont ze alle.",
        spec_.most, all_in_, all_against_));
  }

  void add_figures(std::vector<std::string>& notes, std::size_t tested) const {
    notes.push_back(fmt::format(
        "LL: log-likelihood over vier cellen (Dunning 1993); p na correctie van Holm voor de {} {} "
        "die minstens {} keer voorkomen, alsof elk woord los van de andere werd gezegd: zie "
        "hoeveel "
        "documenten en sprekers er zijn.",
        tested, what(), spec_.least));
    notes.push_back(fmt::format(
        "Log ratio: log2 van de verhouding van de frequenties, 0 telt als 0,5 (Hardie 2014); 1 is "
        "twee keer zo vaak. Simple (simple maths, Kilgarriff 2009): frequenties per miljoen, bij "
        "beide {} "
        "opgeteld.",
        rounded(spec_.added, spec_.added == std::floor(spec_.added) ? 0 : 2, ',')));
  }

  const Subject& subject_;
  const Items& items_;
  const KeynessSpec& spec_;
  Sizes sizes_;
  std::uint64_t all_in_ = 0, all_against_ = 0;
  Table table_;
};

}  // namespace

Subsets subsets_of(const Subject& subject, const KeynessSpec& spec) {
  Subsets subsets;
  const auto has = [](const std::vector<PassageId>& ids, PassageId id) {
    return std::ranges::binary_search(ids, id);
  };
  for (const std::uint32_t passage : passages_in(subject)) {
    const auto& row = subject.facts.passages[passage];
    const bool is_in = has(spec.in, row.id);
    const bool is_against = spec.against ? has(*spec.against, row.id) : !is_in;
    if (is_in && is_against) {
      ++subsets.shared_passages;
      subsets.shared_words += row.words;
    } else if (is_in) {
      subsets.in.push_back(passage);
    } else if (is_against) {
      subsets.against.push_back(passage);
    }
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
  const Subsets subsets = subsets_of(subject, spec);
  const Sizes sizes{words_in(subject.facts, items, subsets.in),
                    words_in(subject.facts, items, subsets.against)};
  if (sizes.in == 0 || sizes.against == 0)
    return failure(fmt::format(
        "niet te berekenen: geen enkele passage hoort alleen bij {}; neem een ruimere zoekvraag",
        sizes.in == 0 ? spec.in_query : other_name(spec)));
  const SpreadCounter count(subject.facts);
  const auto in = count(items, subsets.in), against = count(items, subsets.against);
  const auto keys = keys_of(in, against, sizes.in, sizes.against, spec);
  return KeynessTable(subject, items, spec).made(keys, subsets, sizes);
}

}  // namespace pipeline
