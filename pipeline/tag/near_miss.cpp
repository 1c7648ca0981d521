#include "pipeline/tag/near_miss.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

using Kind = PatternNode::Kind;
using Reason = NearMiss::Reason;

constexpr std::size_t most_alternatives = 3;
constexpr double of_function_word = 0.2;  // what "in" or "met" says of a pattern

// A piece that must be there, and how many words may stand before it.
struct Piece {
  const PatternNode* node;
  std::uint32_t gap = 0;
};

void collect(const PatternNode& node, std::vector<Piece>& pieces, std::uint32_t& gap) {
  if (node.kind == Kind::sequence) {
    for (const PatternNode& child : node.children) collect(child, pieces, gap);
  } else if (node.kind == Kind::gap) {
    gap += node.words;
  } else if (node.kind == Kind::optional) {
    gap += 1;
  } else if (node.kind == Kind::word && node.word.kind == WordTest::Kind::any) {
    gap += 1;
  } else {
    pieces.push_back({&node, gap});
    gap = 0;
  }
}

struct Pieces {
  std::vector<Piece> all;
  std::size_t second = 0;  // of a window: where its second half begins; else 0

  // With the halves of a window the other way about.
  Pieces turned() const {
    Pieces other{{}, all.size() - second};
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(second);
    other.all.assign(middle, all.end());
    other.all.insert(other.all.end(), all.begin(), middle);
    std::swap(other.all.front().gap, other.all[other.second].gap);
    return other;
  }
};

std::optional<Pieces> pieces_of(const PatternNode& tree) {
  Pieces pieces;
  std::uint32_t gap = 0;
  if (tree.kind != Kind::window) {
    collect(tree, pieces.all, gap);
    return pieces;
  }
  if (tree.within == Within::passage) return std::nullopt;
  collect(tree.children[0], pieces.all, gap);
  pieces.second = pieces.all.size();
  gap = 0;
  collect(tree.children[1], pieces.all, gap);
  if (pieces.second == 0 || pieces.second == pieces.all.size()) return std::nullopt;
  constexpr std::uint32_t whole_sentence = 100'000;
  pieces.all[pieces.second].gap = tree.within == Within::words ? tree.words : whole_sentence;
  return pieces;
}

// The word tests in a piece; of a group none, for it may hold hundreds.
void collect_tests(const PatternNode& node, std::vector<WordTest>& tests) {
  if (node.kind == Kind::word && node.word.kind != WordTest::Kind::any) tests.push_back(node.word);
  for (const PatternNode& child : node.children) collect_tests(child, tests);
}

using Places = std::vector<std::vector<WordRange>>;  // of each piece

class Search {
 public:
  Search(PieceFinder& finder, Vocabulary& vocabulary) : finder_(finder), vocabulary_(vocabulary) {}

  std::optional<NearMiss> nearest(const PatternNode& tree) {
    const auto pieces = pieces_of(tree);
    if (!pieces) return std::nullopt;
    NearMiss miss;
    double found = 0, all = 0;
    const PatternNode* missing = nullptr;
    Places places;
    for (const Piece& piece : pieces->all) {
      places.push_back(unused(finder_.places(*piece.node), places));
      const double weight = weight_of(*piece.node, places.back());
      all += weight;
      if (places.back().empty()) {
        missing = missing == nullptr ? piece.node : missing;
        miss.wanted += (miss.wanted.empty() ? "" : ", ") + piece_text(*piece.node);
        continue;
      }
      found += weight;
      miss.found.push_back(finder_.span(places.back().front()));
    }
    if (missing != nullptr) {
      if (is_like(*missing, miss)) found += of_function_word;
    } else if (!explain_places(*pieces, places, miss)) {
      return std::nullopt;
    }
    const bool is_near = found >= 1 || miss.reason != Reason::missing;
    if (!is_near || all == 0) return std::nullopt;
    miss.share = found / all;
    std::sort(miss.found.begin(), miss.found.end());
    return miss;
  }

 private:
  // A word stands for one piece only, where there is but one: "afspraak is afspraak".
  static std::vector<WordRange> unused(std::vector<WordRange> places, const Places& others) {
    std::erase_if(places, [&](const WordRange& place) {
      return std::any_of(others.begin(), others.end(), [&](const std::vector<WordRange>& other) {
        return other.size() == 1 && other.front() == place;
      });
    });
    return places;
  }

  // Of a piece that is not there as much as of a word of content, unless it is a small word.
  double weight_of(const PatternNode& node, const std::vector<WordRange>& places) {
    for (const WordRange& place : places)
      for (std::uint32_t i = place.begin; i < place.end; ++i)
        if (finder_.is_content(i)) return 1;
    if (!places.empty()) return of_function_word;
    std::vector<WordTest> tests;
    collect_tests(node, tests);
    for (const WordTest& test : tests)
      if (is_function_word(test)) return of_function_word;
    return 1;
  }

  bool is_function_word(const WordTest& test) {
    if (test.kind != WordTest::Kind::lemma && test.kind != WordTest::Kind::exact) return false;
    switch (vocabulary_[vocabulary_.id_of(test.text)].readings.front().word_class) {
      case WordClass::noun:
      case WordClass::proper_noun:
      case WordClass::verb:
      case WordClass::adjective:
      case WordClass::adverb:
        return false;
      default:
        return true;
    }
  }

  // Whether a word comes near what is missing; says how.
  bool is_like(const PatternNode& node, NearMiss& miss) {
    std::vector<WordTest> tests;
    collect_tests(node, tests);
    for (std::uint32_t i = 0; i < finder_.size(); ++i)
      for (const WordTest& test : tests)
        if (const auto reason = likeness(test, i)) {
          miss.reason = *reason;
          miss.words = finder_.span({i, i + 1});
          return true;
        }
    return false;
  }

  std::optional<Reason> likeness(const WordTest& test, std::uint32_t i) {
    if (!finder_.is_content(i)) return std::nullopt;
    const Word& word = finder_.word(i);
    if (test.kind == WordTest::Kind::cased)
      return fold(word.surface) == fold(test.text) ? std::optional(Reason::other_form)
                                                   : std::nullopt;
    if (test.kind != WordTest::Kind::exact && test.kind != WordTest::Kind::lemma)
      return std::nullopt;
    const auto meant = lemmas_meant(vocabulary_[vocabulary_.id_of(test.text)], PartOfSpeech::any);
    const auto is_meant = [&](const std::string& lemma) {
      return std::find(meant.begin(), meant.end(), lemma) != meant.end();
    };
    for (const Reading& reading : word.readings)
      if (is_meant(fold(reading.lemma)))
        return test.kind == WordTest::Kind::exact ? std::optional(Reason::other_form)
               : test.part != PartOfSpeech::any   ? std::optional(Reason::other_class)
                                                  : std::nullopt;
    for (const WordPart& part : word.parts)
      if (is_meant(part.lemma)) return Reason::in_compound;
    return std::nullopt;
  }

  // All pieces are there: what parts them. False where nothing does, as far as can be seen here.
  bool explain_places(const Pieces& pieces, const Places& places, NearMiss& miss) {
    std::optional<NearMiss> best = closest(pieces, places, miss);
    if (pieces.second > 0) {
      Places turned = places;
      std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(pieces.second),
                  turned.end());
      const auto other = closest(pieces.turned(), turned, miss);
      if (other && (!best || other->between < best->between)) best = other;
    }
    if (best) {
      miss = *best;
      return miss.reason != Reason::missing;
    }
    miss.reason = Reason::order;
    return pieces.second == 0 && pieces.all.size() > 1;
  }

  // The pieces in their order, from the place of the first that has the others nearest by.
  std::optional<NearMiss> closest(const Pieces& pieces, const Places& places,
                                  const NearMiss& miss) {
    std::optional<NearMiss> best;
    for (const WordRange& first : places.front()) {
      NearMiss one = miss;
      if (follow(pieces, places, first, one) && (!best || one.between < best->between)) best = one;
    }
    return best;
  }

  // From one place of the first piece to the nearest of each next; what is wrong first counts.
  bool follow(const Pieces& pieces, const Places& places, WordRange at, NearMiss& miss) {
    miss.found = {finder_.span(at)};
    for (std::size_t i = 1; i < places.size(); ++i) {
      const auto next = std::find_if(places[i].begin(), places[i].end(),
                                     [&](WordRange it) { return it.begin >= at.end; });
      if (next == places[i].end()) return false;
      const std::uint32_t between = next->begin - at.end, allowed = pieces.all[i].gap;
      const bool is_parted = allowed == 0 && finder_.has_break_before(next->begin);
      if (miss.reason == Reason::missing && (between > allowed || is_parted)) {
        miss.reason = between > allowed ? Reason::too_far : Reason::broken;
        miss.between = between;
        miss.allowed = allowed;
        miss.wanted = piece_text(*pieces.all[i].node);
      }
      at = *next;
      miss.found.push_back(finder_.span(at));
    }
    return true;
  }

  PieceFinder& finder_;
  Vocabulary& vocabulary_;
};

std::string word_text(const WordTest& test) {
  constexpr std::string_view parts[] = {"", "_zn", "_ww", "_bn", "_bw"};
  switch (test.kind) {
    case WordTest::Kind::lemma:
      return test.text + std::string(parts[static_cast<std::size_t>(test.part)]);
    case WordTest::Kind::exact:
      return "\"" + test.text + "\"";
    case WordTest::Kind::cased:
      return "=" + test.text;
    case WordTest::Kind::prefix:
      return test.text + "*";
    case WordTest::Kind::suffix:
      return "*" + test.text;
    case WordTest::Kind::infix:
      return "*" + test.text + "*";
    case WordTest::Kind::expression:
      return "/" + test.text + "/";
    case WordTest::Kind::any:
      return "*";
  }
  return {};
}

std::string joined(const PatternNode& node, std::string_view between, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += between;
    if (i == most) return text + "…";
    text += piece_text(node.children[i]);
  }
  return text;
}

}  // namespace

std::string piece_text(const PatternNode& node) {
  switch (node.kind) {
    case Kind::word:
      return word_text(node.word);
    case Kind::sequence:
      return joined(node, " ", node.children.size());
    case Kind::alternatives:
      return "(" + joined(node, "|", most_alternatives) + ")";
    case Kind::optional:
      return "(" + joined(node, " ", 1) + ")?";
    case Kind::gap:
      return "[" + std::to_string(node.words) + "]";
    case Kind::window:
      return joined(node, " ~ ", 2);
    case Kind::group:
      return "<" + node.group + ">";
  }
  return {};
}

std::vector<NearMiss> near_misses(const Lexicon& lexicon, std::size_t factor, PieceFinder& finder,
                                  Vocabulary& vocabulary) {
  Search search(finder, vocabulary);
  std::vector<NearMiss> misses;
  for (std::size_t i = 0; i < lexicon.patterns.size(); ++i) {
    if (lexicon.patterns[i].factor != factor) continue;
    auto miss = search.nearest(lexicon.patterns[i].tree);
    if (!miss) continue;
    miss->pattern = i;
    misses.push_back(std::move(*miss));
  }
  std::sort(misses.begin(), misses.end(), [](const NearMiss& a, const NearMiss& b) {
    return std::tuple(-a.share, a.reason, a.pattern) < std::tuple(-b.share, b.reason, b.pattern);
  });
  return misses;
}

}  // namespace pipeline
