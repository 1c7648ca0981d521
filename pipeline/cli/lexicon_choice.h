// Which lexicon a command works on: the one that is named, else the study's, else `samenwerking`.
#pragma once

#include <filesystem>
#include <optional>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"

namespace pipeline {

// --lexicon and --study.
void add_lexicon_option(const Command& command, Session& session, std::filesystem::path& named);

// Whether --study names a study, or the current folder is one.
bool has_study(const Session& session);

// Says what is wrong on standard error where the study that is named cannot be opened.
std::optional<std::filesystem::path> chosen_lexicon(const Session& session,
                                                    const std::filesystem::path& named);

}  // namespace pipeline
