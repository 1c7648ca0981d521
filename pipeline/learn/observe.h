// Analysed text -> what models see of each of its sentences. No names of persons and places and no
// numbers are among the features: they do not say what a factor is, and a model may be given away.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/learn/observation.h"
#include "pipeline/learn/word_groups.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/trace.h"

namespace pipeline {

// A text as the stages before left it.
struct ObservedText {
  std::string_view text;
  const Segmented& segmented;
  const Analysed& analysed;
  const std::vector<Coding>& codings;        // the lexicon's
  const std::vector<SentenceTrace>& traces;  // of all its sentences
};

// A lexicon, made ready once; it must outlive it.
struct ObservedLexicon {
  explicit ObservedLexicon(const Lexicon& given) : lexicon(given), groups(given) {}

  const Lexicon& lexicon;
  WordGroups groups;
};

class Observer {
 public:
  // All must outlive it. Names that `names` does not know are added, unless it is frozen.
  Observer(const ObservedLexicon& with, const Vocabulary& vocabulary, FeatureNames& names)
      : lexicon_(with.lexicon), groups_(with.groups), vocabulary_(vocabulary), names_(names) {}

  // One a sentence of the text. Sentences that are not coded at all have an empty one.
  std::vector<Observation> operator()(const ObservedText& text);
  // What was said just before, as far as it tells what this is about.
  void add_before(const Observation& before, Observation& to);

 private:
  void add(std::string_view name, std::vector<FeatureId>& to);
  void add_words(const ObservedText& text, const Sentence& sentence, Observation& seen);
  void add_word(const Reading& reading, const Word& word, bool is_whole,
                std::vector<FeatureId>& to);
  void add_known_word(WordId id, std::uint32_t reading, std::vector<FeatureId>& to);
  void add_codings(std::span<const Coding* const> codings, Observation& to);
  void add_matches(const SentenceTrace& trace, Observation& to);
  void add_match(const TracedMatch& match, std::vector<FeatureId>& marks);
  LexiconHit& hit_of(const FactorId& factor, Observation& to);

  const Lexicon& lexicon_;
  const WordGroups& groups_;
  const Vocabulary& vocabulary_;
  FeatureNames& names_;
  std::string buffer_;
  std::vector<std::string_view> found_;                              // groups of the word at hand
  std::unordered_map<std::uint64_t, std::vector<FeatureId>> known_;  // of words, by id and reading
};

// One observation of what was cut into several sentences.
Observation joined(std::span<const Observation> parts);

}  // namespace pipeline
