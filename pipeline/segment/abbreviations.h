// Dutch abbreviations that are written with a full stop, and what may stand behind them: "dhr." is
// followed by a name, "enz." may end a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace pipeline {

enum class Abbreviation : std::uint8_t {
  none,
  leads,  // goes on to what follows: dhr., art., i.v.m., bijv.
  stops,  // rounds off what came before: enz., e.d., kg.
};

// `word` without its last full stop, as it stands in the text ("Dhr", "i.v.m", "I.v.m").
Abbreviation abbreviation(std::string_view word);

// Words of three letters and more that begin sentences and are no names: "Het", "Daarom". Behind
// an abbreviation they show that a sentence had ended.
bool opens_sentences(std::string_view word);

}  // namespace pipeline
