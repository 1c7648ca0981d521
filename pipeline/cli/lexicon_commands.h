// The subcommands of `samenspel lexicon`, one file each.
#pragma once

namespace CLI {
class App;
}

namespace pipeline {

struct Session;

void add_lexicon_list(CLI::App& lexicon, Session& session);
void add_lexicon_show(CLI::App& lexicon, Session& session);
void add_lexicon_check(CLI::App& lexicon, Session& session);
void add_lexicon_diff(CLI::App& lexicon, Session& session);
void add_lexicon_suggest(CLI::App& lexicon, Session& session);
void add_lexicon_import(CLI::App& lexicon, Session& session);
void add_lexicon_export(CLI::App& lexicon, Session& session);

}  // namespace pipeline
