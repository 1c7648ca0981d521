// The subcommands of samenspel, one file each. Every function adds one to the program; its callback
// sets session.status.
#pragma once

namespace CLI {
class App;
}

namespace pipeline {

struct Session;

void add_new(CLI::App& app, Session& session);
void add_ingest(CLI::App& app, Session& session);
void add_names(CLI::App& app, Session& session);
void add_search(CLI::App& app, Session& session);
void add_queries(CLI::App& app, Session& session);
void add_kwic(CLI::App& app, Session& session);
void add_table(CLI::App& app, Session& session);
void add_keyness(CLI::App& app, Session& session);
void add_cooccurrence(CLI::App& app, Session& session);
void add_collocates(CLI::App& app, Session& session);
void add_dispersion(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_words(CLI::App& app, Session& session);
void add_contrast(CLI::App& app, Session& session);
void add_matrix(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_chart(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_report(CLI::App& app, Session& session);
void add_forms(CLI::App& app, Session& session);
void add_why(CLI::App& app, Session& session);
void add_evaluate(CLI::App& app, Session& session);
void add_codings(CLI::App& app, Session& session);
void add_learn(CLI::App& app, Session& session);
void add_propose(CLI::App& app, Session& session);
void add_documents(CLI::App& app, Session& session);
void add_tag(CLI::App& app, Session& session);
void add_context(CLI::App& app, Session& session);
void add_reindex(CLI::App& app, Session& session);
void add_check(CLI::App& app, Session& session);
void add_lexicon(CLI::App& app, Session& session);
void add_read(CLI::App& app, Session& session);
void add_analyse(CLI::App& app, Session& session);
void add_completion(CLI::App& app, Session& session);

}  // namespace pipeline
