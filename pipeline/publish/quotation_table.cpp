#include "pipeline/publish/quotation_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/model/tr.h"
#include "pipeline/publish/passage_line.h"

namespace pipeline {
namespace {

constexpr std::string_view words_of_status[] = {tr_later("voorgesteld"), tr_later("aanvaard"),
                                                tr_later("verworpen")};

std::string part_word(PassageKind kind) {
  return kind == PassageKind::turn      ? tr("beurt")
         : kind == PassageKind::heading ? tr("kop")
                                        : tr("alinea");
}

std::set<std::string> attributes_of(const CorpusFacts& facts) {
  std::set<std::string> names;
  for (const auto& document : facts.documents)
    for (const auto& [name, value] : document.attributes) names.insert(name);
  for (const auto& speaker : facts.speakers)
    for (const auto& [name, value] : speaker.attributes) names.insert(name);
  return names;
}

std::vector<Column> columns_of(const std::set<std::string>& attributes) {
  std::vector<Column> columns{{"id", tr("nr")},
                              {"factor", "factor"},
                              {"label", tr("naam van de factor")},
                              {"thema", tr("thema")},
                              {"valentie", tr("valentie")},
                              {"modaliteit", tr("modaliteit")},
                              {"codeur", tr("codeur")},
                              {"stand", tr("stand")},
                              {"document", tr("document")},
                              {"passage", tr("passage")},
                              {"soort", tr("soort")},
                              {"spreker", tr("spreker")},
                              {"wie", tr("wie")},
                              {"begin", tr("begin")},
                              {"begin_s", tr("begin in seconden"), 1},
                              {"pagina", tr("pagina")}};
  std::set<std::string> taken{"zin", "passage_tekst"};
  for (const Column& column : columns) taken.insert(column.name);
  for (const std::string& name : attributes) {
    std::string free = name;
    while (!taken.insert(free).second) free = "kenmerk_" + free;
    columns.push_back({free, name});
  }
  columns.push_back({"zin", tr("zin")});
  columns.push_back({"passage_tekst", tr("passage")});
  return columns;
}

// What is said of a factor beside its id.
struct FactorWords {
  std::string label, theme;
};

Row row_of(const Quotation& it, const std::map<std::string, FactorWords>& factors,
           const std::set<std::string>& attributes) {
  const ShownPassage& passage = it.coding.passage;
  const Coding& coding = it.coding.coding;
  const auto factor = factors.find(coding.factor);
  const bool is_known = factor != factors.end();
  Row row;
  row.cells = {to_string(it.coding.id),
               coding.factor,
               is_known ? factor->second.label : coding.factor,
               is_known ? factor->second.theme : std::string(),
               word_of(coding.valence),
               word_of(coding.modality),
               coding.coder,
               tr(words_of_status[static_cast<std::size_t>(coding.status)]),
               passage.path,
               to_string(passage.id),
               part_word(passage.kind),
               passage.speaker,
               std::string(speaker_word(passage.speaker_kind)),
               passage.start_ms ? Cell{clock_time(*passage.start_ms)} : Cell{},
               passage.start_ms ? Cell{static_cast<double>(*passage.start_ms) / 1000} : Cell{},
               passage.page ? Cell{static_cast<std::int64_t>(*passage.page)} : Cell{}};
  for (const std::string& name : attributes) {
    const auto value = passage.attributes.find(name);
    row.cells.emplace_back(value == passage.attributes.end() ? Cell{} : Cell{value->second});
  }
  row.cells.emplace_back(it.sentence);
  row.cells.emplace_back(it.before + it.sentence + it.after);
  return row;
}

}  // namespace

Table quotation_table(const Store& store, const CorpusFacts& facts, std::span<const Factor> factors,
                      std::span<const CodingId> codings) {
  std::map<std::string, FactorWords> words;
  for (const Factor& factor : factors) words[factor.id] = {label_of(factor), factor.theme};
  const std::set<std::string> attributes = attributes_of(facts);
  Table table{tr("Citaten"), columns_of(attributes), {}, {}};
  table.rows.reserve(codings.size());
  for_each_quotation(store, codings, SIZE_MAX, [&](const Quotation& quotation) {
    table.rows.push_back(row_of(quotation, words, attributes));
  });
  return table;
}

}  // namespace pipeline
