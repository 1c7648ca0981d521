// Where a passage stands and who says it, in one line, and the ids by which people look things up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/store/store.h"

namespace pipeline {

// "12:3": document 12, its third coding. Read back by coding_id_of; none for anything else.
std::string to_string(CodingId id);
std::string to_string(PassageId id);
std::optional<CodingId> coding_id_of(std::string_view text);

// "1:02:03" or "2:03".
std::string clock_time(std::int64_t milliseconds);

// "interviewer", "respondent"; empty where it is not known.
std::string_view speaker_word(SpeakerKind kind);

// "westerbeek/interview.txt · R (respondent) · 2:03".
std::string heading(const ShownPassage& passage);

// "case=westerbeek, rol=bestuurder".
std::string attributes_line(const Attributes& attributes);

}  // namespace pipeline
