#include <fmt/format.h>

#include "pipeline/cli/author.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/time_now.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"
#include "pipeline/search/saved_queries.h"

namespace pipeline {
namespace {

struct Options {
  std::string name, query, author;
  bool overwrites = false;
  TableOptions write;
};

// "@barrières" and "Barrières" are barrières.
std::string plain_name(const std::string& written) {
  return query_name_of(written.starts_with('@') ? written.substr(1) : written);
}

bool add(const Study& study, const SavedQuery& query) {
  const auto lock = WriterLock::take(study);
  if (!lock) {
    complain(lock.error());
    return false;
  }
  auto store = Store::open(study.database(), true);
  if (store)
    store->add_saved_query(query);
  else
    complain(store.error());
  return store.has_value();
}

// Whether the study understands it: with it in the place of what its name meant before, so that
// none can stand in itself.
bool is_understood(const Searcher& searcher, const SavedQuery& query) {
  std::vector<SavedQuery> saved = searcher.store.saved_queries();
  std::erase_if(saved, [&query](const SavedQuery& it) { return it.name == query.name; });
  saved.push_back(query);
  const Search search(*searcher.index, *searcher.words, *searcher.factors, saved);
  if (const auto understood = search.prepare(query.query); !understood) {
    complain_about_query(query.query, understood.error());
    return false;
  }
  const auto mistakes = mistakes_in(saved);
  for (const std::string& mistake : mistakes) complain(mistake);
  return mistakes.empty();
}

int run_save(const Session& session, const Options& options) {
  const SavedQuery query{plain_name(options.name), options.query, author_or_user(options.author),
                         time_now()};
  if (!is_query_name(query.name)) {
    complain(tr(
        "'{}' kan geen naam van een zoekvraag zijn: neem letters, cijfers, - en _, te beginnen met "
        "een letter, hoogstens {} tekens",
        options.name, longest_query_name));
    return exit_error;
  }
  const auto searcher = Searcher::open(session);
  if (!searcher) return exit_error;
  const auto saved = searcher->store.saved_queries();
  const SavedQuery* const former = find_saved(saved, query.name);
  if (former != nullptr && former->query != query.query && !options.overwrites) {
    complain(tr("@{} is er al en betekent {}; kies een andere naam, of geef --overschrijf",
                query.name, former->query));
    return exit_error;
  }
  if (!is_understood(*searcher, query)) return exit_error;
  if (former == nullptr || former->query != query.query)
    if (!add(searcher->study, query)) return exit_error;
  fmt::print("{}\n", tr("@{} bewaard: {}", printable(query.name), printable(query.query)));
  if (former != nullptr && former->query != query.query)
    fmt::print("{}\n", tr("Betekende eerst: {}", printable(former->query)));
  return exit_done;
}

// Opens the study with what is saved in it; says what is wrong, also that the name is unknown.
struct Named {
  Study study;
  Store store;
  SavedQuery query;
};
std::optional<Named> open_named(const Session& session, const std::string& written) {
  auto study = session.study();
  auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return std::nullopt;
  const auto saved = store->saved_queries();
  const std::string name = plain_name(written);
  OpenQueries open(saved);
  const auto found = open.enter(name);
  if (found) return Named{std::move(*study), std::move(*store), **found};
  complain(found.error());
  return std::nullopt;
}

int run_remove(const Session& session, const Options& options) {
  const auto named = open_named(session, options.name);
  if (!named) return exit_error;
  const auto users = users_of(named->store.saved_queries(), named->query.name);
  if (!users.empty() && !options.overwrites) {
    complain(tr("@{} wordt gebruikt in @{}; verander die eerst, of geef --overschrijf",
                named->query.name, fmt::format("{}", fmt::join(users, ", @"))));
    return exit_error;
  }
  SavedQuery gone = named->query;
  gone.query.clear();
  gone.author = author_or_user(options.author);
  gone.written = time_now();
  if (!add(named->study, gone)) return exit_error;
  fmt::print("{}\n", tr("@{} is weg; wat het betekende: {}", printable(gone.name),
                        printable(named->query.query)));
  return exit_done;
}

// What it means now and what it meant before.
Table history_table(const std::string& name, const std::vector<SavedQuery>& history) {
  Table table{tr("Wat @{} betekent en eerder betekende", name),
              {{"sinds", tr("sinds")}, {"door", tr("door")}, {"vraag", tr("vraag")}},
              {},
              {}};
  for (auto it = history.rbegin(); it != history.rend(); ++it)
    table.rows.push_back({{it->written, it->author, it->query.empty() ? tr("(weg)") : it->query}});
  return table;
}

int run_show(const Session& session, const Options& options) {
  const auto named = open_named(session, options.name);
  if (!named) return exit_error;
  const SavedQuery& it = named->query;
  Table table = history_table(it.name, named->store.saved_query_history(it.name));
  for (const SavedQuery& used : saved_queries_in(it.query, named->store.saved_queries()))
    table.notes.push_back(tr("@{} is {}.", used.name, used.query));
  print_table(table, options.write);
  return exit_done;
}

int run_list(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  Table table{
      tr("Opgeslagen zoekvragen"),
      {{"naam", tr("naam")}, {"vraag", tr("vraag")}, {"door", tr("door")}, {"sinds", tr("sinds")}},
      {},
      {}};
  for (const SavedQuery& it : store->saved_queries())
    table.rows.push_back({{it.name, it.query, it.author, it.written}});
  if (table.rows.empty()) {
    complain(
        tr("er zijn nog geen opgeslagen zoekvragen; 'samenspel queries save NAAM VRAAG' bewaart er "
           "een"));
    return exit_nothing_found;
  }
  table.notes.emplace_back(tr("Te gebruiken als @naam, in elke zoekvraag en bij --where."));
  print_table(table, options.write);
  return exit_done;
}

void add_name(const Command& command, Options& options) {
  command.add_option("naam", options.name, "Naam, met of zonder @").required().type_name("NAAM");
}

void add_author(const Command& command, Options& options) {
  command.add_option("--by", options.author, "Wie dit doet (standaard: $USER)").type_name("NAAM");
}

}  // namespace

void add_queries(const Command& app, Session& session) {
  const Command queries = app.add_subcommand(
      "queries", "Zoekvragen bewaren onder een naam, om ze te gebruiken als @NAAM");
  queries.require_subcommand();
  const auto add_command = [&](const char* name, const std::string& what, auto run) {
    auto options = std::make_shared<Options>();
    const Command command = queries.add_subcommand(name, what);
    add_study_option(command, session);
    command.callback([options, run, &session] { session.status = run(session, *options); });
    return std::pair(command, options);
  };
  const auto [save, saving] =
      add_command("save", tr("Bewaar een zoekvraag onder een naam"), run_save);
  add_name(save, *saving);
  save.add_option("vraag", saving->query, "Zoekvraag").required().type_name("VRAAG");
  add_author(save, *saving);
  save.add_flag("--overschrijf,--force", saving->overwrites,
                "Ook als de naam nu iets anders betekent");
  const auto [list, listing] = add_command("list", tr("Noem wat er bewaard is"), run_list);
  add_table_options(list, listing->write);
  const auto [show, showing] =
      add_command("show", tr("Toon een zoekvraag, en wat zij eerder betekende"), run_show);
  add_name(show, *showing);
  add_table_options(show, showing->write);
  const auto [remove, removing] = add_command(
      "remove", tr("Neem een naam terug; wat zij betekende blijft in de studie"), run_remove);
  add_name(remove, *removing);
  add_author(remove, *removing);
  remove.add_flag("--overschrijf,--force", removing->overwrites,
                  "Ook als een andere zoekvraag hem gebruikt");
  queries.footer(
      "Een bewaarde zoekvraag staat in andere alsof zij er tussen haakjes stond.\n"
      "Voorbeelden:\n"
      "  samenspel queries save barrières 'valentie:faal -soort:interviewer'\n"
      "  samenspel search '@barrières rol:bestuurder'\n"
      "  samenspel table --where @barrières --columns case\n"
      "  samenspel queries list");
}

}  // namespace pipeline
