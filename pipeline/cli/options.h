// Options that several subcommands have.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"
#include "pipeline/read/read.h"

namespace pipeline {

void add_study_option(const Command& command, Session& session);
void add_jobs_option(const Command& command, unsigned& jobs);
void add_format_option(const Command& command, std::string& format,
                       const std::vector<std::string>& names);

// --wijzigingen geaccepteerd | geweigerd
void add_changes_option(const Command& command, std::string& changes);
ReadOptions read_options(const std::string& changes);

}  // namespace pipeline
