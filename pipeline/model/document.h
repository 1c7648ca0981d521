// What flows from reading to storing: a document, its passages (a speaker's turn, or a paragraph
// where nobody speaks), their sentences and tokens, and the attributes by which a study compares
// them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/said.h"
#include "pipeline/model/span.h"

namespace pipeline {

enum class DocumentId : std::uint32_t {};

// Document number in the high bits, place within the document (from 1) in the low twenty: ids do
// not depend on the order in which threads finish.
enum class PassageId : std::uint64_t {};
enum class CodingId : std::uint64_t {};

inline constexpr unsigned ordinal_bits = 20;
inline constexpr std::uint64_t max_ordinal = (1U << ordinal_bits) - 1;

constexpr PassageId passage_id(DocumentId document, std::uint64_t ordinal) {
  return PassageId{(std::uint64_t{static_cast<std::uint32_t>(document)} << ordinal_bits) | ordinal};
}
constexpr CodingId coding_id(DocumentId document, std::uint64_t ordinal) {
  return CodingId{(std::uint64_t{static_cast<std::uint32_t>(document)} << ordinal_bits) | ordinal};
}
template <typename Id>
constexpr DocumentId document_of(Id id) {
  return DocumentId{static_cast<std::uint32_t>(static_cast<std::uint64_t>(id) >> ordinal_bits)};
}
template <typename Id>
constexpr std::uint32_t ordinal_of(Id id) {
  return static_cast<std::uint32_t>(static_cast<std::uint64_t>(id) & max_ordinal);
}

// case=westerbeek, rol=bestuurder, datum=2026-03-12: any column of cases.csv, and what a file says
// of itself (titel, auteur). Names are lower case.
using Attributes = std::map<std::string, std::string>;

// Who somebody is, whatever the transcripts call them: speakers with the same value of their own
// are one person, and are counted once.
inline constexpr const char* person_attribute = "persoon";

// A piece of speech as the file marked it (a caption, a cell of a transcript table): where its
// words stand in the source, who says them if the file says so, from when to when in milliseconds.
struct Caption {
  Span span;
  std::optional<std::string> speaker;
  std::optional<std::int64_t> start_ms, end_ms;

  friend bool operator==(const Caption&, const Caption&) = default;
};

// What a part of a document is that is no running text of its body. Text that no part covers is
// body.
enum class PartKind : std::uint8_t { body, header, footer, note, comment };

struct TextPart {
  Span span;
  PartKind kind = PartKind::body;

  friend bool operator==(const TextPart&, const TextPart&) = default;
};

// Where a page begins, for a quotation to cite it: page `number` (from 1) runs from `begin` to the
// next. Number 0: what follows stands on no page that is known.
struct PageStart {
  std::uint32_t begin = 0, number = 1;

  friend bool operator==(const PageStart&, const PageStart&) = default;
};

// A file as it was read. `source` is valid UTF-8, LF line ends, no BOM, and never changes after
// this; paragraphs are separated by a blank line where the format knows paragraphs.
struct Document {
  std::string source;
  std::string format;    // name of the reader: "txt", "docx", "vtt" ...
  std::string encoding;  // that its bytes were in; empty where the format is not plain text
  Attributes attributes;
  std::vector<Caption> captions;  // in order, not overlapping; empty where the format has none
  std::vector<TextPart> parts;    // in order, not overlapping; spans of the source
  std::vector<PageStart> pages;   // in order; empty where the format has no pages of its own
  std::vector<Said> warnings;

  friend bool operator==(const Document&, const Document&) = default;
};

enum class SpeakerKind : std::uint8_t { unknown, interviewer, respondent };

// What says so: the word they are called by ("Interviewer"), the study's own list, that somebody
// else asks, the questions they put, or a table (cases.csv, speakers.csv).
enum class KindBasis : std::uint8_t { nothing, label, study, others, questions, table };

struct Speaker {
  std::string name;  // as the transcript calls them: "I", "Marloes Hendrikx"
  SpeakerKind kind = SpeakerKind::unknown;
  Attributes attributes;  // a speaker's own, which win over the document's
  Span label = {};        // where the text that was cut names them first; empty: a caption does
  // Known of a text that was just cut, and not stored.
  KindBasis basis = KindBasis::nothing;
  std::uint32_t turns = 0, asking = 0;  // asking: turns that end in a question

  friend bool operator==(const Speaker&, const Speaker&) = default;
};

enum class PassageKind : std::uint8_t { paragraph, heading, turn };

// What the index holds, what a hit is, what a reader is shown.
struct Passage {
  PassageKind kind = PassageKind::paragraph;
  Span span;                             // its own words, without the speaker's label or time marks
  std::optional<std::uint32_t> speaker;  // index into the document's speakers
  std::optional<std::int64_t> start_ms, end_ms;
  std::uint32_t first_sentence = 0;  // sentences [first_sentence, end_sentence) of the document
  std::uint32_t end_sentence = 0;
  PartKind part = PartKind::body;
  std::optional<std::uint32_t> page;  // on which it begins
  bool is_coded = true;               // false: the study leaves its part out of coding and tables
  std::string language = {};          // ISO 639: "nl", "en"; empty: it was not looked at
  bool is_foreign = false;  // in a language that the study does not code: searched and shown only

  friend bool operator==(const Passage&, const Passage&) = default;
};

// The unit of coding. Tokens [first_token, end_token) of the document.
struct Sentence {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// A remark is what a transcript notes beside the words: "(lacht)", "[3 sec]", "eh".
enum class TokenKind : std::uint8_t { word, number, punctuation, remark };

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;

  // Whether it is searched, coded and counted.
  bool is_word() const { return kind == TokenKind::word || kind == TokenKind::number; }

  friend bool operator==(const Token&, const Token&) = default;
};

// A text cut into passages, sentences and tokens. All spans are of the text that was cut; passages,
// sentences and tokens each run in order and do not overlap; every sentence lies in one passage and
// every token in one sentence.
struct Segmented {
  std::vector<Speaker> speakers;  // in order of first appearance
  std::vector<Passage> passages;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Said> warnings;
  std::string language = {};  // of most of it; empty: it was not looked at
  bool is_foreign = false;    // that language is none that the study codes

  friend bool operator==(const Segmented&, const Segmented&) = default;
};

}  // namespace pipeline
