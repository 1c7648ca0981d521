// The stages in order, for one thread: a document in, its passages, words and codings out. The only
// place where normalising, segmenting, analysing, telling languages apart and tagging meet.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/identify/identify.h"
#include "pipeline/ingest/cut.h"
#include "pipeline/language/analyse.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/aligned_text.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/store/study.h"
#include "pipeline/tag/near_miss.h"
#include "pipeline/tag/tag.h"

namespace pipeline {

// Raised by hand whenever a stage gives other output for the same input: documents made by another
// version are made again by the next run.
inline constexpr int analysis_version = 3;

// What became of one document's text. Spans are of `clean.text`.
struct Staged {
  AlignedText clean;
  Segmented segmented;
  Analysed analysed;
  std::vector<Coding> codings;
  std::vector<SentenceTrace> traces = {};  // of all sentences, where they were asked for
};

class Stages {
 public:
  // `words` and `lexicon` must outlive it.
  Stages(const WordTable& words, const Lexicon& lexicon, const Settings& settings);

  // `speakers`, `people`: as Cutter takes them. Linear in the text.
  Staged operator()(const Document& document, const SpeakerAttributes& speakers,
                    const People& people = {});
  // The same with its traces, for what is learned from them. Codes the text once all the same.
  Staged traced(const Document& document, const SpeakerAttributes& speakers);

  // Why the sentences of a text that touch `part`, a span of its clean text, are coded as they are.
  // Of the text that was staged last.
  std::vector<SentenceTrace> trace(const Staged& staged, Span part) const;
  // Patterns of a factor (place in Lexicon::factors) that nearly match a sentence, nearest first;
  // each once. Slow: for a few sentences.
  std::vector<NearMiss> near_misses(const Staged& staged, std::size_t factor) const;

  // What all documents since the last renewal were analysed with.
  const Vocabulary& vocabulary() const { return *vocabulary_; }
  // Forgets the words met so far when there are very many, so that memory does not grow with the
  // corpus. No reference to the vocabulary may be held across it.
  void renew_if_large();
  bool is_large() const;

 private:
  Staged cut_and_analysed(const Document& document, const SpeakerAttributes& speakers,
                          const People& people);

  const WordTable& words_;
  const Lexicon& lexicon_;
  std::set<PartKind> left_out_;
  Cutter cut_;
  LanguageIdentifier identify_;
  std::unique_ptr<Vocabulary> vocabulary_;
  std::unique_ptr<Tagger> tag_;
};

// What tables said of the speakers of a document that is stored.
SpeakerAttributes speaker_rows(const Segmented& stored);

// Codings of the source as spans of the clean text, for the index.
std::vector<Coding> to_clean(std::vector<Coding> codings, const OffsetMap& map);

// The stored form: everything moved to the source text, words counted a passage. Tokens are left
// out.
void put_into(CodedDocument& document, const Staged& staged);

}  // namespace pipeline
