// How passages and codings are shown in a terminal and in JSON: the words with hits marked.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "pipeline/publish/passage_line.h"
#include "pipeline/store/store.h"

namespace pipeline {

// The words under `part` of `text`, hits between markers (bold on a terminal, [ ] elsewhere), on
// one line, without control characters. Spans are of `text`.
std::string marked(std::string_view text, Span part, std::span<const Span> hits, bool colour);

// Hits with nothing but white space in between as one.
std::vector<Span> joined(std::string_view text, std::span<const Span> hits);

// Broken at spaces to `width` columns, each line after `indent` blanks. Markers of colour have no
// width.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

// "Verworpen door marit op 2026-11-29: gaat over de deur zelf".
std::string decision_line(const CodingDecision& decision);

// "aanvaard", as a reader sees it.
std::string word_of(CodingStatus status);
std::string percent(double share, unsigned decimals = 0);  // "23 %"

// succes green, faal orange, neutraal plain.
std::string coloured(Valence valence, bool colour);

// Turns bytes into code points without counting from the front for each of them. The text must
// outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint64_t before(std::uint32_t offset) const;
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::vector<std::uint64_t> before_block_;
};

nlohmann::ordered_json to_json(const ShownPassage& passage);
// Offsets in code points of the source text.
nlohmann::ordered_json to_json(const ShownCoding& coding, const CodePoints& source);

}  // namespace pipeline
