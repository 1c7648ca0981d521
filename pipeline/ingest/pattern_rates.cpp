#include "pipeline/ingest/pattern_rates.h"

#include <map>
#include <string>
#include <tuple>

#include "pipeline/ingest/stages.h"

namespace pipeline {
namespace {

constexpr std::uint64_t fewest_sentences = 20;
constexpr double highest_rate = 0.2;

// Evidence names its pattern by its words and its line.
class PatternNames {
 public:
  explicit PatternNames(const Lexicon& lexicon) {
    for (std::size_t i = 0; i < lexicon.patterns.size(); ++i) {
      const Pattern& it = lexicon.patterns[i];
      places_[{lexicon.factors[it.factor].id, it.text, evidence_source(it)}] = i;
    }
  }
  std::size_t operator()(const FactorId& factor, const Evidence& evidence) const {
    return places_.at({factor, evidence.rule, evidence.source});
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places_;
};

// Codings come by sentence, so that a pattern's last one tells whether it was counted there.
void count(const Staged& staged, std::uint64_t first_sentence, const PatternNames& names,
           std::vector<std::uint64_t>& last, PatternRates& rates) {
  for (const Coding& coding : staged.codings)
    for (const Evidence& evidence : coding.evidence) {
      // What supports a weak pattern may stand in another sentence, with a coding of its own.
      if (evidence.kind == Evidence::Kind::cue || evidence.match.begin < coding.span.begin ||
          evidence.match.end > coding.span.end)
        continue;
      const std::size_t pattern = names(coding.factor, evidence);
      const std::uint64_t sentence = first_sentence + coding.span.begin + 1;
      if (last[pattern] == sentence) continue;
      last[pattern] = sentence;
      ++rates.found[pattern];
    }
}

}  // namespace

PatternRates pattern_rates(const Store& store, const Settings& settings, const Lexicon& lexicon,
                           Vocabulary& words) {
  Stages stages(words.table(), lexicon, settings);
  const PatternNames names(lexicon);
  PatternRates rates;
  rates.found.resize(lexicon.patterns.size());
  std::vector<std::uint64_t> last(lexicon.patterns.size());
  std::uint64_t bytes = 0;  // of the documents so far: makes a sentence's place unique
  for (const StoredDocument& row : store.documents()) {
    const auto stored = store.load(row.id);
    if (!stored) continue;
    stages.renew_if_large();
    const Staged staged = stages(stored->document, speaker_rows(stored->segmented));
    rates.sentences += staged.segmented.sentences.size();
    count(staged, bytes, names, last, rates);
    bytes += staged.clean.text.size() + 1;
    for (const Token& token : staged.segmented.tokens)
      if (token.kind == TokenKind::word) words.id_of(slice(staged.clean.text, token.span));
  }
  return rates;
}

std::vector<std::size_t> patterns_nearly_everywhere(const PatternRates& rates) {
  std::vector<std::size_t> patterns;
  if (rates.sentences < fewest_sentences) return patterns;
  for (std::size_t i = 0; i < rates.found.size(); ++i)
    if (rates.rate(i) > highest_rate) patterns.push_back(i);
  return patterns;
}

}  // namespace pipeline
