// Who decides something in a study: it stands with what they decided.
#pragma once

#include <string>

namespace pipeline {

// The name that was given, else the user's own ($USER); empty where there is none.
std::string author_or_user(const std::string& named);

}  // namespace pipeline
