// The index of a study after codings changed, so that searches find them.
#pragma once

#include "pipeline/cli/session.h"

namespace pipeline {

// False, and said so, where it could not be made.
bool rebuild_index(const Session& session, const Study& study);

}  // namespace pipeline
