// Which rules a sentence can hold at all. A rule has needs, each a set of classes of which one must
// be there: `(contact|overleg) met <partij>` needs contact or overleg, met, and a <partij>. It is
// thought of where its rarest need is met, and only then asked for the others. Which are rare is
// guessed at first and then learned from the text, so that what a word costs grows with the rules
// it is rare in, not with all rules. Says too much, never too little.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/tag/word_classes.h"

namespace pipeline {

// A sentence's words (no punctuation). Next to each other are words with no break between them.
struct SentenceWords {
  std::vector<std::uint32_t> tokens;  // of the document
  std::vector<KindId> kinds;
  std::vector<std::uint8_t> break_before;  // comma, full stop, dash, colon, semicolon

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  void clear();
};

// Words [begin, end) are, together, of a class: "raad van bestuur" of <bestuur>.
struct Phrase {
  std::uint32_t begin = 0, end = 0;
  ClassId is = 0;
};

class Needs {
 public:
  using Need = std::vector<ClassId>;  // rising

  // A rule's, at least one; the rule's number is its place.
  void add(std::vector<Need> needs) { rules_.push_back(std::move(needs)); }
  // To be called once, after the last `add`.
  void finish(const WordClasses& classes);
  // The one that is met least often, as far as is known before any text.
  static const Need& rarest(const std::vector<Need>& needs, const WordClasses& classes);

  // The rules whose needs the words and phrases meet, each once. Valid until the next call.
  std::span<const std::uint32_t> met_by(const SentenceWords& words,
                                        const std::vector<Phrase>& phrases,
                                        const WordClasses& classes);

 private:
  static constexpr ClassId none = ~ClassId{0};
  struct Call {  // where a rule's rarest need is met
    std::uint32_t rule = 0;
    ClassId also = none;       // must be there, too
    std::uint32_t others = 0;  // where its other needs lie in `others_`; 0: there are none
  };
  struct OfKind {  // what a word of this kind means to the rules
    KindId kind = 0;
    std::uint32_t times = 0;
    std::uint32_t first_call = 0, end_call = 0, first_mark = 0, end_mark = 0;
  };
  using Weights = std::vector<std::uint64_t>;  // by class

  void arrange(const Weights& weights);
  void arrange_rule(std::uint32_t rule, const Weights& weights);
  void learn(const WordClasses& classes);
  std::uint32_t place_of(KindId kind, const WordClasses& classes);
  void find_out(OfKind& it, const WordClasses& classes);
  void hear(const Call& call);
  bool has_others(std::uint32_t at) const;
  void note_presence(const std::vector<Phrase>& phrases);
  void mark(ClassId id) { present_[id / 64] |= std::uint64_t{1} << (id % 64); }
  bool is_present(ClassId id) const { return (present_[id / 64] >> (id % 64) & 1) != 0; }

  std::vector<std::vector<Need>> rules_;
  std::vector<std::vector<Call>> by_class_;
  std::vector<std::uint8_t> is_needed_;      // by class: by some rule
  std::vector<std::uint8_t> is_asked_;       // by class: an other need of some rule
  std::vector<std::uint32_t> others_{0};     // each its length and its classes; then a length of 0
  std::vector<std::uint32_t> phrase_times_;  // by class

  static constexpr std::uint32_t unknown = 0, means_nothing = 1;
  std::vector<std::uint32_t> places_;  // by kind: in `kinds_`
  std::vector<OfKind> kinds_{2};       // as they were first met, so that frequent ones lie together
  std::vector<std::uint32_t> here_;    // of the words of the sentence that mean something
  std::vector<Call> calls_;            // by kind
  std::vector<ClassId> marks_;         // by kind: those of its classes that are asked for
  std::vector<std::uint64_t> present_;  // a bit for each class: few enough to lie close by
  std::vector<std::uint32_t> heard_;    // by rule: in which sentence
  std::uint32_t sentence_ = 0, learn_at_ = 0;
  std::vector<std::uint32_t> met_;
};

}  // namespace pipeline
