// The subcommands of samenspel, one file each. Every function adds one to the program; its callback
// sets session.status.
#pragma once

#include "pipeline/cli/command_line.h"

namespace pipeline {

struct Session;

void add_new(const Command& app, Session& session);
void add_ingest(const Command& app, Session& session);
void add_names(const Command& app, Session& session);
void add_search(const Command& app, Session& session);
void add_queries(const Command& app, Session& session);
void add_kwic(const Command& app, Session& session);
void add_table(const Command& app, Session& session);
void add_keyness(const Command& app, Session& session);
void add_cooccurrence(const Command& app, Session& session);
void add_collocates(const Command& app, Session& session);
void add_dispersion(const Command& app, Session& session);
void add_timeline(const Command& app, Session& session);
void add_words(const Command& app, Session& session);
void add_contrast(const Command& app, Session& session);
void add_matrix(const Command& app, Session& session);
void add_verify(const Command& app, Session& session);
void add_chart(const Command& app, Session& session);
void add_export(const Command& app, Session& session);
void add_report(const Command& app, Session& session);
void add_forms(const Command& app, Session& session);
void add_why(const Command& app, Session& session);
void add_evaluate(const Command& app, Session& session);
void add_codings(const Command& app, Session& session);
void add_learn(const Command& app, Session& session);
void add_propose(const Command& app, Session& session);
void add_documents(const Command& app, Session& session);
void add_tag(const Command& app, Session& session);
void add_context(const Command& app, Session& session);
void add_reindex(const Command& app, Session& session);
void add_check(const Command& app, Session& session);
void add_lexicon(const Command& app, Session& session);
void add_read(const Command& app, Session& session);
void add_analyse(const Command& app, Session& session);
void add_completion(const Command& app, Session& session);

}  // namespace pipeline
