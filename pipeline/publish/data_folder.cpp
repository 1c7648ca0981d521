#include "pipeline/publish/data_folder.h"

#include <fmt/format.h>

#include "pipeline/publish/loaders.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

std::string_view word_of(VariableKind kind) {
  switch (kind) {
    case VariableKind::whole:
      return "geheel getal";
    case VariableKind::real:
      return "getal";
    case VariableKind::yes_no:
      return "0/1";
    default:
      return "tekst";
  }
}

std::string dictionary(const DataSet& set) {
  Table table{"Variabelen",
              {{"variabele", "variabele"},
               {"label", "label"},
               {"soort", "soort"},
               {"waarden", "waarden"},
               {"factor", "factor"},
               {"valentie", "valentie"}},
              {},
              {}};
  for (std::size_t i = 0; i < set.variables.size(); ++i) {
    const Variable& it = set.variables[i];
    const std::string values = it.kind == VariableKind::yes_no ? "0 = nee, 1 = ja" : "";
    table.rows.push_back({{set.table.columns[i].name, it.label, std::string(word_of(it.kind)),
                           values, it.factor, it.valence}});
  }
  return write_csv(table, {});
}

std::string readme(const DataSet& set, const std::string& name) {
  std::string text = set.table.title + "\n\n";
  text += fmt::format(
      "{1:<16}de gegevens: UTF-8, komma's, een rij kolomnamen\n"
      "variabelen.csv  wat elke kolom is\n"
      "laad.R          leest {0}.csv in R, met types en labels\n"
      "laad.sps        idem in SPSS (en PSPP)\n"
      "laad.do         idem in Stata (14 of later)\n\n"
      "Open het script in de map waar het staat: het leest {0}.csv daar.\n"
      "Tekst die met = + - of @ begint en geen getal is, heeft in de CSV een apostrof ervoor,\n"
      "zodat geen rekenblad haar als formule uitvoert.\n\n",
      name, name + ".csv");
  for (const std::string& note : set.table.notes) text += note + "\n";
  return text;
}

}  // namespace

std::vector<NamedFile> data_folder(const DataSet& set, const std::string& name) {
  const std::string csv = name + ".csv";
  return {{csv, write_csv(set.table, {})},     {"variabelen.csv", dictionary(set)},
          {"laad.R", r_loader(set, csv)},      {"laad.sps", spss_loader(set, csv)},
          {"laad.do", stata_loader(set, csv)}, {"LEESMIJ.txt", readme(set, name)}};
}

}  // namespace pipeline
