#include "pipeline/ingest/suggest.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "pipeline/ingest/phrases.h"
#include "pipeline/statistics/association.h"

namespace pipeline {
namespace {

struct PhraseHash {
  std::size_t operator()(const Phrase3& phrase) const {
    std::uint64_t hash = 0;
    for (const std::uint32_t lemma : phrase) hash = (hash ^ lemma) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 29;
  }
};
template <typename Value>
using PhraseMap = std::unordered_map<Phrase3, Value, PhraseHash>;

struct PhraseCounts {
  std::uint64_t target = 0, rest = 0, covered = 0, documents = 0;
  DocumentId last_document{};
  std::vector<SuggestedPlace> examples;
};

// A passage of a document that takes part, and whether it is coded with the factor.
struct SeenPassage {
  const CodedDocument& stored;
  const Staged& staged;
  std::size_t place = 0;  // in staged.segmented.passages
  bool is_target = false;
  std::vector<std::vector<PhraseWord>> runs;
};

// Interviewers and what is in another language do not.
bool takes_part(const Segmented& segmented, const Passage& passage) {
  return !passage.is_foreign && !(passage.speaker && segmented.speakers[*passage.speaker].kind ==
                                                         SpeakerKind::interviewer);
}

class Suggester {
 public:
  Suggester(const Store& store, const Settings& settings, const WordTable& words,
            const Lexicon& lexicon, const FactorId& factor, const SuggestOptions& options)
      : store_(store), stages_(words, lexicon, settings), factor_(factor), options_(options) {}

  Suggestions run() {
    count_words();
    count_phrases();
    count_everywhere();
    choose();
    return std::move(result_);
  }

 private:
  using Take = std::function<void(const SeenPassage&)>;

  static bool is_coded(const CodedDocument& stored, const FactorId& factor) {
    return std::ranges::any_of(stored.codings, [&](const Coding& coding) {
      return coding.factor == factor && coding.status != CodingStatus::rejected;
    });
  }

  // Of documents that hold the factor, or of all.
  void for_each_passage(bool of_all, const Take& take) {
    for (const StoredDocument& row : store_.documents()) {
      const auto stored = store_.load(row.id);
      if (!stored || (!of_all && !is_coded(*stored, factor_))) continue;
      stages_.renew_if_large();
      look_at(*stored, take);
    }
  }

  void look_at(const CodedDocument& stored, const Take& take) {
    const Staged staged = stages_(stored.document, speaker_rows(stored.segmented));
    const Segmented& segmented = staged.segmented;
    const std::set<std::size_t> coded = coded_passages(stored, staged);
    for (std::size_t i = 0; i < segmented.passages.size(); ++i)
      if (takes_part(segmented, segmented.passages[i]))
        take({stored, staged, i, coded.contains(i),
              phrase_words(staged, segmented.passages[i], stages_.vocabulary(), lemmas_)});
  }

  // By place in the text: what people coded may stand across what the program cuts today.
  std::set<std::size_t> coded_passages(const CodedDocument& stored, const Staged& staged) const {
    std::set<std::size_t> places;
    const auto& passages = staged.segmented.passages;
    for (const Coding& coding : stored.codings) {
      if (coding.factor != factor_ || coding.status == CodingStatus::rejected) continue;
      const Span span = staged.clean.map.to_derived(coding.span);
      const auto after = std::ranges::upper_bound(passages, span.begin, {},
                                                  [](const Passage& it) { return it.span.begin; });
      if (after != passages.begin())
        places.insert(static_cast<std::size_t>(after - passages.begin() - 1));
    }
    return places;
  }

  void count_words() {
    for_each_passage(false, [&](const SeenPassage& seen) {
      if (!seen.is_target) return;
      for (const auto& run : seen.runs)
        for (const PhraseWord& word : run) ++words_[word.lemma];
    });
  }

  // A phrase is no more frequent than its words: only those that may do are counted.
  bool may_be_frequent(const Phrase3& phrase) const {
    return std::ranges::all_of(phrase, [&](std::uint32_t lemma) {
      const auto it = words_.find(lemma);
      return lemma == 0 || (it != words_.end() && it->second >= options_.fewest);
    });
  }

  void count_phrases() {
    for_each_passage(false, [&](const SeenPassage& seen) {
      if (!seen.is_target) return;
      for (const auto& run : seen.runs)
        for_each_phrase(run, [&](const Phrase3& phrase, Span) {
          if (may_be_frequent(phrase)) ++phrases_[phrase].target;
        });
    });
    std::erase_if(phrases_, [&](const auto& it) { return it.second.target < options_.fewest; });
    for (auto& [phrase, counts] : phrases_) counts = {};
  }

  void count_everywhere() {
    for_each_passage(true, [&](const SeenPassage& seen) {
      ++result_.all_passages;
      result_.passages += seen.is_target ? 1 : 0;
      const std::vector<Span> known =
          seen.is_target ? matched_words(seen.staged) : std::vector<Span>{};
      for (const auto& run : seen.runs) {
        (seen.is_target ? result_.target_words : result_.rest_words) += run.size();
        for_each_phrase(run, [&](const Phrase3& phrase, Span words) {
          const auto it = phrases_.find(phrase);
          if (it != phrases_.end()) count(seen, words, known, it->second);
        });
      }
    });
  }

  void count(const SeenPassage& seen, Span words, const std::vector<Span>& known,
             PhraseCounts& counts) const {
    if (!seen.is_target) {
      ++counts.rest;
      return;
    }
    ++counts.target;
    if (std::ranges::any_of(known, [&](Span match) { return overlap(match, words); }))
      ++counts.covered;
    const bool is_new = counts.documents == 0 || counts.last_document != seen.stored.id;
    counts.documents += is_new ? 1 : 0;
    counts.last_document = seen.stored.id;
    keep_example(place_of(seen, words), is_new, counts.examples);
  }

  // The first of each document, and others for as long as there are too few documents.
  void keep_example(const SuggestedPlace& place, bool is_of_new_document,
                    std::vector<SuggestedPlace>& kept) const {
    if (kept.size() < options_.examples) {
      kept.push_back(place);
    } else if (is_of_new_document) {
      const auto twin = std::ranges::adjacent_find(
          kept, {}, [](const SuggestedPlace& it) { return document_of(it.passage); });
      if (twin == kept.end()) return;
      kept.erase(std::next(twin));
      kept.push_back(place);
    }
  }

  static SuggestedPlace place_of(const SeenPassage& seen, Span words) {
    const auto& sentences = seen.staged.segmented.sentences;
    const auto after = std::ranges::upper_bound(sentences, words.begin, {},
                                                [](const Sentence& it) { return it.span.begin; });
    const OffsetMap& map = seen.staged.clean.map;
    return {passage_id(seen.stored.id, seen.place + 1), map.to_source(std::prev(after)->span),
            map.to_source(words)};
  }

  // What the lexicon finds of the factor already.
  std::vector<Span> matched_words(const Staged& staged) const {
    std::vector<Span> spans;
    for (const Coding& coding : staged.codings)
      if (coding.factor == factor_)
        for (const Evidence& evidence : coding.evidence)
          if (evidence.kind != Evidence::Kind::cue) spans.push_back(evidence.match);
    return spans;
  }

  void choose() {
    std::vector<std::pair<Phrase3, Suggestion>> found;
    for (auto& [phrase, counts] : phrases_) {
      const KeynessCounts keyness{counts.target, counts.rest, result_.target_words,
                                  result_.rest_words};
      Suggestion it{lemmas_.text(phrase),      counts.target,           counts.rest,
                    counts.documents,          log_likelihood(keyness), log_ratio(keyness),
                    std::move(counts.examples)};
      if (it.log_ratio > 0 && it.log_likelihood >= options_.least_likelihood &&
          2 * counts.covered <= counts.target)
        found.emplace_back(phrase, std::move(it));
    }
    drop_parts(found);
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      const auto key = [](const Suggestion& it) {
        return std::tuple(-it.log_likelihood, it.phrase);
      };
      return key(a.second) < key(b.second);
    });
    if (found.size() > options_.most) found.resize(options_.most);
    for (auto& [phrase, suggestion] : found) result_.list.push_back(std::move(suggestion));
  }

  // "steek" where it only stands in "in de steek".
  static void drop_parts(std::vector<std::pair<Phrase3, Suggestion>>& found) {
    std::map<std::vector<std::uint32_t>, std::uint64_t> within;  // most often within a longer one
    for (const auto& [phrase, it] : found) {
      const std::size_t size = phrase[2] != 0 ? 3 : phrase[1] != 0 ? 2 : 1;
      for (std::size_t begin = 0; begin < size; ++begin)
        for (std::size_t length = 1; length < size && begin + length <= size; ++length) {
          auto& most = within[{phrase.begin() + static_cast<std::ptrdiff_t>(begin),
                               phrase.begin() + static_cast<std::ptrdiff_t>(begin + length)}];
          most = std::max(most, it.target);
        }
    }
    std::erase_if(found, [&](const auto& it) {
      std::vector<std::uint32_t> words(it.first.begin(), it.first.end());
      std::erase(words, 0U);
      const auto longer = within.find(words);
      return longer != within.end() && longer->second == it.second.target;
    });
  }

  const Store& store_;
  Stages stages_;
  const FactorId& factor_;
  const SuggestOptions& options_;
  Lemmas lemmas_;
  std::unordered_map<std::uint32_t, std::uint64_t> words_;
  PhraseMap<PhraseCounts> phrases_;
  Suggestions result_;
};

}  // namespace

Suggestions suggest_patterns(const Store& store, const Settings& settings, const WordTable& words,
                             const Lexicon& lexicon, const FactorId& factor,
                             const SuggestOptions& options) {
  return Suggester(store, settings, words, lexicon, factor, options).run();
}

}  // namespace pipeline
