#include "pipeline/evaluate/pattern_health.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/decisions.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

using Key = std::pair<FactorId, std::string>;

bool is_turned(Valence base, Valence valence) {
  return base != Valence::neutral && valence != Valence::neutral && base != valence;
}

// While counting: where a pattern was met.
struct Places {
  std::map<std::uint32_t, std::uint64_t> documents;
  std::set<std::uint32_t> speakers;
};

class Count {
 public:
  Count(const CorpusFacts& facts, const EvidenceFacts& evidence,
        std::span<const KnownPattern> known)
      : facts_(facts), evidence_(evidence) {
    for (const KnownPattern& pattern : known) {
      numbers_.emplace(Key{pattern.factor, pattern.name.text}, health_.size());
      health_.push_back({pattern});
    }
  }

  std::vector<PatternHealth> run() {
    for (const auto& row : evidence_.rows)
      if (coder_kind(facts_.coders[facts_.codings[row.coding].coder]) == CoderKind::lexicon)
        add(row);
    for (const auto& [number, places] : places_) {
      PatternHealth& it = health_[number];
      it.documents = places.documents.size();
      it.speakers = places.speakers.size();
      for (const auto& [document, hits] : places.documents)
        it.largest_document = std::max(it.largest_document, hits);
    }
    return std::move(health_);
  }

 private:
  std::size_t number_of(const FactorId& factor, const EvidenceFacts::Rule& rule) {
    const auto [it, is_new] = numbers_.try_emplace({factor, rule.text}, health_.size());
    if (is_new) {
      PatternHealth& unknown = health_.emplace_back();
      unknown.pattern = {factor, {rule.text, rule.source}, Valence::neutral};
      unknown.is_known = false;
    }
    return it->second;
  }

  void add(const EvidenceFacts::Row& row) {
    const auto& coding = facts_.codings[row.coding];
    const std::size_t number = number_of(facts_.factors[coding.factor], evidence_.rules[row.rule]);
    PatternHealth& it = health_[number];
    if (row.kind == Evidence::Kind::outranked) {
      ++it.lost;
      return;
    }
    const auto& passage = facts_.passages[coding.passage];
    ++it.hits;
    it.accepted += coding.status == CodingStatus::accepted;
    it.rejected += coding.status == CodingStatus::rejected;
    it.turned += is_turned(it.pattern.base, coding.valence);
    ++places_[number].documents[passage.document];
    if (passage.speaker) places_[number].speakers.insert(*passage.speaker);
  }

  const CorpusFacts& facts_;
  const EvidenceFacts& evidence_;
  std::vector<PatternHealth> health_;
  std::map<Key, std::size_t> numbers_;
  std::map<std::size_t, Places> places_;
};

double share(std::uint64_t some, std::uint64_t all) {
  return all == 0 ? 0 : static_cast<double>(some) / static_cast<double>(all);
}

using Weight = double (*)(const PatternHealth&);  // the largest stand first
constexpr std::array<std::pair<std::string_view, Weight>, 8> orders{{
    {"treffers", [](const PatternHealth& it) { return static_cast<double>(it.hits); }},
    {"documenten", [](const PatternHealth& it) { return static_cast<double>(it.documents); }},
    {"sprekers", [](const PatternHealth& it) { return static_cast<double>(it.speakers); }},
    {"verworpen", [](const PatternHealth& it) { return static_cast<double>(it.rejected); }},
    {"aanvaard",
     [](const PatternHealth& it) {
       return it.accepted + it.rejected == 0 ? -2 : -share(it.accepted, it.accepted + it.rejected);
     }},
    {"gekeerd", [](const PatternHealth& it) { return share(it.turned, it.hits); }},
    {"grootste", [](const PatternHealth& it) { return share(it.largest_document, it.hits); }},
    {"patroon", [](const PatternHealth&) { return 0.0; }},
}};

void add_name_columns(Table& table) {
  table.columns.push_back({"patroon", tr("Patroon"), 0, "", ColumnRole::label});
  add_column(table, "factor", tr("factor"));
  add_column(table, "bron", tr("bron"));
  add_column(table, "basis", tr("basis"));
}

Row row_of(const PatternHealth& it) {
  Row row;
  row.cells = {it.pattern.name.text, it.pattern.factor, it.pattern.name.source,
               it.is_known ? word_of(it.pattern.base) : tr("(weg)")};
  return row;
}

void note_rest(Table& table, std::size_t all) {
  if (table.rows.size() < all)
    table.notes.push_back(tr("Getoond: {} van {} (meer met --toon, alle met --toon 0).",
                             table.rows.size(), counted(all, "patroon", "patronen")));
}

}  // namespace

std::vector<PatternHealth> pattern_health(const CorpusFacts& facts, const EvidenceFacts& evidence,
                                          std::span<const KnownPattern> known) {
  return Count(facts, evidence, known).run();
}

Result<void> sort_health(std::vector<PatternHealth>& patterns, const std::string& order) {
  const auto found = std::ranges::find(orders, order, [](const auto& it) { return it.first; });
  if (found == orders.end()) {
    std::vector<std::string> names;
    for (const auto& it : orders) names.emplace_back(it.first);
    return failure(tr("volgorde '{}' is er niet{}", order, suggest(order, names)));
  }
  const Weight weight = found->second;
  std::ranges::stable_sort(patterns, [&](const PatternHealth& a, const PatternHealth& b) {
    const auto key = [&](const PatternHealth& it) {
      return std::tuple(-weight(it), order == "patroon" ? 0 : -static_cast<double>(it.hits),
                        it.pattern.name.text);
    };
    return key(a) < key(b);
  });
  return {};
}

Table health_table(std::span<const PatternHealth> patterns, std::size_t most) {
  Table table;
  table.title = tr("Hoe de patronen het doen");
  add_name_columns(table);
  for (const std::string_view name :
       {tr_later("treffers"), tr_later("verloren"), tr_later("documenten"), tr_later("sprekers")})
    add_column(table, std::string(name), tr(name));
  table.columns.push_back({"grootste", tr("grootste document %"), 1});
  table.columns.push_back({"gekeerd", tr("gekeerd %"), 1});
  add_column(table, "beslist", tr("beslist"));
  add_share_columns(table, "aanvaard", tr("aanvaard"));
  std::size_t all = 0;
  for (const PatternHealth& it : patterns) {
    if (it.hits == 0 || ++all > (most == 0 ? patterns.size() : most)) continue;
    Row& row = table.rows.emplace_back(row_of(it));
    for (const std::uint64_t number : {it.hits, it.lost, it.documents, it.speakers})
      add_count(row, number);
    add_percent(row, share(it.largest_document, it.hits));
    add_percent(row, share(it.turned, it.hits));
    add_count(row, it.accepted + it.rejected);
    add_share(row, it.accepted, it.accepted + it.rejected);
  }
  note_rest(table, all);
  table.notes.push_back(
      tr("Treffers: coderingen die op het patroon rusten, ook van interviewers; verloren: waar een "
         "langer patroon voorging. Gekeerd: succes dat faal werd of omgekeerd. Grootste document: "
         "aandeel van het document met de meeste treffers."));
  table.notes.push_back(
      tr("Aanvaard: van wat beslist is; van en tot: 95 %-interval volgens Wilson (1927)."));
  if (std::ranges::any_of(patterns, [](const auto& it) { return !it.is_known; }))
    table.notes.push_back(
        tr("(weg): het lexicon heeft dit patroon niet meer; 'samenspel tag' codeert opnieuw."));
  return table;
}

Table unused_table(std::span<const PatternHealth> patterns, std::size_t most) {
  Table table;
  table.title = tr("Patronen zonder treffer");
  add_name_columns(table);
  add_column(table, "verloren", tr("verloren"));
  std::size_t all = 0;
  for (const PatternHealth& it : patterns) {
    if (it.hits > 0 || !it.is_known || ++all > (most == 0 ? patterns.size() : most)) continue;
    add_count(table.rows.emplace_back(row_of(it)), it.lost);
  }
  note_rest(table, all);
  table.notes.push_back(
      tr("Verloren: codeerde niets omdat een langer patroon van dezelfde factor voorging."));
  return table;
}

}  // namespace pipeline
