// Two lexicons on the texts of one study: which codings appear, vanish or change. Nothing is
// written; the study stays as it is.
//   before: "Er was geen vertrouwen" vertrouwen succes     after: vertrouwen faal
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

enum class CodingChangeKind : std::uint8_t { appeared, vanished, turned, modality };

// What the two say of one factor in one sentence, where that differs.
struct CodingChange {
  CodingChangeKind kind = CodingChangeKind::appeared;
  PassageId passage{};
  Span sentence;  // as all spans here: of the stored text
  FactorId factor;
  std::vector<Coding> before, after;
};

struct LexiconComparison {
  std::uint64_t documents = 0, sentences = 0;
  std::uint64_t same = 0;                  // factors in sentences, of which both say the same
  std::array<std::uint64_t, 4> changes{};  // by kind
  CorpusFacts before, after;               // the study as if coded by one of them and nobody else
};

struct ComparedLexicons {
  const Lexicon& before;
  const Lexicon& after;
};

// Hands on each change with the text of its document, in order of document and sentence. One
// document is in memory at a time; the facts are small rows.
LexiconComparison compare_lexicons(
    const Store& store, const Settings& settings, const WordTable& words,
    const ComparedLexicons& lexicons,
    const std::function<void(const CodingChange&, std::string_view source)>& take);

}  // namespace pipeline
