#include "pipeline/language/vocabulary.h"

#include <cstddef>
#include <deque>
#include <unordered_map>

#include "pipeline/language/table_view.h"
#include "pipeline/language/traits.h"
#include "pipeline/language/word_analyser.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

struct Slot {
  std::uint64_t hash = 0;
  std::uint32_t id = 0;  // of the word, from 1; 0: empty
};

}  // namespace

// Open addressing with linear probing; words stay where they are when the slots grow.
struct Vocabulary::State {
  explicit State(const WordTable& word_table) : table(word_table), analyse(word_table) {
    slots.resize(1U << 14U);
  }

  void grow() {
    std::vector<Slot> larger(slots.size() * 2);
    for (const Slot& slot : slots) {
      if (slot.id == 0) continue;
      std::size_t at = slot.hash & (larger.size() - 1);
      while (larger[at].id != 0) at = (at + 1) & (larger.size() - 1);
      larger[at] = slot;
    }
    slots = std::move(larger);
  }

  const WordTable& table;
  WordAnalyser analyse;
  std::vector<Slot> slots;
  std::deque<Word> words;
  std::deque<WordTraits> traits;
  std::vector<std::string_view> surfaces;  // of the words, for quick comparing
  std::unordered_map<std::uint64_t, std::uint32_t> pair_places;  // by verb and particle
  std::deque<std::vector<SeparablePair>> pairs{{}};              // the first one: no pair
};

std::vector<std::string_view> surface_parts(const Word& word) {
  std::vector<std::string_view> parts;
  const std::string_view surface = word.surface;
  std::size_t at = 0, folded = 0;  // both walked a code point at a time
  for (const WordPart& part : word.parts) {
    const std::size_t begin = at;
    while (at < surface.size() && (folded < part.end || &part == &word.parts.back())) {
      const std::size_t size = code_point_at(surface, at).size;
      folded += fold(surface.substr(at, size)).size();
      at += size;
    }
    parts.push_back(surface.substr(begin, at - begin));
  }
  return parts;
}

Vocabulary::Vocabulary(const WordTable& table) : state_(std::make_unique<State>(table)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;

WordId Vocabulary::id_of(std::string_view surface) {
  const std::uint64_t hash = table_hash(surface);
  std::size_t at = hash & (state_->slots.size() - 1);
  for (; state_->slots[at].id != 0; at = (at + 1) & (state_->slots.size() - 1)) {
    const Slot& slot = state_->slots[at];
    if (slot.hash == hash && state_->surfaces[slot.id - 1] == surface) return WordId{slot.id - 1};
  }
  AnalysedWord analysed = state_->analyse(surface);
  state_->words.push_back(std::move(analysed.word));
  state_->surfaces.push_back(state_->words.back().surface);
  state_->traits.push_back(analysed.traits);
  const auto id = static_cast<std::uint32_t>(state_->words.size());
  state_->slots[at] = {hash, id};
  if (state_->words.size() * 2 > state_->slots.size()) state_->grow();
  return WordId{id - 1};
}

const Word& Vocabulary::operator[](WordId id) const {
  return state_->words[static_cast<std::size_t>(id)];
}

const WordTraits& Vocabulary::traits(WordId id) const {
  return state_->traits[static_cast<std::size_t>(id)];
}

const std::vector<SeparablePair>& Vocabulary::separable_pairs(WordId verb,
                                                              std::string_view particle) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // spreads the ids over all bits
  const std::uint64_t key = table_hash(particle) ^ ((static_cast<std::uint64_t>(verb) + 1) * odd);
  const auto [it, is_new] = state_->pair_places.try_emplace(key, 0);
  if (!is_new) return state_->pairs[it->second];
  const Word& word = (*this)[verb];
  const WordTraits& facts = traits(verb);
  std::vector<SeparablePair> found;
  for (std::uint8_t i = 0; i < facts.count; ++i) {
    const WordClass word_class = facts.word_class[i];
    if (word_class != WordClass::verb && word_class != WordClass::auxiliary) continue;
    std::string lemma = state_->table.separable_verb(fold(word.readings[i].lemma), particle);
    if (!lemma.empty())
      found.push_back(
          {i, facts.inflections[i], word_class == WordClass::auxiliary, std::move(lemma)});
  }
  if (found.empty()) return state_->pairs.front();
  it->second = static_cast<std::uint32_t>(state_->pairs.size());
  return state_->pairs.emplace_back(std::move(found));
}

std::size_t Vocabulary::size() const {
  return state_->words.size();
}

const WordTable& Vocabulary::table() const {
  return state_->table;
}

}  // namespace pipeline
