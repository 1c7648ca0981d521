// Options that several subcommands have.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/session.h"

namespace CLI {
class App;
}

namespace pipeline {

void add_study_option(CLI::App& command, Session& session);
void add_jobs_option(CLI::App& command, unsigned& jobs);
void add_format_option(CLI::App& command, std::string& format,
                       const std::vector<std::string>& names);

}  // namespace pipeline
