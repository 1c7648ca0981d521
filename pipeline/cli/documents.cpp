#include <fmt/format.h>

#include <set>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

Table documents_table(const Store& store) {
  std::vector<StoredDocument> documents = store.documents();
  store.count(documents);
  const CorpusFacts facts = store.facts();
  std::set<std::string> names;
  for (const auto& row : facts.documents)
    for (const auto& [name, value] : row.attributes) names.insert(name);
  Table table{tr("Documenten"),
              {{"id", tr("nr")},
               {"document", tr("document")},
               {"format", tr("soort")},
               {"words", tr("woorden")},
               {"passages", tr("passages")},
               {"codings", tr("coderingen")}},
              {},
              {}};
  for (const std::string& name : names) table.columns.push_back({name, name});
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const StoredDocument& it = documents[i];
    Row row;
    row.cells = {static_cast<std::int64_t>(it.id),
                 it.path,
                 it.format,
                 static_cast<std::int64_t>(it.words),
                 static_cast<std::int64_t>(it.passages),
                 static_cast<std::int64_t>(it.codings)};
    for (const std::string& name : names) {
      const auto value = facts.documents[i].attributes.find(name);
      row.cells.push_back(value == facts.documents[i].attributes.end() ? Cell() : value->second);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

int run_documents(const Session& session, const TableOptions& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  const Table table = documents_table(*store);
  print_table(table, options);
  return table.rows.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_documents(const Command& app, Session& session) {
  auto options = std::make_shared<TableOptions>();
  const Command command = app.add_subcommand("documents", "Welke documenten staan in de studie?");
  add_study_option(command, session);
  add_table_options(command, *options);
  command.footer("Voorbeeld:\n  samenspel documents --study mijn-studie --format csv");
  command.callback([options, &session] { session.status = run_documents(session, *options); });
}

}  // namespace pipeline
