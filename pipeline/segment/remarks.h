// What a transcript notes beside the words that were meant: laughter and noise "(lacht)", pauses
// "(..)", "[3 sec]", what could not be made out "(onverstaanbaar 00:12:03)", a listener's signal
// "(I: ja)", "//S00: hm hm//", and hesitations, "eh". It stays in the text, but is no word: nobody
// searches, codes or counts it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipeline {

// Where the remark that begins at `at`, a bracket, "*" or "//", ends. Other words in brackets are
// none: "(gemeente)", "(de stilte na de fusie)".
std::optional<std::uint32_t> remark_at(std::string_view text, std::uint32_t at);

// Where "[12]" ends, the number of a note in running text: it parts no phrase either.
std::optional<std::uint32_t> note_number_at(std::string_view text, std::uint32_t at);

// "eh", "uhm", "Hmm".
bool is_hesitation(std::string_view word);

}  // namespace pipeline
