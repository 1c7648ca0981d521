// A run as its user sees it: a bar on a terminal or a line now and then elsewhere, and the summary.
#pragma once

#include <functional>
#include <string>

#include "pipeline/ingest/ingest.h"

namespace pipeline {

// Carries the run out, shows how far it is on standard error and its report on standard output.
// Ctrl-C lets it finish the documents at hand. Returns the exit status.
int show_run(const std::string& format,
             const std::function<Checked<IngestReport>(IngestOptions)>& run);

}  // namespace pipeline
