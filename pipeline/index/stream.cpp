#include "pipeline/index/stream.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "pipeline/index/fields.h"

namespace pipeline {
namespace {

constexpr char sentence_end = 3;
constexpr char lemma_marker = static_cast<char>(Place::lemma);

bool is_marker(char c) {
  return static_cast<unsigned char>(c) <= static_cast<unsigned char>(Place::apart);
}

std::size_t end_of_term(std::string_view stream, std::size_t at) {
  while (at < stream.size() && !is_marker(stream[at])) ++at;
  return at;
}

// Streams are searched by the thousand for a query of frequent words. In the loops below each
// block has a fixed size, which lets the compiler treat it as a few vectors.

std::uint32_t advance_in_block(const char* text, std::size_t size) {
  std::uint8_t words = 0, sentences = 0;
  for (std::size_t i = 0; i < size; ++i) {
    words = static_cast<std::uint8_t>(words + (text[i] == lemma_marker ? 1 : 0));
    sentences = static_cast<std::uint8_t>(sentences + (text[i] == sentence_end ? 1 : 0));
  }
  return words + sentences * sentence_gap;
}

// By how much the markers in `text` move the position.
std::uint32_t advance_in(std::string_view text) {
  constexpr std::size_t block = 16;
  std::uint32_t advance = 0;
  std::size_t at = 0;
  for (; at + block <= text.size(); at += block) advance += advance_in_block(&text[at], block);
  return advance + advance_in_block(text.data() + at, text.size() - at);
}

// Like text.find(sought, at): compares the first and the last byte at many places together.
std::size_t find_in(std::string_view text, std::string_view sought, std::size_t at) {
  constexpr std::size_t block = 64, word = sizeof(std::uint64_t);
  const char first = sought.front(), last = sought.back();
  const std::size_t reach = sought.size() - 1;
  for (; at + reach + block <= text.size(); at += block) {
    const char* const begins = text.data() + at;
    const char* const ends = begins + reach;
    std::array<std::uint8_t, block> fits;
    for (std::size_t i = 0; i < block; ++i)
      fits[i] =
          static_cast<std::uint8_t>((begins[i] == first ? 0xFF : 0) & (ends[i] == last ? 0xFF : 0));
    for (std::size_t i = 0; i < block; i += word) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &fits[i], word);
      if (eight == 0) continue;
      for (std::size_t k = i; k < i + word; ++k)
        if (fits[k] != 0 && std::memcmp(begins + k, sought.data(), sought.size()) == 0)
          return at + k;
    }
  }
  return text.find(sought, at);
}

bool is_one_of(const std::vector<std::string>& words, std::string_view term) {
  return std::find(words.begin(), words.end(), term) != words.end();
}

// Goes on behind a word of a sequence: whether the next word has one of words[0], and so on.
bool continues(std::string_view stream, std::size_t at,
               std::span<const std::vector<std::string>> words) {
  if (words.empty()) return true;
  // What else stands at the same position.
  while (at < stream.size() && stream[at] != lemma_marker && stream[at] != sentence_end)
    at = end_of_term(stream, at + 1);
  if (at >= stream.size() || stream[at] == sentence_end) return false;
  do {
    const std::size_t end = end_of_term(stream, at + 1);
    if (stream[at] != static_cast<char>(Place::beside) &&
        is_one_of(words.front(), stream.substr(at + 1, end - at - 1)))
      return continues(stream, end, words.subspan(1));
    at = end;
  } while (at < stream.size() && stream[at] != lemma_marker && stream[at] != sentence_end);
  return false;
}

// `sought` has its marker.
bool begins_sequence(std::string_view stream, std::string_view sought,
                     std::span<const std::vector<std::string>> behind) {
  for (std::size_t at = find_in(stream, sought, 0); at != std::string_view::npos;
       at = find_in(stream, sought, at + sought.size())) {
    const std::size_t end = at + sought.size();
    if ((end == stream.size() || is_marker(stream[end])) && continues(stream, end, behind))
      return true;
  }
  return false;
}

}  // namespace

bool has_sequence(std::string_view stream, std::span<const std::vector<std::string>> words) {
  constexpr char apart = static_cast<char>(Place::apart);
  const bool has_verbs_apart = stream.find(apart) != std::string_view::npos;
  std::string sought;
  for (const std::string& word : words.front()) {
    (sought = lemma_marker) += word;
    if (begins_sequence(stream, sought, words.subspan(1))) return true;
    sought.front() = apart;
    if (has_verbs_apart && begins_sequence(stream, sought, words.subspan(1))) return true;
  }
  return false;
}

void StreamWriter::add(Place place, std::string_view term) {
  text_ += static_cast<char>(place);
  text_ += term;
  if (place == Place::lemma) ++position_;
}

void StreamWriter::end_sentence() {
  text_ += sentence_end;
  position_ += sentence_gap;
}

void StreamWriter::clear() {
  text_.clear();
  position_ = 0;
}

void read_stream(std::string_view stream, std::vector<StreamTerm>& terms) {
  terms.clear();
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < stream.size();) {
    const char marker = stream[at++];
    if (marker == sentence_end) {
      position += sentence_gap;
      continue;
    }
    const std::size_t begin = at;
    at = end_of_term(stream, at);
    position += marker == lemma_marker ? 1 : 0;
    terms.push_back({position, static_cast<Place>(marker), stream.substr(begin, at - begin)});
  }
}

void read_positions(std::string_view stream, std::vector<std::uint32_t>& positions) {
  positions.clear();
  std::uint32_t position = 0;
  for (const char c : stream) {
    if (c == sentence_end) position += sentence_gap;
    if (c == lemma_marker) positions.push_back(++position);
  }
}

std::uint32_t count_sentences(std::string_view stream) {
  return static_cast<std::uint32_t>(std::ranges::count(stream, sentence_end));
}

StreamSearch::StreamSearch(std::string_view stream, Place place, std::string_view start)
    : stream_(stream), sought_(static_cast<char>(place) + std::string(start)) {
  found_.place = place;
}

bool StreamSearch::next() {
  const std::size_t marker = find_in(stream_, sought_, at_);
  if (marker == std::string_view::npos) return false;
  at_ = end_of_term(stream_, marker + 1);
  position_ += advance_in(stream_.substr(counted_, marker + 1 - counted_));
  counted_ = marker + 1;
  found_.position = position_;
  found_.term = stream_.substr(marker + 1, at_ - marker - 1);
  return true;
}

std::string_view StreamSearch::beside() const {
  if (at_ >= stream_.size() || stream_[at_] != static_cast<char>(Place::beside)) return {};
  return stream_.substr(at_ + 1, end_of_term(stream_, at_ + 1) - at_ - 1);
}

}  // namespace pipeline
