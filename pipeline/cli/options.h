// Options that several subcommands have.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/session.h"
#include "pipeline/read/read.h"

namespace CLI {
class App;
}

namespace pipeline {

void add_study_option(CLI::App& command, Session& session);
void add_jobs_option(CLI::App& command, unsigned& jobs);
void add_format_option(CLI::App& command, std::string& format,
                       const std::vector<std::string>& names);

// --wijzigingen geaccepteerd | geweigerd
void add_changes_option(CLI::App& command, std::string& changes);
ReadOptions read_options(const std::string& changes);

}  // namespace pipeline
