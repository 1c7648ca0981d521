#include "pipeline/report/write.h"

#include <array>

namespace pipeline {
namespace {

constexpr std::array formats{
    TableFormat{"tekst", "uitgelijnd, om te lezen", write_text},
    TableFormat{"csv", "voor een rekenblad of R (RFC 4180), zonder de aantekeningen", write_csv},
    TableFormat{"json", "voor scripts, met versie en aantekeningen", write_json},
    TableFormat{"markdown", "voor een verslag", write_markdown},
};

}  // namespace

std::span<const TableFormat> table_formats() {
  return formats;
}

Result<TableFormat> table_format(std::string_view name) {
  std::string known;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (formats[i].name == name) return formats[i];
    known += (i == 0 ? "" : i + 1 == formats.size() ? " of " : ", ") + std::string(formats[i].name);
  }
  return failure("'" + std::string(name) + "' is geen uitvoervorm; kies " + known);
}

}  // namespace pipeline
