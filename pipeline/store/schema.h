// The tables of study.db: the record of a study. What stands in the index can always be made again
// from here. Offsets are UTF-8 bytes of source.text; ids of passages and codings are document << 20
// | place (from 1), so they do not depend on the order in which threads finish.
//
//   document   one row a file: path, stamp of the file, key (hash of all it was made from), words
//   source     its text; caption: pieces of speech as the file marked them; part: what is no
//              running text (kind as PartKind); page: where pages begin
//   speaker    who speaks in it; attribute: of a document (speaker 0) or of one speaker
//   passage    turn or paragraph; sentence: the unit of coding
//   language   of a document (passage 0), and of the passages that are in another one, by their
//              place in it
//   coding     a factor on a span, by a coder; evidence: why
//   unplaced   people's codings whose quotation is gone from a changed text, kept until placed
//   again memo       a person's note on a document, passage or coding run        one ingest;
//   outcome: what became of each file in it
//   own_attribute  what a file says of itself, beside what tables say of it; own: for which
//   documents that is known. print: by what a text is known again (sketch: 8 bytes a number, lowest
//   byte first). A document without these is whole, too: it is read again where that matters
//   rating     what people found of a factor in a case, and why; rows are only added, the last of a
//   cell counts, and no run touches them
//   probability    of a coding that was proposed by what was learned from people
//   saved_query    queries that people gave a name; rows are only added, the last of a name counts,
//   and an empty query takes it back
//   decision   who accepted or rejected a proposal, when and why; the verdict is coding.status. It
//   stays with its coding whatever a run does, and goes with it into unplaced
//   factor     what the lexicon of the last run calls its factors, so that an answer need not read
//   its thousands of patterns. A copy that each run makes again: a study without it is whole, too
#pragma once

namespace pipeline {

inline constexpr int schema_application_id = 0x53616d73;  // "Sams"
inline constexpr int schema_version = 4;

// Those of version 1; what later versions add stands below.
inline constexpr const char* schema_tables = R"sql(
CREATE TABLE run(
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT NOT NULL DEFAULT '',
  program TEXT NOT NULL, lexicon TEXT NOT NULL, lexicon_hash TEXT NOT NULL, settings TEXT NOT NULL,
  documents INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0,
  warnings INTEGER NOT NULL DEFAULT 0);
CREATE TABLE outcome(
  run INTEGER NOT NULL REFERENCES run, path TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('added','changed','refreshed','removed','refused','warning')),
  hash TEXT NOT NULL, message TEXT NOT NULL);
CREATE INDEX outcome_run ON outcome(run);
CREATE TABLE document(
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, format TEXT NOT NULL,
  bytes INTEGER NOT NULL, modified_ns INTEGER NOT NULL, hash TEXT NOT NULL,
  origin TEXT NOT NULL, key TEXT NOT NULL, words INTEGER NOT NULL);
CREATE TABLE source(
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, text TEXT NOT NULL,
  hash TEXT NOT NULL);
CREATE TABLE caption(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, speaker TEXT, start_ms INTEGER, end_ms INTEGER,
  PRIMARY KEY(document, number)) WITHOUT ROWID;
CREATE TABLE speaker(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, number INTEGER NOT NULL,
  name TEXT NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY(document, number)) WITHOUT ROWID;
CREATE TABLE attribute(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, speaker INTEGER NOT NULL,
  name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(document, speaker, name)) WITHOUT ROWID;
CREATE TABLE passage(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
  speaker INTEGER, start_ms INTEGER, end_ms INTEGER, words INTEGER NOT NULL);
CREATE TABLE sentence(
  id INTEGER PRIMARY KEY, passage INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL);
CREATE TABLE coding(
  id INTEGER PRIMARY KEY, passage INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
  factor TEXT NOT NULL, valence INTEGER NOT NULL, modality INTEGER NOT NULL, coder TEXT NOT NULL,
  status INTEGER NOT NULL);
CREATE INDEX coding_passage ON coding(passage);
CREATE TABLE evidence(
  coding INTEGER NOT NULL REFERENCES coding ON DELETE CASCADE, number INTEGER NOT NULL,
  kind INTEGER NOT NULL, rule TEXT NOT NULL, source TEXT NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY(coding, number)) WITHOUT ROWID;
CREATE TABLE unplaced(
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, path TEXT NOT NULL, quotation TEXT NOT NULL,
  factor TEXT NOT NULL, valence INTEGER NOT NULL, modality INTEGER NOT NULL, coder TEXT NOT NULL,
  status INTEGER NOT NULL);
CREATE TABLE memo(
  id INTEGER PRIMARY KEY, document INTEGER, passage INTEGER, coding INTEGER, author TEXT NOT NULL,
  written TEXT NOT NULL, text TEXT NOT NULL);
)sql";

// What makes a study of the version before into one of `to`, in order.
struct Migration {
  int to;
  const char* statement;
};
inline constexpr Migration schema_migrations[] = {
    {2, "ALTER TABLE passage ADD COLUMN part INTEGER NOT NULL DEFAULT 0"},
    {2, "ALTER TABLE passage ADD COLUMN page INTEGER"},
    {2, "ALTER TABLE passage ADD COLUMN coded INTEGER NOT NULL DEFAULT 1"},
    {2,
     "CREATE TABLE part("
     "document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, number INTEGER NOT NULL, "
     "begin INTEGER NOT NULL, end INTEGER NOT NULL, kind INTEGER NOT NULL, "
     "PRIMARY KEY(document, number)) WITHOUT ROWID"},
    {2,
     "CREATE TABLE page("
     "document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, number INTEGER NOT NULL, "
     "begin INTEGER NOT NULL, page INTEGER NOT NULL, "
     "PRIMARY KEY(document, number)) WITHOUT ROWID"},
    {2,
     "CREATE TABLE language("
     "document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, passage INTEGER NOT NULL, "
     "code TEXT NOT NULL, is_foreign INTEGER NOT NULL, "
     "PRIMARY KEY(document, passage)) WITHOUT ROWID"},
    {2,
     "CREATE TABLE own("
     "document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE)"},
    {2,
     "CREATE TABLE own_attribute("
     "document INTEGER NOT NULL REFERENCES own ON DELETE CASCADE, name TEXT NOT NULL, "
     "value TEXT NOT NULL, PRIMARY KEY(document, name)) WITHOUT ROWID"},
    {2,
     "CREATE TABLE print("
     "document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, words INTEGER NOT NULL, "
     "hash TEXT NOT NULL, sketch BLOB NOT NULL)"},
    {3,
     "CREATE TABLE rating("
     "id INTEGER PRIMARY KEY, factor TEXT NOT NULL, attribute TEXT NOT NULL, value TEXT NOT NULL, "
     "rating TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL, written TEXT NOT NULL, "
     "basis TEXT NOT NULL, proposal TEXT NOT NULL)"},
    {3,
     "CREATE TABLE probability("
     "coding INTEGER PRIMARY KEY REFERENCES coding ON DELETE CASCADE, value REAL NOT NULL)"},
    {4,
     "CREATE TABLE saved_query("
     "id INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, author TEXT NOT NULL, "
     "written TEXT NOT NULL)"},
    {4,
     "CREATE TABLE decision("
     "coding INTEGER PRIMARY KEY REFERENCES coding ON DELETE CASCADE, author TEXT NOT NULL, "
     "written TEXT NOT NULL, reason TEXT NOT NULL)"},
    {4, "ALTER TABLE unplaced ADD COLUMN author TEXT NOT NULL DEFAULT ''"},
    {4, "ALTER TABLE unplaced ADD COLUMN written TEXT NOT NULL DEFAULT ''"},
    {4, "ALTER TABLE unplaced ADD COLUMN reason TEXT NOT NULL DEFAULT ''"},
};

inline constexpr const char* schema_factors = R"sql(
CREATE TABLE IF NOT EXISTS factor(
  number INTEGER PRIMARY KEY, lexicon_hash TEXT NOT NULL, id TEXT NOT NULL, theme TEXT NOT NULL,
  label_nl TEXT NOT NULL, label_en TEXT NOT NULL);
)sql";

}  // namespace pipeline
