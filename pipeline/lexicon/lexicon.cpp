#include "pipeline/lexicon/lexicon.h"

#include <algorithm>
#include <array>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 15> cue_classes{
    tr_later("ontkenning"), tr_later("afwezigheid"),   tr_later("schijnontkenning"),
    tr_later("groei"),      tr_later("afname"),        tr_later("gunstig"),
    tr_later("ongunstig"),  tr_later("wens"),          tr_later("voorwaarde"),
    tr_later("vraag"),      tr_later("twijfel"),       tr_later("beschrijving"),
    tr_later("retorisch"),  tr_later("tegenstelling"), tr_later("grens")};
constexpr std::array<std::string_view, 3> directions{"vooruit", "achteruit", "beide"};
constexpr std::array<std::string_view, 3> strengths{tr_later("sterk"), tr_later("gewoon"),
                                                    tr_later("zwak")};

template <typename E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto it = std::find(words.begin(), words.end(), word);
  if (it == words.end()) return std::nullopt;
  return static_cast<E>(it - words.begin());
}

}  // namespace

std::string_view to_string(Strength strength) {
  return strengths[static_cast<std::size_t>(strength)];
}

std::optional<Strength> strength_of(std::string_view word) {
  return find<Strength>(strengths, word);
}

std::string evidence_source(const Pattern& pattern) {
  std::string place = pattern.source.file + ":" + std::to_string(pattern.source.line);
  if (pattern.strength != Strength::normal)
    place += ", " + std::string(to_string(pattern.strength));
  return place;
}

std::string_view to_string(CueClass cue_class) {
  return cue_classes[static_cast<std::size_t>(cue_class)];
}

std::optional<CueClass> cue_class_of(std::string_view word) {
  return find<CueClass>(cue_classes, word);
}

std::vector<std::string> cue_class_words() {
  return {cue_classes.begin(), cue_classes.end()};
}

std::optional<CueDirection> cue_direction_of(std::string_view word) {
  return find<CueDirection>(directions, word);
}

std::string Lexicon::coder() const {
  return "lexicon " + id + "@" + version;
}

const Factor* Lexicon::find(std::string_view factor) const {
  const auto it = std::find_if(factors.begin(), factors.end(),
                               [&](const Factor& candidate) { return candidate.id == factor; });
  return it == factors.end() ? nullptr : &*it;
}

}  // namespace pipeline
