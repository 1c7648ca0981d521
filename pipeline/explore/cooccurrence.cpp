#include "pipeline/explore/cooccurrence.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "pipeline/explore/items.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/number.h"
#include "pipeline/statistics/association.h"

namespace pipeline {
namespace {

struct UnitNames {
  std::string_view one, many, english, many_english, meaning;
};
// By TogetherIn.
constexpr std::array unit_names{UnitNames{tr_later("zin"), tr_later("zinnen"), "sentence",
                                          "sentences", tr_later("zoals een codering ze afbakent")},
                                UnitNames{tr_later("passage"), tr_later("passages"), "passage",
                                          "passages", tr_later("spreekbeurten en alinea's")},
                                UnitNames{tr_later("beurt"), tr_later("beurten"), "turn", "turns",
                                          tr_later("alles wat iemand zegt tot een ander spreekt")},
                                UnitNames{tr_later("spreker"), tr_later("sprekers"), "speaker",
                                          "speakers", tr_later("alles wat iemand zegt")},
                                UnitNames{tr_later("document"), tr_later("documenten"), "document",
                                          "documents", tr_later("in hun geheel")},
                                UnitNames{tr_later("case"), tr_later("cases"), "case", "cases",
                                          tr_later("alle documenten van een case samen")}};

const UnitNames& names_of(TogetherIn in) {
  return unit_names[static_cast<std::size_t>(in)];
}

bool reaches_over_documents(TogetherIn in) {
  return in == TogetherIn::speaker || in == TogetherIn::case_;
}

std::vector<std::uint32_t> turns_of(const CorpusFacts& facts) {
  std::vector<std::uint32_t> turns(facts.passages.size(), no_unit);
  std::uint32_t turn = 0;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const auto& passage = facts.passages[i];
    if (!passage.speaker) continue;
    const bool goes_on = i > 0 && facts.passages[i - 1].speaker == passage.speaker &&
                         facts.passages[i - 1].document == passage.document;
    turns[i] = goes_on ? turns[i - 1] : turn++;
  }
  return turns;
}

std::vector<std::uint32_t> units_of_passages(const CorpusFacts& facts, TogetherIn in) {
  if (in == TogetherIn::turn) return turns_of(facts);
  return passage_units(facts, in == TogetherIn::document  ? CountUnit::documents
                              : in == TogetherIn::speaker ? CountUnit::speakers
                              : in == TogetherIn::case_   ? CountUnit::cases
                                                          : CountUnit::passages);
}

// One unit at a time: which factors it has, and in which senses.
class PairCounter {
 public:
  explicit PairCounter(std::size_t factors) : senses_(factors), last_(factors * factors, no_unit) {
    pairs_.factors = factors;
    for (auto* list : {&pairs_.with, &pairs_.successes, &pairs_.failures}) list->resize(factors);
    pairs_.counts.resize(factors * factors);
  }

  void see(std::uint32_t factor, Valence valence) {
    if (senses_[factor] == 0) seen_.push_back(factor);
    senses_[factor] |= 1U << static_cast<unsigned>(valence);
  }

  void count_coding(std::uint32_t factor, Valence valence) {
    if (valence == Valence::success) ++pairs_.successes[factor];
    if (valence == Valence::failure) ++pairs_.failures[factor];
  }

  // `document`: none where the unit is of several.
  void end_unit(std::optional<std::uint32_t> document) {
    std::ranges::sort(seen_);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      ++pairs_.with[seen_[i]];
      for (std::size_t k = i + 1; k < seen_.size(); ++k) add(seen_[i], seen_[k], document);
    }
    for (const std::uint32_t factor : seen_) senses_[factor] = 0;
    seen_.clear();
  }

  Pairs take() { return std::move(pairs_); }

 private:
  static constexpr unsigned success = 1U << static_cast<unsigned>(Valence::success);
  static constexpr unsigned failure = 1U << static_cast<unsigned>(Valence::failure);

  void add(std::uint32_t first, std::uint32_t second, std::optional<std::uint32_t> document) {
    const std::size_t at = first * pairs_.factors + second;
    PairCounts& counts = pairs_.counts[at];
    ++counts.both;
    if (document && std::exchange(last_[at], *document) != *document) ++counts.documents;
    const unsigned one = senses_[first] & (success | failure);
    const unsigned other = senses_[second] & (success | failure);
    ++(one == 0 || other == 0           ? counts.neutral
       : one == success && other == one ? counts.success
       : one == failure && other == one ? counts.failure
                                        : counts.mixed);
  }

  Pairs pairs_;
  std::vector<unsigned> senses_;     // by factor: a bit a valence
  std::vector<std::uint32_t> seen_;  // factors of the unit
  std::vector<std::uint32_t> last_;  // document, by pair
};

// A pair that stands somewhere together, with what it comes to.
struct RatedPair {
  std::uint32_t first = 0, second = 0;
  PairCounts counts;
  double expected = 0, jaccard = 0, likelihood = 0;
};

RatedPair rated(const Pairs& pairs, std::uint64_t units, std::uint32_t first,
                std::uint32_t second) {
  RatedPair pair{first, second, pairs.of(first, second)};
  const Together together{
      pair.counts.both, pairs.with[first], pairs.with[second],
      std::max<std::uint64_t>(units, pairs.with[first] + pairs.with[second] - pair.counts.both)};
  if (together.all > 0)
    pair.expected = static_cast<double>(together.x) * static_cast<double>(together.y) /
                    static_cast<double>(together.all);
  pair.jaccard = jaccard(together).value_or(0);
  pair.likelihood = g_square(table_of(two_by_two(together)));
  return pair;
}

double measured(const RatedPair& pair, PairMeasure measure) {
  if (measure == PairMeasure::jaccard) return pair.jaccard;
  if (measure == PairMeasure::likelihood)
    // What is rarer together than by chance comes last.
    return pair.counts.both < pair.expected ? -pair.likelihood : pair.likelihood;
  return pair.counts.both;
}

class CooccurrenceTable {
 public:
  CooccurrenceTable(const Subject& subject, const Pairs& pairs, std::uint64_t units,
                    const CooccurrenceSpec& spec)
      : subject_(subject),
        pairs_(pairs),
        units_(units),
        spec_(spec),
        unit_(unit_words(spec.in)),
        names_(factors_of(subject).names) {}

  Table list() const {
    std::vector<RatedPair> found;
    for (std::uint32_t a = 0; a < pairs_.factors; ++a)
      for (std::uint32_t b = a + 1; b < pairs_.factors; ++b)
        if (pairs_.of(a, b).both >= std::max(spec_.least, 1U))
          found.push_back(rated(pairs_, units_, a, b));
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [&](const RatedPair& pair) { return measured(pair, spec_.measure); });
    Table table{title(), list_columns(), {}, notes()};
    for (const RatedPair& pair : found) table.rows.push_back(row(pair));
    keep_first(table, spec_.most, translated("paren"));
    return table;
  }

  Table matrix() const {
    std::vector<std::uint32_t> used;
    for (std::uint32_t factor = 0; factor < pairs_.factors; ++factor)
      if (pairs_.with[factor] > 0) used.push_back(factor);
    Table table{title(),
                {{"factor", tr("Factor"), 0, "", ColumnRole::key},
                 {"label", tr("Factor"), 0, "", ColumnRole::label}},
                {},
                notes()};
    const unsigned decimals = spec_.measure == PairMeasure::count     ? 0
                              : spec_.measure == PairMeasure::jaccard ? 2
                                                                      : 1;
    for (const std::uint32_t factor : used)
      table.columns.push_back({id(factor), label(factor), decimals});
    for (const std::uint32_t a : used) {
      Row row{{id(a), label(a)}};
      for (const std::uint32_t b : used) row.cells.push_back(cell(a, b));
      table.rows.push_back(std::move(row));
    }
    table.notes.insert(table.notes.begin() + 1,
                       tr("Op de diagonaal: het aantal met die factor (bij andere maten leeg)."));
    return table;
  }

 private:
  std::string id(std::uint32_t factor) const { return std::string(names_.text(factor + 1)); }
  std::string label(std::uint32_t factor) const { return label_of(subject_, id(factor)); }
  std::string title() const { return tr("Factoren samen in een {}", unit_.one); }

  static std::vector<Column> list_columns() {
    return {{"factor_1", tr("Factor"), 0, "", ColumnRole::key},
            {"label_1", tr("Factor"), 0, "", ColumnRole::label},
            {"factor_2", tr("met"), 0, "", ColumnRole::key},
            {"label_2", tr("met"), 0, "", ColumnRole::label},
            {"samen", tr("samen")},
            {"verwacht", tr("verwacht"), 1},
            {"factor_1_aantal", tr("eerste")},
            {"factor_2_aantal", tr("tweede")},
            {"documenten", tr("doc.")},
            {"jaccard", "Jaccard", 2},
            {"log_likelihood", "LL", 1},
            {"beide_succes", tr("succes"), 0, tr("beide"), ColumnRole::success},
            {"beide_faal", tr("faal"), 0, tr("beide"), ColumnRole::failure},
            {"gemengd", tr("gemengd")},
            {"neutraal", tr("neutraal")}};
  }

  Row row(const RatedPair& pair) const {
    const auto whole = [](std::uint32_t number) { return Cell{std::int64_t{number}}; };
    const PairCounts& it = pair.counts;
    return {{id(pair.first), label(pair.first), id(pair.second), label(pair.second), whole(it.both),
             pair.expected, whole(pairs_.with[pair.first]), whole(pairs_.with[pair.second]),
             reaches_over_documents(spec_.in) ? Cell{} : whole(it.documents), pair.jaccard,
             pair.likelihood, whole(it.success), whole(it.failure), whole(it.mixed),
             whole(it.neutral)}};
  }

  Cell cell(std::uint32_t a, std::uint32_t b) const {
    const bool is_count = spec_.measure == PairMeasure::count;
    if (a == b) return is_count ? Cell{std::int64_t{pairs_.with[a]}} : Cell{};
    if (is_count) return std::int64_t{pairs_.of(a, b).both};
    return measured(rated(pairs_, units_, std::min(a, b), std::max(a, b)), spec_.measure);
  }

  std::vector<std::string> notes() const {
    std::vector<std::string> notes{tr("Geteld: {} ({}) met beide factoren, van {}.", unit_.many,
                                      translated(names_of(spec_.in).meaning),
                                      counted(units_, unit_.one, unit_.many))};
    if (!spec_.as_matrix || spec_.measure != PairMeasure::count)
      notes.emplace_back(
          tr("Verwacht: als de factoren niets met elkaar te maken hadden. LL: log-likelihood over "
             "vier "
             "cellen (Dunning 1993), bij één vergelijking is 3,84 p < 0,05 en 10,83 p < 0,001; het "
             "zegt "
             "niet of het meer of minder is dan verwacht. Jaccard: samen gedeeld door alle met een "
             "van "
             "beide."));
    if (spec_.as_matrix && spec_.measure == PairMeasure::likelihood)
      notes.emplace_back(tr("Een LL met een minteken: minder vaak samen dan verwacht."));
    if (!spec_.as_matrix)
      notes.push_back(
          tr("Beide succes of faal: in die {} zijn beide factoren alleen dat; gemengd: de "
             "ene succes en "
             "de andere faal, of een van beide allebei; neutraal: een van beide is er "
             "alleen neutraal.",
             unit_.one));
    const auto base = subject_notes(subject_, About::codings);
    notes.insert(notes.end(), base.begin(), base.end());
    return notes;
  }

  const Subject& subject_;
  const Pairs& pairs_;
  std::uint64_t units_;
  const CooccurrenceSpec& spec_;
  TogetherWords unit_;
  TermNumbers names_;
};

}  // namespace

Result<TogetherIn> together_in(std::string_view name) {
  for (std::size_t i = 0; i < unit_names.size(); ++i)
    if (name == unit_names[i].one || name == unit_names[i].english || name == unit_names[i].many ||
        name == unit_names[i].many_english)
      return static_cast<TogetherIn>(i);
  return failure(tr("'{}' is niets om samen in te staan; kies zin, passage, beurt, spreker, "
                    "document of case",
                    name),
                 "--eenheid");
}

TogetherWords unit_words(TogetherIn in) {
  return {translated(names_of(in).one), translated(names_of(in).many)};
}

std::uint64_t units_in(const Subject& subject, TogetherIn in,
                       const std::vector<std::uint32_t>& sentences) {
  std::uint64_t all = 0;
  std::vector<std::uint32_t> units;
  const auto unit_of = units_of_passages(subject.facts, in);
  for (const std::uint32_t passage : passages_in(subject)) {
    if (in == TogetherIn::sentence)
      all += sentences[passage];
    else if (unit_of[passage] != no_unit)
      units.push_back(unit_of[passage]);
  }
  std::ranges::sort(units);
  const auto rest = std::unique(units.begin(), units.end());
  return all + static_cast<std::uint64_t>(rest - units.begin());
}

Pairs count_pairs(const Subject& subject, TogetherIn in) {
  const CorpusFacts& facts = subject.facts;
  std::vector<std::uint32_t> unit;  // of each coding
  if (in == TogetherIn::sentence) {
    unit = units_of(facts, CountUnit::sentences);
  } else {
    const auto of_passage = units_of_passages(facts, in);
    for (const auto& coding : facts.codings) unit.push_back(of_passage[coding.passage]);
  }
  // Of a document together, so that documents are counted once: ids of codings begin with theirs.
  const Items factors = factors_of(subject);
  std::vector<std::uint32_t> number;
  for (const FactorId& factor : facts.factors) number.push_back(factors.names.find(factor) - 1);
  std::vector<std::uint32_t> order = subject.selection.codings;
  std::erase_if(order, [&](std::uint32_t i) { return unit[i] == no_unit; });
  const auto document = [&](std::uint32_t i) {
    return facts.passages[facts.codings[i].passage].document;
  };
  const bool over_documents = reaches_over_documents(in);
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    return std::tuple(over_documents ? 0 : document(i), unit[i], i);
  });
  PairCounter counter(factors.size());
  for (const std::uint32_t i : subject.selection.codings)
    counter.count_coding(number[facts.codings[i].factor], facts.codings[i].valence);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& coding = facts.codings[order[i]];
    counter.see(number[coding.factor], coding.valence);
    if (i + 1 == order.size() || unit[order[i]] != unit[order[i + 1]])
      counter.end_unit(over_documents ? std::nullopt : std::optional(document(order[i])));
  }
  return counter.take();
}

Table cooccurrence(const Subject& subject, const std::vector<std::uint32_t>& sentences,
                   const CooccurrenceSpec& spec) {
  const Pairs pairs = count_pairs(subject, spec.in);
  const CooccurrenceTable table(subject, pairs, units_in(subject, spec.in, sentences), spec);
  return spec.as_matrix ? table.matrix() : table.list();
}

}  // namespace pipeline
