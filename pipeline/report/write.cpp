#include "pipeline/report/write.h"

#include <algorithm>
#include <array>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::array formats{
    TableFormat{"tekst", tr_later("uitgelijnd, om te lezen"), ".txt", write_text},
    TableFormat{"csv", tr_later("voor een rekenblad of R (RFC 4180), zonder de aantekeningen"),
                ".csv", write_csv},
    TableFormat{"json", tr_later("voor scripts, met versie en aantekeningen"), ".json", write_json},
    TableFormat{"tsv", tr_later("een regel per rij, voor cut en awk, zonder de aantekeningen"),
                ".tsv", write_tsv},
    TableFormat{"jsonl", tr_later("een JSON-object per rij, voor jq, zonder de aantekeningen"),
                ".jsonl", write_jsonl},
    TableFormat{"markdown", tr_later("voor een verslag"), ".md", write_markdown},
    TableFormat{"xlsx", tr_later("werkmap voor Excel en LibreOffice, met de aantekeningen"),
                ".xlsx", write_xlsx, false},
    TableFormat{"latex", tr_later("voor een artikel, met booktabs"), ".tex", write_latex},
    TableFormat{"html", tr_later("pagina die op zichzelf staat"), ".html", write_html},
};

}  // namespace

std::span<const TableFormat> table_formats() {
  return formats;
}

Result<TableFormat> table_format(std::string_view name) {
  std::vector<std::string> known;
  for (const TableFormat& format : formats) {
    if (format.name == name) return format;
    known.emplace_back(format.name);
  }
  return failure(tr("'{}' is geen uitvoervorm; kies {}", name, one_of(known)));
}

const TableFormat* table_format_of(std::string_view ending) {
  const auto it = std::ranges::find(formats, ending, &TableFormat::ending);
  return it == formats.end() ? nullptr : &*it;
}

}  // namespace pipeline
