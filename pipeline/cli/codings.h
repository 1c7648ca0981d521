// The parts of the command `codings`: what people coded elsewhere, and what they decide on
// proposals.
#pragma once

#include <string>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"

namespace pipeline {

// A person's name; what programs are called is theirs. False, and said so with the option that
// mends it, where it is none.
bool may_be_coder(const std::string& name, const std::string& option);

void add_deciding(const Command& codings, Session& session);  // accept, reject, withdraw
void add_listing(const Command& codings, Session& session);   // list

}  // namespace pipeline
