// A factor that makes a collaboration succeed or fail ("vertrouwen"), and how a passage can speak
// of it. The words in data are Dutch: succes, faal, neutraal; feit, wens, voorwaarde,
// vraag, twijfel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

using FactorId = std::string;  // "gedeelde-visie": lower case, digits, hyphens

struct Factor {
  FactorId id;
  std::string theme;  // "relatie"
  std::string label_nl, label_en;
  std::string definition;
  std::vector<std::string> include, exclude;

  friend bool operator==(const Factor&, const Factor&) = default;
};

// In the language that is spoken; Dutch where a lexicon has no other.
const std::string& label_of(const Factor& factor);

enum class Valence : std::uint8_t { success, failure, neutral };
// The numbers are stored: what is new comes last.
enum class Modality : std::uint8_t { fact, wish, condition, question, hedge };

std::string_view to_string(Valence valence);    // succes, faal, neutraal
std::string_view to_string(Modality modality);  // feit, wens, voorwaarde, vraag, twijfel
// What a reader sees, in the language that is spoken: succes, success.
std::string word_of(Valence valence);
std::string word_of(Modality modality);
std::optional<Valence> valence_of(std::string_view word);
std::optional<Modality> modality_of(std::string_view word);

}  // namespace pipeline
