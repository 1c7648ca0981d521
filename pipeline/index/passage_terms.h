// The terms of a passage by position, as the index stores them: one position a word or number, none
// for punctuation, a gap after each sentence. "Ze werkten samen." -> ze, werken + samenwerken +
// Ewerkten, samen.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/index/stream.h"
#include "pipeline/language/analyse.h"
#include "pipeline/language/vocabulary.h"
#include "pipeline/model/coding.h"
#include "pipeline/model/document.h"

namespace pipeline {

class PassageTerms {
 public:
  // `vocabulary` must outlive it; the terms of each of its words are made once.
  PassageTerms(const Vocabulary& vocabulary, bool exact_forms);

  // Reads one passage in place of what it held. `codings` are those of this passage; rejected ones
  // are left out.
  void read(const Segmented& segmented, const Passage& passage, const Analysed& analysed,
            std::span<const Coding* const> codings);

  const std::string& stream() const { return writer_.text(); }

 private:
  struct WordTerms {
    std::string lemma, form;  // form: empty where it adds nothing
  };
  const WordTerms& terms_of(WordId id, std::uint8_t reading);
  void mark(const Segmented& segmented, const Passage& passage, const Coding& coding);
  void write_sentence(const Segmented& segmented, const Sentence& sentence,
                      const Analysed& analysed);
  void write_token(std::uint32_t token, const Analysed& analysed);

  const Vocabulary* vocabulary_;
  bool exact_forms_;
  std::vector<std::vector<WordTerms>> words_;                 // by word id, then by reading
  std::vector<std::pair<std::uint32_t, std::string>> marks_;  // token, term: of the codings
  std::size_t next_mark_ = 0, next_verb_ = 0;
  StreamWriter writer_;
};

// The codings of a document by passage, keeping their order within one.
std::vector<const Coding*> by_passage(std::span<const Coding> codings);
// Those of one passage; `sorted` comes from by_passage.
std::span<const Coding* const> of_passage(std::span<const Coding* const> sorted,
                                          std::uint32_t passage);

}  // namespace pipeline
