#include "pipeline/publish/data_folder.h"

#include <fmt/format.h>

#include "pipeline/model/tr.h"
#include "pipeline/publish/loaders.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

std::string word_of(VariableKind kind) {
  switch (kind) {
    case VariableKind::whole:
      return tr("geheel getal");
    case VariableKind::real:
      return tr("getal");
    case VariableKind::yes_no:
      return "0/1";
    default:
      return tr("tekst");
  }
}

std::string dictionary(const DataSet& set) {
  Table table{tr("Variabelen"),
              {{"variabele", tr("variabele")},
               {"label", "label"},
               {"soort", tr("soort")},
               {"waarden", tr("waarden")},
               {"factor", "factor"},
               {"valentie", tr("valentie")}},
              {},
              {}};
  for (std::size_t i = 0; i < set.variables.size(); ++i) {
    const Variable& it = set.variables[i];
    const std::string values = it.kind == VariableKind::yes_no ? tr("0 = nee, 1 = ja") : "";
    table.rows.push_back({{set.table.columns[i].name, it.label, std::string(word_of(it.kind)),
                           values, it.factor, it.valence}});
  }
  return write_csv(table, {});
}

std::string readme(const DataSet& set, const std::string& name, const std::string& record) {
  std::string text = set.table.title + "\n\n";
  text +=
      tr("{1:<16}de gegevens: UTF-8, komma's, een rij kolomnamen\n"
         "variabelen.csv  wat elke kolom is\n"
         "laad.R          leest {0}.csv in R, met types en labels\n"
         "laad.sps        idem in SPSS (en PSPP)\n"
         "laad.do         idem in Stata (14 of later)\n\n"
         "Open het script in de map waar het staat: het leest {0}.csv daar.\n"
         "Tekst die met = + - of @ begint en geen getal is, heeft in de CSV een apostrof ervoor,\n"
         "zodat geen rekenblad haar als formule uitvoert.\n\n",
         name, name + ".csv");
  for (const std::string& note : set.table.notes) text += note + "\n";
  if (!record.empty()) text += record + "\n";
  return text;
}

}  // namespace

std::vector<NamedFile> data_folder(const DataSet& set, const std::string& name,
                                   const std::string& record) {
  const std::string csv = name + ".csv";
  return {{csv, write_csv(set.table, {})},     {"variabelen.csv", dictionary(set)},
          {"laad.R", r_loader(set, csv)},      {"laad.sps", spss_loader(set, csv)},
          {"laad.do", stata_loader(set, csv)}, {folder_readme, readme(set, name, record)}};
}

}  // namespace pipeline
