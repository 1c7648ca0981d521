#include "pipeline/publish/quote_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "pipeline/model/tr.h"
#include "pipeline/publish/docx.h"
#include "pipeline/publish/passage_line.h"
#include "pipeline/publish/quotation.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

constexpr Valence valences[] = {Valence::success, Valence::failure, Valence::neutral};

// By factor in the order of a table, then by valence.
using Groups = std::map<std::uint32_t, std::map<Valence, std::vector<CodingId>>>;

Groups grouped(const CorpusFacts& facts, const Dimension& factor,
               std::span<const CodingId> codings) {
  Groups groups;
  for (std::size_t i = 0; i < facts.codings.size(); ++i) {
    const auto& row = facts.codings[i];
    if (std::ranges::binary_search(codings, row.id))
      groups[factor.of[i]][row.valence].push_back(row.id);
  }
  return groups;
}

std::string numbers_of(const std::map<Valence, std::vector<CodingId>>& group) {
  std::string line;
  for (const Valence valence : valences)
    if (const auto it = group.find(valence); it != group.end())
      line += fmt::format("{}{} {}", line.empty() ? "" : " \u00b7 ", word_of(valence),
                          it->second.size());
  return line;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void add_quotation(DocxWriter& docx, const Quotation& it) {
  docx.add(ParagraphStyle::quotation, {{"\u201c"},
                                       {it.before, false, true},
                                       {it.sentence, true},
                                       {it.after, false, true},
                                       {"\u201d"}});
  const Coding& coding = it.coding.coding;
  std::string source = heading(it.coding.passage);
  if (const std::string attributes = attributes_line(it.coding.passage.attributes);
      !attributes.empty())
    source += " \u00b7 " + attributes;
  if (coding.modality != Modality::fact)
    source += fmt::format(" \u00b7 {}", word_of(coding.modality));
  source += " \u00b7 " + tr("codering {}", to_string(it.coding.id));
  docx.add(ParagraphStyle::source, source);
}

}  // namespace

std::string quote_report(const Store& store, const CorpusFacts& facts,
                         std::span<const Factor> factors, std::span<const CodingId> codings,
                         std::span<const std::string> notes, const QuoteReportSpec& spec) {
  // The words of the quotations are Dutch whatever the words around them are.
  DocxWriter docx(spec.title, "nl-NL");
  docx.add(ParagraphStyle::title, spec.title);
  docx.add(
      ParagraphStyle::body,
      counted(codings.size(), "citaat", "citaten") +
          tr(". Vet is wat gecodeerd is; daaromheen staat wat er in dezelfde passage is gezegd."));
  for (const std::string& note : notes) docx.add(ParagraphStyle::body, note);
  const Dimension factor = dimension("factor", facts, factors).value();
  for (const auto& [number, group] : grouped(facts, factor, codings)) {
    docx.add(ParagraphStyle::heading1, factor.values[number].label);
    docx.add(ParagraphStyle::body, numbers_of(group));
    for (const Valence valence : valences) {
      const auto it = group.find(valence);
      if (it == group.end()) continue;
      docx.add(ParagraphStyle::heading2,
               fmt::format("{} ({})", capitalised(word_of(valence)), it->second.size()));
      for_each_quotation(store, it->second, spec.around,
                         [&](const Quotation& quotation) { add_quotation(docx, quotation); });
    }
  }
  if (!spec.record.empty()) docx.add(ParagraphStyle::source, spec.record);
  return docx.bytes();
}

}  // namespace pipeline
