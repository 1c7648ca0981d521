#include "pipeline/store/bind.h"
#include "pipeline/store/passage_reader.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

// Columns: id, passage, begin, end, factor, valence, modality, coder, status.
Coding coding_at(SQLite::Statement& row) {
  Coding coding;
  coding.passage = ordinal_of(number<PassageId>(row.getColumn(1))) - 1;
  coding.span = span_at(row, 2);
  coding.factor = text(row.getColumn(4));
  coding.valence = number<Valence>(row.getColumn(5));
  coding.modality = number<Modality>(row.getColumn(6));
  coding.coder = text(row.getColumn(7));
  coding.status = number<CodingStatus>(row.getColumn(8));
  return coding;
}

}  // namespace

std::vector<CodingId> Store::State::coding_ids(DocumentId id) const {
  std::vector<CodingId> ids;
  auto& rows = bind_all(statement("SELECT id FROM coding WHERE id BETWEEN ? AND ? ORDER BY id"),
                        first_of(id), last_of(id));
  while (rows.executeStep()) ids.push_back(number<CodingId>(rows.getColumn(0)));
  return ids;
}

std::vector<Evidence> Store::State::evidence_of(CodingId id) const {
  std::vector<Evidence> evidence;
  auto& rows = bind_all(
      statement("SELECT kind,rule,source,begin,end FROM evidence WHERE coding=? ORDER BY number"),
      id);
  while (rows.executeStep())
    evidence.push_back({number<Evidence::Kind>(rows.getColumn(0)), text(rows.getColumn(1)),
                        text(rows.getColumn(2)), span_at(rows, 3)});
  return evidence;
}

Attributes Store::State::attributes_of(DocumentId id, std::int64_t speaker) const {
  Attributes attributes;
  auto& rows = bind_all(
      statement("SELECT name,value FROM attribute WHERE document=? AND speaker=?"), id, speaker);
  while (rows.executeStep()) attributes.emplace(text(rows.getColumn(0)), text(rows.getColumn(1)));
  return attributes;
}

std::vector<StoredDocument> Store::documents() const try {
  std::vector<StoredDocument> documents;
  auto& rows = state_->statement(
      "SELECT id,path,format,key,bytes,modified_ns,hash,origin,words FROM document ORDER BY id");
  while (rows.executeStep()) {
    StoredDocument it;
    it.id = number<DocumentId>(rows.getColumn(0));
    it.path = text(rows.getColumn(1));
    it.format = text(rows.getColumn(2));
    it.key = text(rows.getColumn(3));
    it.stamp = {number<std::uint64_t>(rows.getColumn(4)), number<std::int64_t>(rows.getColumn(5)),
                text(rows.getColumn(6)), text(rows.getColumn(7))};
    it.words = number<std::uint64_t>(rows.getColumn(8));
    documents.push_back(std::move(it));
  }
  return documents;
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::count(std::vector<StoredDocument>& documents) const try {
  for (StoredDocument& it : documents) {
    const auto count = [&](const char* sql) {
      auto& row = bind_all(state_->statement(sql), first_of(it.id), last_of(it.id));
      return row.executeStep() ? number<std::uint64_t>(row.getColumn(0)) : 0;
    };
    it.passages = count("SELECT count(*) FROM passage WHERE id BETWEEN ? AND ?");
    it.sentences = count("SELECT count(*) FROM sentence WHERE id BETWEEN ? AND ?");
    it.codings = count("SELECT count(*) FROM coding WHERE id BETWEEN ? AND ?");
  }
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<CodedDocument> Store::load(DocumentId id) const try {
  CodedDocument it;
  it.id = id;
  if (!state_->load_document(it)) return std::nullopt;
  state_->load_source(it);
  it.document.captions = state_->captions_of(id);
  it.document.parts = state_->parts_of(id);
  it.document.pages = state_->pages_of(id);
  state_->load_sentences(it);
  for (const CodingId coding : state_->coding_ids(id)) {
    auto& found = bind_all(
        state_->statement("SELECT id,passage,begin,end,factor,valence,modality,coder,status FROM "
                          "coding WHERE id=?"),
        coding);
    if (found.executeStep()) it.codings.push_back(coding_at(found));
    it.codings.back().evidence = state_->evidence_of(coding);
  }
  return it;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<CodedDocument> Store::load_frame(DocumentId id) const try {
  CodedDocument it;
  it.id = id;
  if (!state_->load_document(it)) return std::nullopt;
  return it;
} catch (const SQLite::Exception& e) {
  fail(e);
}

bool Store::State::load_document(CodedDocument& it) const {
  auto& row = bind_all(
      statement("SELECT path,format,bytes,modified_ns,hash,origin,key FROM document WHERE id=?"),
      it.id);
  if (!row.executeStep()) return false;
  it.path = text(row.getColumn(0));
  it.document.format = text(row.getColumn(1));
  it.stamp = {number<std::uint64_t>(row.getColumn(2)), number<std::int64_t>(row.getColumn(3)),
              text(row.getColumn(4)), text(row.getColumn(5))};
  it.key = text(row.getColumn(6));
  it.document.attributes = attributes_of(it.id, 0);
  load_origins(it);
  load_speakers(it);
  load_passages(it);
  load_languages(it);
  return true;
}

void Store::State::load_source(CodedDocument& it) const {
  auto& row = bind_all(statement("SELECT text,hash FROM source WHERE document=?"), it.id);
  if (!row.executeStep()) return;
  it.document.source = text(row.getColumn(0));
  it.text_hash = text(row.getColumn(1));
}

std::vector<Caption> Store::State::captions_of(DocumentId id) const {
  std::vector<Caption> captions;
  auto& rows = bind_all(statement("SELECT begin,end,speaker,start_ms,end_ms FROM caption WHERE "
                                  "document=? ORDER BY number"),
                        id);
  while (rows.executeStep()) {
    Caption caption{span_at(rows, 0), std::nullopt,
                    optional_number<std::int64_t>(rows.getColumn(3)),
                    optional_number<std::int64_t>(rows.getColumn(4))};
    if (!rows.getColumn(2).isNull()) caption.speaker = text(rows.getColumn(2));
    captions.push_back(std::move(caption));
  }
  return captions;
}

std::vector<TextPart> Store::State::parts_of(DocumentId id) const {
  std::vector<TextPart> parts;
  auto& rows =
      bind_all(statement("SELECT begin,end,kind FROM part WHERE document=? ORDER BY number"), id);
  while (rows.executeStep())
    parts.push_back({span_at(rows, 0), number<PartKind>(rows.getColumn(2))});
  return parts;
}

std::vector<PageStart> Store::State::pages_of(DocumentId id) const {
  std::vector<PageStart> pages;
  auto& rows =
      bind_all(statement("SELECT begin,page FROM page WHERE document=? ORDER BY number"), id);
  while (rows.executeStep())
    pages.push_back(
        {number<std::uint32_t>(rows.getColumn(0)), number<std::uint32_t>(rows.getColumn(1))});
  return pages;
}

void Store::State::load_speakers(CodedDocument& it) const {
  auto& speakers =
      bind_all(statement("SELECT name,kind FROM speaker WHERE document=? ORDER BY number"), it.id);
  while (speakers.executeStep())
    it.segmented.speakers.push_back(
        {text(speakers.getColumn(0)), number<SpeakerKind>(speakers.getColumn(1)), {}, {}});
  for (std::size_t i = 0; i < it.segmented.speakers.size(); ++i)
    it.segmented.speakers[i].attributes = attributes_of(it.id, static_cast<std::int64_t>(i) + 1);
}

void Store::State::load_passages(CodedDocument& it) const {
  auto& passages =
      bind_all(statement("SELECT kind,begin,end,speaker,start_ms,end_ms,words,part,page,"
                         "coded FROM passage WHERE id BETWEEN ? AND ? ORDER BY id"),
               first_of(it.id), last_of(it.id));
  while (passages.executeStep()) {
    Passage passage;
    passage.kind = number<PassageKind>(passages.getColumn(0));
    passage.span = span_at(passages, 1);
    passage.speaker = optional_number<std::uint32_t>(passages.getColumn(3));
    if (passage.speaker) --*passage.speaker;
    passage.start_ms = optional_number<std::int64_t>(passages.getColumn(4));
    passage.end_ms = optional_number<std::int64_t>(passages.getColumn(5));
    passage.part = number<PartKind>(passages.getColumn(7));
    passage.page = optional_number<std::uint32_t>(passages.getColumn(8));
    passage.is_coded = number<int>(passages.getColumn(9)) != 0;
    it.segmented.passages.push_back(passage);
    it.words.push_back(number<std::uint32_t>(passages.getColumn(6)));
  }
}

void Store::State::load_sentences(CodedDocument& it) const {
  auto& sentences = bind_all(
      statement("SELECT passage,begin,end FROM sentence WHERE id BETWEEN ? AND ? ORDER BY id"),
      first_of(it.id), last_of(it.id));
  while (sentences.executeStep()) {
    const auto at = static_cast<std::uint32_t>(it.segmented.sentences.size());
    Passage& passage =
        it.segmented.passages[ordinal_of(number<PassageId>(sentences.getColumn(0))) - 1];
    if (passage.end_sentence == 0) passage.first_sentence = at;
    passage.end_sentence = at + 1;
    it.segmented.sentences.push_back({span_at(sentences, 1), 0, 0});
  }
}

void Store::State::load_languages(CodedDocument& it) const {
  Segmented& segmented = it.segmented;
  auto& rows = bind_all(
      statement("SELECT passage,code,is_foreign FROM language WHERE document=? ORDER BY passage"),
      it.id);
  while (rows.executeStep()) {
    const auto passage = number<std::size_t>(rows.getColumn(0));
    const bool is_foreign = rows.getColumn(2).getInt() != 0;
    if (passage == 0) {  // comes first
      segmented.language = text(rows.getColumn(1));
      segmented.is_foreign = is_foreign;
      for (Passage& each : segmented.passages)
        each.language = segmented.language, each.is_foreign = is_foreign;
    } else if (passage <= segmented.passages.size()) {
      segmented.passages[passage - 1].language = text(rows.getColumn(1));
      segmented.passages[passage - 1].is_foreign = is_foreign;
    }
  }
}

std::optional<ShownPassage> Store::passage(PassageId id) const {
  return PassageReader(*this)(id);
}

ShownCoding Store::shown(CodingId id, Coding coding, const ShownPassage& passage) const {
  ShownCoding it{id, std::move(coding), {}, passage};
  const Span local{it.coding.span.begin - passage.span.begin,
                   it.coding.span.end - passage.span.begin};
  it.text = slice(passage.text, local);
  if (it.coding.status != CodingStatus::proposed) it.decision = decision(id);
  return it;
}

std::optional<ShownCoding> Store::coding(CodingId id) const try {
  auto& row = bind_all(
      state_->statement("SELECT id,passage,begin,end,factor,valence,modality,coder,status FROM "
                        "coding WHERE id=?"),
      id);
  if (!row.executeStep()) return std::nullopt;
  const auto place = number<PassageId>(row.getColumn(1));
  Coding coding = coding_at(row);
  coding.evidence = state_->evidence_of(id);
  const auto around = passage(place);
  return around ? std::optional(shown(id, std::move(coding), *around)) : std::nullopt;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<std::pair<CodingId, Coding>> Store::State::codings_in(PassageId id) const {
  std::vector<std::pair<CodingId, Coding>> codings;
  auto& rows = bind_all(
      statement("SELECT id,passage,begin,end,factor,valence,modality,coder,status FROM coding "
                "WHERE id BETWEEN ? AND ? AND passage=? ORDER BY id"),
      first_of(document_of(id)), last_of(document_of(id)), id);
  while (rows.executeStep())
    codings.emplace_back(number<CodingId>(rows.getColumn(0)), coding_at(rows));
  for (auto& [coding, it] : codings) it.evidence = evidence_of(coding);
  return codings;
}

std::vector<Coding> Store::plain_codings(PassageId id) const try {
  std::vector<Coding> codings;
  for (auto& [ignored, coding] : state_->codings_in(id)) codings.push_back(std::move(coding));
  return codings;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<ShownCoding> Store::codings(PassageId id) const {
  const auto around = passage(id);
  return around ? codings(*around) : std::vector<ShownCoding>();
}

std::vector<ShownCoding> Store::codings(const ShownPassage& around) const try {
  std::vector<ShownCoding> codings;
  for (auto& [id, coding] : state_->codings_in(around.id))
    codings.push_back(shown(id, std::move(coding), around));
  return codings;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<RunRecord> Store::last_run() const try {
  auto& row = state_->statement(
      "SELECT id,started,finished,program,lexicon,lexicon_hash,settings,documents,refused,warnings "
      "FROM run ORDER BY id DESC LIMIT 1");
  if (!row.executeStep()) return std::nullopt;
  RunRecord record{row.getColumn(0).getInt64(),
                   text(row.getColumn(1)),
                   text(row.getColumn(2)),
                   text(row.getColumn(3)),
                   text(row.getColumn(4)),
                   text(row.getColumn(5)),
                   text(row.getColumn(6)),
                   number<std::uint64_t>(row.getColumn(7)),
                   number<std::uint64_t>(row.getColumn(8)),
                   number<std::uint64_t>(row.getColumn(9))};
  row.tryReset();  // half read, it would hold its snapshot against a writer's first step
  return record;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<std::vector<Factor>> Store::factors(const std::string& lexicon_hash) const try {
  if (!state_->database->tableExists("factor")) return std::nullopt;
  std::vector<Factor> factors;
  auto& rows = bind_all(state_->statement("SELECT id,theme,label_nl,label_en FROM factor WHERE "
                                          "lexicon_hash=? ORDER BY number"),
                        lexicon_hash);
  while (rows.executeStep())
    factors.push_back({text(rows.getColumn(0)),
                       text(rows.getColumn(1)),
                       text(rows.getColumn(2)),
                       text(rows.getColumn(3)),
                       {},
                       {},
                       {}});
  if (factors.empty()) return std::nullopt;
  return factors;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<Outcome> Store::outcomes(std::int64_t run) const try {
  std::vector<Outcome> outcomes;
  auto& rows = bind_all(
      state_->statement("SELECT path,kind,hash,message FROM outcome WHERE run=? ORDER BY rowid"),
      run);
  while (rows.executeStep())
    outcomes.push_back({text(rows.getColumn(0)), text(rows.getColumn(1)), text(rows.getColumn(2)),
                        text(rows.getColumn(3))});
  return outcomes;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<UnplacedCoding> Store::unplaced() const try {
  std::vector<UnplacedCoding> unplaced;
  auto& rows = state_->statement(
      "SELECT path,quotation,coder,factor,valence,status,author,written,reason "
      "FROM unplaced ORDER BY id");
  while (rows.executeStep()) {
    unplaced.push_back({text(rows.getColumn(0)), text(rows.getColumn(1)), text(rows.getColumn(2)),
                        text(rows.getColumn(3)), number<Valence>(rows.getColumn(4))});
    if (std::string author = text(rows.getColumn(6)); !author.empty())
      unplaced.back().decision =
          CodingDecision{number<CodingStatus>(rows.getColumn(5)), std::move(author),
                         text(rows.getColumn(8)), text(rows.getColumn(7))};
  }
  return unplaced;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::vector<std::string> Store::check() const try {
  std::vector<std::string> found;
  SQLite::Statement integrity(*state_->database, "PRAGMA integrity_check");
  while (integrity.executeStep())
    if (const std::string line = text(integrity.getColumn(0)); line != "ok")
      found.push_back("database: " + line);
  SQLite::Statement keys(*state_->database, "PRAGMA foreign_key_check");
  while (keys.executeStep())
    found.push_back(tr("database: een rij van {} verwijst naar niets", text(keys.getColumn(0))));
  const auto count = [&](const char* sql, const auto& told) {
    SQLite::Statement row(*state_->database, sql);
    const std::int64_t number = row.executeStep() ? row.getColumn(0).getInt64() : 0;
    if (number > 0) found.push_back(told(static_cast<std::uint64_t>(number)));
  };
  count("SELECT count(*) FROM passage WHERE id>>20 NOT IN (SELECT id FROM document)",
        [](std::uint64_t n) {
          return tr_plural(n, "{} passage zonder document", "{} passages zonder document", n);
        });
  count(
      "SELECT count(*) FROM passage JOIN source ON source.document=passage.id>>20 WHERE "
      "passage.begin>passage.end OR passage.end>length(CAST(text AS BLOB))",
      [](std::uint64_t n) {
        return tr_plural(n, "{} passage buiten haar tekst", "{} passages buiten hun tekst", n);
      });
  count(
      "SELECT count(*) FROM sentence s JOIN passage p ON p.id=s.passage WHERE s.begin<p.begin OR "
      "s.end>p.end OR s.begin>s.end",
      [](std::uint64_t n) {
        return tr_plural(n, "{} zin buiten haar passage", "{} zinnen buiten hun passage", n);
      });
  count("SELECT count(*) FROM coding WHERE passage NOT IN (SELECT id FROM passage)",
        [](std::uint64_t n) {
          return tr_plural(n, "{} codering zonder passage", "{} coderingen zonder passage", n);
        });
  count(
      "SELECT count(*) FROM coding c JOIN passage p ON p.id=c.passage WHERE c.begin<p.begin OR "
      "c.end>p.end OR c.begin>=c.end",
      [](std::uint64_t n) {
        return tr_plural(n, "{} codering buiten haar passage", "{} coderingen buiten hun passage",
                         n);
      });
  return found;
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
