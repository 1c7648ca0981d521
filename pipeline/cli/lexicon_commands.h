// The subcommands of `samenspel lexicon`, one file each.
#pragma once

#include "pipeline/cli/command_line.h"

namespace pipeline {

struct Session;

void add_lexicon_list(const Command& lexicon, Session& session);
void add_lexicon_show(const Command& lexicon, Session& session);
void add_lexicon_check(const Command& lexicon, Session& session);
void add_lexicon_diff(const Command& lexicon, Session& session);
void add_lexicon_suggest(const Command& lexicon, Session& session);
void add_lexicon_import(const Command& lexicon, Session& session);
void add_lexicon_export(const Command& lexicon, Session& session);

}  // namespace pipeline
