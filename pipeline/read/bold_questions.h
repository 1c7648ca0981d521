// Interviews whose questions are told from the answers by their letters alone, as in magazines: a
// bold paragraph "Wat ging er mis?", and below it in plain letters what was answered.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"

namespace pipeline {

// The turns of a text whose bold stretches are `strong` (in order), as captions of "Vraag" and
// "Antwoord"; none unless the pattern is clear: at least four questions, nearly all that is bold
// asks, answers stand between, are longer, and no line begins with who speaks. Headings between
// them, and all before the first question, are no turns. `end`: where the body ends.
std::vector<Caption> turns_of_bold_questions(std::string_view source, std::span<const Span> strong,
                                             std::uint32_t end);

// The warning that it was done, to be translated.
inline constexpr std::string_view bold_questions_told = tr_later(
    "vragen staan hier vet boven de antwoorden: zij zijn gelezen als beurten van een interviewer "
    "('Vraag') en een ander ('Antwoord'); klopt dat niet, haal dan het vet weg");

}  // namespace pipeline
