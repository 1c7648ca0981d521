// What of a query has a place in a text, and where in a passage it stands. The one judge of
// phrases, NEAR and exact forms: searching asks it for each candidate, marking asks it for the
// words, so that the two cannot differ. "visie NEAR/3 delen" in "we delen nu een visie": {2, 6}.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct MatchNode {
  enum class Kind : std::uint8_t {
    terms,     // any of `terms` at a position: a word's lemmas
    coding,    // the same of codings: a factor, a valence
    exact,     // the token's form is `text`
    wildcard,  // its lemma or form is `text`, with more before or behind it where open
    phrase,
    near,
    adjacent,
    all,
    any,
    none,
    sentence,   // one child, which one sentence must answer to; stands where such sentences stand
    passage,    // one child, which the passage must answer to, at no place
    document,   // the first child is what the document must answer to, by passages that answer to
                // the other children; at no place
    attribute,  // any of `terms`, at no place
    dates       // from `text` to `until`, at no place
  };
  Kind kind = Kind::terms;
  // By which passages are found: sorted. Of exact and wildcard all that may turn out to fit.
  std::vector<std::string> terms;
  std::string text;     // exact, wildcard: folded, without stars
  std::string written;  // of words, exact ones and wildcards: as the query has it
  std::string until;
  bool open_begin = false, open_end = false;
  std::uint32_t distance = 0;
  std::vector<MatchNode> children;
};

struct Stretch {  // of positions, half-open
  std::uint32_t begin = 0, end = 0;

  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

bool fits_wildcard(const MatchNode& wildcard, std::string_view word);

// Where `node` stands, in order and each once; nothing for what has no place. `stream` is a
// passage's (index/stream.h). A window's stretch runs from its first word to its last.
std::vector<Stretch> stretches(const MatchNode& node, std::string_view stream);

// A word that the query hits, and the node that asked for it.
struct HitPlace {
  std::uint32_t position = 0;
  const MatchNode* leaf = nullptr;
};

// The words by which a passage that matches is a hit; of a window or phrase only those that are
// part of one. In no order, possibly twice.
std::vector<HitPlace> hit_places(const MatchNode& node, std::string_view stream);

}  // namespace pipeline
