// What store_open.cpp, store.cpp (writing) and store_read.cpp (reading) share: the connection and
// its prepared statements. Private to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/store/store.h"

namespace SQLite {
class Database;
class Exception;
class Statement;
class Transaction;
}  // namespace SQLite

namespace pipeline {

struct Store::State {
  // `unchanging`: what lies there is read as it is, nothing is written beside it and no lock taken.
  enum class Access : std::uint8_t { writing, reading, unchanging };

  State(const std::filesystem::path& path, Access access);
  ~State();

  // A statement ready to be bound: prepared once for a connection, reset by each call.
  SQLite::Statement& statement(const char* sql) const;

  SQLite::Transaction begin();

  // Each writes its rows within the caller's transaction.
  void clear(DocumentId id);
  void insert_document(const CodedDocument& document);
  void insert_attributes(DocumentId id, std::size_t speaker, const Attributes& attributes);
  void insert_passages(const CodedDocument& document);
  void insert_origins(const CodedDocument& document);
  void insert_languages(const CodedDocument& document);
  void insert_coding(CodingId id, const Coding& coding);
  void insert_probability(CodingId id, double value);
  void insert_decision(CodingId id, const CodingDecision& decision);
  void set_aside(const std::string& path, const std::string& former, DocumentId document,
                 const Coding& coding, const std::optional<CodingDecision>& decision);
  std::vector<CodingId> coding_ids(DocumentId document) const;
  std::vector<std::pair<CodingId, Coding>> codings_in(PassageId passage) const;  // by id
  std::vector<Evidence> evidence_of(CodingId coding) const;
  Attributes attributes_of(DocumentId document, std::int64_t speaker) const;
  bool load_document(CodedDocument& document) const;  // false: there is none with its id
  void load_source(CodedDocument& document) const;
  void load_origins(CodedDocument& document) const;
  void load_speakers(CodedDocument& document) const;
  void load_passages(CodedDocument& document) const;
  std::vector<Caption> captions_of(DocumentId document) const;
  std::vector<TextPart> parts_of(DocumentId document) const;
  std::vector<PageStart> pages_of(DocumentId document) const;
  void load_sentences(CodedDocument& document) const;
  void load_languages(CodedDocument& document) const;

  std::unique_ptr<SQLite::Database> database;
  mutable std::map<const char*, std::unique_ptr<SQLite::Statement>> statements;  // by literal
};

// Why a study of this schema version cannot be read so: it would have to be made one of today, and
// nothing may be written. Nothing where it can.
std::optional<Error> too_old_to_read(int version, Store::State::Access access,
                                     const std::filesystem::path& database);

// A write-ahead log that holds something, or may do so.
bool has_open_log(const std::filesystem::path& database);

// Whether a database that could not be opened for reading (SQLite's error code) can be read without
// its write-ahead log, and without writing anything: where its folder is not writable, and nobody
// left anything in the log.
bool may_be_read_as_it_lies(int error, const std::filesystem::path& database);

// Says it in our own words, as a StoreFailure.
[[noreturn]] void fail(const SQLite::Exception& e);

// A speaker's own attributes over the document's.
inline Attributes merged(Attributes document, const Attributes& speaker) {
  for (const auto& [name, value] : speaker) document[name] = value;
  return document;
}

// First and last id that a passage, sentence or coding of this document can have.
constexpr std::int64_t first_of(DocumentId document) {
  return static_cast<std::int64_t>(static_cast<std::uint32_t>(document)) << ordinal_bits;
}
constexpr std::int64_t last_of(DocumentId document) {
  return first_of(document) | static_cast<std::int64_t>(max_ordinal);
}

}  // namespace pipeline
