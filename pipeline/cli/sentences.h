// Loose sentences, coded on their own: a table with tabs in (id, previous, sentence), codings out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/session.h"
#include "pipeline/evaluate/coding_tables.h"
#include "pipeline/ingest/stages.h"

namespace pipeline {

// `file`: a path, or "-" for standard input.
Result<std::vector<SentenceRow>> read_sentences(const std::string& file);

// The lexicon that is named, else that of a study that is named, else the project's.
std::optional<Lexicon> lexicon_for(const Session& session, const std::filesystem::path& named,
                                   bool names_study);

Staged stage_sentence(Stages& stages, const SentenceRow& row);

}  // namespace pipeline
