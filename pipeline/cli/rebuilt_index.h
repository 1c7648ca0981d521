// The index of a study after codings changed, so that searches find them.
#pragma once

#include <set>

#include "pipeline/cli/session.h"
#include "pipeline/model/document.h"

namespace pipeline {

// False, and said so, where it could not be made.
bool rebuild_index(const Session& session, const Study& study);
// Of some documents only.
bool rebuild_index(const Session& session, const Study& study,
                   const std::set<DocumentId>& documents);

}  // namespace pipeline
