#include "pipeline/search/placed_words.h"

#include <algorithm>
#include <string>

#include "pipeline/index/fields.h"
#include "pipeline/index/stream.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

std::vector<std::uint32_t> words_of(const Segmented& segmented) {
  std::vector<std::uint32_t> words;
  words.reserve(segmented.tokens.size());
  for (std::uint32_t t = 0; t < segmented.tokens.size(); ++t)
    if (segmented.tokens[t].is_word()) words.push_back(t);
  return words;
}

// The words of a stream as they were written, or their lemmas where an index has no forms.
std::vector<std::string_view> forms_in(std::string_view stream) {
  std::vector<StreamTerm> terms;
  read_stream(stream, terms);
  std::vector<std::string_view> forms;
  for (const StreamTerm& it : terms) {
    if (it.place == Place::lemma)
      forms.push_back(it.term);
    else if (it.place == Place::beside && it.term.front() == prefix::form && !forms.empty())
      forms.back() = it.term.substr(1);
  }
  return forms;
}

// How much a word of the text is like one of the stream. Of a lemma that is another form, its
// beginning has to do.
std::uint32_t likeness(std::string_view word, std::string_view form) {
  if (word == form) return 2;
  return !word.empty() && !form.empty() && word.front() == form.front() ? 1 : 0;
}

// Leaves out of `words` as many as the stream lacks, so that the others are as like those of the
// stream as can be.
class Leaving {
 public:
  Leaving(std::string_view stream, std::string_view text, const Segmented& segmented,
          const std::vector<std::uint32_t>& words)
      : words_(words), forms_(forms_in(stream)), surplus_(words.size() - forms_.size()) {
    for (const std::uint32_t word : words)
      folded_.push_back(fold(slice(text, segmented.tokens[word].span)));
    most_.resize((forms_.size() + 1) * (surplus_ + 1));
    for (std::size_t form = 0; form <= forms_.size(); ++form)
      for (std::size_t left_out = 0; left_out <= surplus_; ++left_out)
        most(form, left_out) =
            std::max(left_out == 0 ? 0 : most(form, left_out - 1), with_last(form, left_out));
  }

  std::vector<std::uint32_t> kept() {
    std::vector<std::uint32_t> kept;
    std::size_t left_out = surplus_;
    for (std::size_t form = forms_.size(); form > 0;) {
      if (left_out > 0 && most(form, left_out) == most(form, left_out - 1)) {
        --left_out;
        continue;
      }
      --form;
      kept.push_back(words_[form + left_out]);
    }
    std::ranges::reverse(kept);
    return kept;
  }

 private:
  // The likeness of the first `form` words of the stream, with so many left out before them.
  std::uint32_t& most(std::size_t form, std::size_t left_out) {
    return most_[form * (surplus_ + 1) + left_out];
  }
  std::uint32_t with_last(std::size_t form, std::size_t left_out) {
    if (form == 0) return 0;
    return most(form - 1, left_out) + likeness(folded_[form - 1 + left_out], forms_[form - 1]);
  }

  const std::vector<std::uint32_t>& words_;
  std::vector<std::string_view> forms_;
  std::size_t surplus_;
  std::vector<std::string> folded_;  // the words
  std::vector<std::uint32_t> most_;
};

}  // namespace

std::vector<PlacedToken> place_words(std::string_view stream, std::string_view text,
                                     const Segmented& segmented) {
  std::vector<std::uint32_t> positions;
  read_positions(stream, positions);
  std::vector<std::uint32_t> words = words_of(segmented);
  if (words.size() > positions.size()) words = Leaving(stream, text, segmented, words).kept();
  std::vector<PlacedToken> placed(std::min(words.size(), positions.size()));
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i] = {positions[i], words[i]};
  return placed;
}

}  // namespace pipeline
