#include "pipeline/model/factor.h"

#include <array>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 3> valences{tr_later("succes"), tr_later("faal"),
                                                   tr_later("neutraal")};
constexpr std::array<std::string_view, 5> modalities{tr_later("feit"), tr_later("wens"),
                                                     tr_later("voorwaarde"), tr_later("vraag"),
                                                     tr_later("twijfel")};

template <typename E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace

const std::string& label_of(const Factor& factor) {
  return spoken() == Language::english && !factor.label_en.empty() ? factor.label_en
                                                                   : factor.label_nl;
}

std::string word_of(Valence valence) {
  return tr(to_string(valence));
}
std::string word_of(Modality modality) {
  return tr(to_string(modality));
}

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
