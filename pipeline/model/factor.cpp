#include "pipeline/model/factor.h"

#include <array>

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 3> valences{"succes", "faal", "neutraal"};
constexpr std::array<std::string_view, 5> modalities{"feit", "wens", "voorwaarde", "vraag",
                                                     "twijfel"};

template <typename E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Valence valence) {
  return valences[static_cast<std::size_t>(valence)];
}
std::string_view to_string(Modality modality) {
  return modalities[static_cast<std::size_t>(modality)];
}
std::optional<Valence> valence_of(std::string_view word) {
  return find<Valence>(valences, word);
}
std::optional<Modality> modality_of(std::string_view word) {
  return find<Modality>(modalities, word);
}

}  // namespace pipeline
