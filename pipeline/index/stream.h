// The stream of a passage: its terms by position, as one string in a value slot; phrases and NEAR
// are decided on it. "Zij werkten samen. Goed" is, with its markers written as | for a word's
// lemma, + for its form and the codings that begin there, & for a verb found apart and ¶ for a
// sentence's end: "|zij|werken+Ewerkten&samenwerken|samen¶|goed¶".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

// How a term stands at its position; its marker in the stream. Terms have no control characters
// (term_of), so a marker cannot be part of one.
enum class Place : char { lemma = 1, beside = 2, apart = 4 };

struct StreamTerm {
  std::uint32_t position = 0;  // from 1; 0 where a passage has no words
  Place place = Place::lemma;
  std::string_view term;

  friend bool operator==(const StreamTerm&, const StreamTerm&) = default;
};

class StreamWriter {
 public:
  // A lemma stands at the next position, anything else at that of the last lemma.
  void add(Place place, std::string_view term);
  void end_sentence();
  // Of the last term; 0 before the first.
  std::uint32_t position() const { return position_; }
  const std::string& text() const { return text_; }
  void clear();

 private:
  std::string text_;
  std::uint32_t position_ = 0;
};

// Fills `terms` (emptied first, so that its memory is used again) with views into `stream`.
void read_stream(std::string_view stream, std::vector<StreamTerm>& terms);

// Fills `positions` with those of the words, in order: all but verbs found apart, forms and
// codings.
void read_positions(std::string_view stream, std::vector<std::uint32_t>& positions);

// Sentences with words; codings of a passage without words count as one.
std::uint32_t count_sentences(std::string_view stream);

// Whether words stand right behind one another: one of words[0], then one of words[1] ... Each is a
// lemma or a verb found apart. For a phrase that is only asked yes or no: counts no positions.
bool has_sequence(std::string_view stream, std::span<const std::vector<std::string>> words);

// Finds the terms in one kind of place that begin with some text, without reading the others.
class StreamSearch {
 public:
  // `stream` must outlive it.
  StreamSearch(std::string_view stream, Place place, std::string_view start);

  // False when there are no more; terms come in order.
  bool next();
  const StreamTerm& found() const { return found_; }
  // What stands beside the found term, right behind it; empty if nothing.
  std::string_view beside() const;

 private:
  std::string_view stream_;
  std::string sought_;  // with its marker
  std::size_t at_ = 0, counted_ = 0;
  std::uint32_t position_ = 0;
  StreamTerm found_;
};

}  // namespace pipeline
