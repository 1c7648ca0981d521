#include "pipeline/index/passage_words.h"

#include <xapian.h>

#include <algorithm>
#include <cstring>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/stream.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

// Eight bytes at a time: words are short, and each is looked up.
std::uint64_t hash_of(std::string_view term) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = term.size();
  for (; term.size() > sizeof(hash); term.remove_prefix(sizeof(hash))) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, term.data(), sizeof(eight));
    hash = (hash ^ eight) * factor;
    hash ^= hash >> 32;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, term.data(), term.size());
  hash = (hash ^ rest) * factor;
  return hash ^ hash >> 29;
}

bool is_form(const StreamTerm& it) {
  return it.place == Place::beside && it.term.front() == prefix::form;
}

bool is_word_of(const StreamTerm& it, WordKind kind) {
  return kind == WordKind::lemmas ? it.place == Place::apart : is_form(it);
}

}  // namespace

TermNumbers::TermNumbers() : slots_(1U << 12) {}

std::size_t TermNumbers::place_of(std::string_view term, std::uint64_t hash) const {
  const std::size_t last = slots_.size() - 1;
  const auto part = static_cast<std::uint32_t>(hash);
  std::size_t place = (hash >> 32) & last;
  for (; slots_[place].number != 0; place = (place + 1) & last)
    if (slots_[place].hash == part && text(slots_[place].number) == term) break;
  return place;
}

std::uint32_t TermNumbers::find(std::string_view term) const {
  return slots_[place_of(term, hash_of(term))].number;
}

std::uint32_t TermNumbers::number(std::string_view term) {
  const std::uint64_t hash = hash_of(term);
  Slot& slot = slots_[place_of(term, hash)];
  if (slot.number != 0) return slot.number;
  texts_ += term;
  ends_.push_back(texts_.size());
  const auto number = static_cast<std::uint32_t>(size());
  slot = {static_cast<std::uint32_t>(hash), number};
  if (size() * 2 > slots_.size()) grow();
  return number;
}

void TermNumbers::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::uint32_t number = 1; number <= size(); ++number) {
    const std::uint64_t hash = hash_of(text(number));
    slots_[place_of(text(number), hash)] = {static_cast<std::uint32_t>(hash), number};
  }
}

void append_words(std::string_view stream, WordKind kind, TermNumbers& terms,
                  std::vector<std::uint32_t>& items) {
  static thread_local std::vector<StreamTerm> read;
  read_stream(stream, read);
  const std::size_t begin = items.size();
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const StreamTerm& it = read[i];
    if (it.place != Place::lemma) continue;
    // Positions leap where a sentence ends.
    if (items.size() > begin && it.position > last + 1) items.push_back(0);
    last = it.position;
    std::string_view word = it.term;
    for (std::size_t k = i + 1; k < read.size() && read[k].place != Place::lemma; ++k)
      if (is_word_of(read[k], kind)) word = read[k].term.substr(kind == WordKind::forms ? 1 : 0);
    items.push_back(terms.number(word));
  }
  if (items.size() > begin) items.push_back(0);
}

void for_each_stream(const Index& index, std::span<const PassageId> ids, const TakeStream& take) {
  guarded([&] {
    const Xapian::Database& database = index.database();
    auto streams = database.valuestream_begin(slot::stream);
    auto wanted = ids.begin();
    for (auto it = database.valuestream_begin(slot::passage);
         it != database.valuestream_end(slot::passage); ++it) {
      const PassageId id = passage_in_value(*it);
      // Passages of a document are indexed in their order: the next one is the likeliest.
      if (wanted == ids.end() || *wanted != id) wanted = std::ranges::lower_bound(ids, id);
      if (wanted == ids.end() || *wanted != id) continue;
      take(static_cast<std::size_t>(wanted - ids.begin()), value_of(streams, it.get_docid()));
      ++wanted;
    }
  });
}

PassageItems read_words(const Index& index, std::span<const PassageId> ids, WordKind kind,
                        TermNumbers& terms) {
  PassageItems words;
  words.places.resize(ids.size());
  words.items.reserve(guarded([&] {
    return static_cast<std::size_t>(index.database().get_total_length()) +
           index.database().get_doccount();
  }));
  for_each_stream(index, ids, [&](std::size_t place, std::string_view stream) {
    words.places[place].begin = words.items.size();
    append_words(stream, kind, terms, words.items);
    words.places[place].end = words.items.size();
  });
  return words;
}

std::vector<std::uint32_t> sentences_in(const Index& index, std::span<const PassageId> ids) {
  std::vector<std::uint32_t> sentences(ids.size());
  for_each_stream(index, ids, [&](std::size_t place, std::string_view stream) {
    sentences[place] = count_sentences(stream);
  });
  return sentences;
}

}  // namespace pipeline
