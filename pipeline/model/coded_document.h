// A document with all that was found in it, as it is stored, and the facts of many documents as
// reports count them. All spans are of the source text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/model/coding.h"
#include "pipeline/model/document.h"

namespace pipeline {

// The file as it lay on disk when it was read.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  // since 1970
  std::string hash;              // of its bytes, hexadecimal
  std::string origin;            // hash of where it lay: two files of one name are told apart by it

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// By what a text is known again in another format or under another name: its letters and digits,
// whatever stands between them.
struct TextPrint {
  std::uint64_t words = 0;
  std::string hash;
  std::vector<std::uint64_t> sketch;  // the lowest hashes of its runs of words, rising

  friend bool operator==(const TextPrint&, const TextPrint&) = default;
};

struct CodedDocument {
  DocumentId id{};
  std::string path;  // as the study names it, with '/'
  FileStamp stamp;
  std::string key;        // hash of source, attributes, lexicon and program: what it was made from
  std::string text_hash;  // of document.source, to find damage
  Document document;      // attributes: the file's own and those of cases.csv, merged
  // What the file says of itself. None: an older program stored it, and nobody knows.
  std::optional<Attributes> own_attributes = {};
  TextPrint print = {};
  Segmented segmented;               // tokens are not stored
  std::vector<std::uint32_t> words;  // one a passage: its word tokens
  std::vector<Coding> codings;

  friend bool operator==(const CodedDocument&, const CodedDocument&) = default;
};

// What reports count: small rows that refer to each other by index. No text.
struct CorpusFacts {
  struct DocumentRow {
    DocumentId id{};
    std::string path;
    Attributes attributes;
  };
  struct SpeakerRow {
    std::uint32_t document = 0;  // index into documents
    std::string name;
    SpeakerKind kind = SpeakerKind::unknown;
    Attributes attributes;    // the speaker's own over the document's
    std::string person = {};  // who it is, if a table says so: the same in other documents
  };
  struct PassageRow {
    PassageId id{};
    std::uint32_t document = 0;
    std::optional<std::uint32_t> speaker;  // index into speakers
    std::uint32_t words = 0;
    PartKind part = PartKind::body;
    bool is_coded = true;  // as Passage has it
    bool is_foreign = false;
  };
  struct CodingRow {
    CodingId id{};
    std::uint32_t passage = 0;  // index into passages
    Span span;
    std::uint32_t factor = 0;  // index into factors
    Valence valence = Valence::neutral;
    Modality modality = Modality::fact;
    CodingStatus status = CodingStatus::proposed;
    std::uint32_t coder = 0;  // index into coders
  };
  std::vector<DocumentRow> documents;  // by id
  std::vector<SpeakerRow> speakers;    // by document, then order of appearance
  std::vector<PassageRow> passages;    // by id
  std::vector<CodingRow> codings;      // by id
  std::vector<FactorId> factors;       // that occur
  std::vector<std::string> coders;
};

// Which patterns the codings of some facts rest on.
struct EvidenceFacts {
  struct Rule {
    std::string text, source;  // as Evidence has them
  };
  struct Row {
    std::uint32_t coding = 0;  // index into the codings of the facts
    std::uint32_t rule = 0;    // index into rules
    Evidence::Kind kind = Evidence::Kind::pattern;
  };
  std::vector<Rule> rules;
  std::vector<Row> rows;  // by coding; patterns, also those that lost, but no cues
};

// The run that a table rests on.
struct RunRecord {
  std::int64_t id = 0;
  std::string started, finished;  // UTC, ISO 8601; finished empty: interrupted
  std::string program, lexicon, lexicon_hash, settings;
  std::uint64_t documents = 0, refused = 0, warnings = 0;
};

}  // namespace pipeline
