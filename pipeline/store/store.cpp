#include "pipeline/store/store.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>
#include <utility>

#include "pipeline/model/coder.h"
#include "pipeline/store/bind.h"
#include "pipeline/store/place.h"
#include "pipeline/store/state.h"

namespace pipeline {
namespace {

// Of any version, as a new version speaks in the place of the old one.
bool is_lexicon(std::string_view coder) {
  return coder_kind(coder) == CoderKind::lexicon;
}

// What a person coded or decided on; it outlives every run.
bool is_persons(const Coding& coding) {
  return coding.status != CodingStatus::proposed || is_person(coding.coder);
}

// What no run of the lexicon makes anew.
bool is_kept(const Coding& coding) {
  return coding.status != CodingStatus::proposed || !is_lexicon(coding.coder);
}

using Claim = std::tuple<Span, FactorId, Valence>;
Claim claim_of(const Coding& coding) {
  return {coding.span, coding.factor, coding.valence};
}

struct Kept {
  CodingId id{};
  Coding coding;
};

std::optional<std::uint32_t> passage_around(const Segmented& segmented, Span span) {
  const auto after = std::ranges::upper_bound(segmented.passages, span.begin, {},
                                              [](const Passage& p) { return p.span.begin; });
  if (after == segmented.passages.begin()) return std::nullopt;
  const auto passage = std::prev(after);
  if (!contains(passage->span, span)) return std::nullopt;
  return static_cast<std::uint32_t>(passage - segmented.passages.begin());
}

// Moves a kept coding into the new text, with its evidence; false: its words are gone, or run over
// the edge of a passage now.
bool move_into(Coding& coding, const std::string& former, const CodedDocument& changed) {
  const std::string& text = changed.document.source;
  if (former != text) {
    const auto span = place_again(former, coding.span, text);
    if (!span) return false;
    for (Evidence& evidence : coding.evidence)
      evidence.match = place_again(former, evidence.match, text).value_or(*span);
    coding.span = *span;
  }
  const auto passage = passage_around(changed.segmented, coding.span);
  if (passage) coding.passage = *passage;
  return passage.has_value();
}

void rename(CodedDocument& former, const Store::Renamed& renamed) {
  AlignedText now = renamed(former.document.source);
  for (Coding& coding : former.codings) {
    coding.span = now.map.to_derived(coding.span);
    for (Evidence& evidence : coding.evidence) evidence.match = now.map.to_derived(evidence.match);
  }
  former.document.source = std::move(now.text);
}

}  // namespace

SQLite::Statement& Store::State::statement(const char* sql) const {
  auto& slot = statements[sql];
  if (!slot) slot = std::make_unique<SQLite::Statement>(*database, sql);
  slot->reset();
  return *slot;
}

SQLite::Transaction Store::State::begin() {
  // A half-read SELECT would hold its snapshot and keep the write-ahead log from being emptied.
  for (const auto& [sql, statement] : statements) statement->tryReset();
  return SQLite::Transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

void Store::State::clear(DocumentId id) {
  const std::int64_t first = first_of(id), last = last_of(id);
  run(statement("DELETE FROM evidence WHERE coding BETWEEN ? AND ?"), first, last);
  run(statement("DELETE FROM coding WHERE id BETWEEN ? AND ?"), first, last);
  run(statement("DELETE FROM sentence WHERE id BETWEEN ? AND ?"), first, last);
  run(statement("DELETE FROM passage WHERE id BETWEEN ? AND ?"), first, last);
  run(statement("DELETE FROM document WHERE id = ?"),
      id);  // source, speakers, attributes hang on it
}

void Store::State::insert_attributes(DocumentId id, std::size_t speaker,
                                     const Attributes& attributes) {
  for (const auto& [name, value] : attributes)
    run(statement("INSERT INTO attribute VALUES(?,?,?,?)"), id, speaker, name, value);
}

void Store::State::insert_document(const CodedDocument& it) {
  std::uint64_t words = 0;
  for (const std::uint32_t count : it.words) words += count;
  run(statement("INSERT INTO document VALUES(?,?,?,?,?,?,?,?,?)"), it.id, it.path,
      it.document.format, it.stamp.bytes, it.stamp.modified_ns, it.stamp.hash, it.stamp.origin,
      it.key, words);
  run(statement("INSERT INTO source VALUES(?,?,?)"), it.id, it.document.source, it.text_hash);
  insert_attributes(it.id, 0, it.document.attributes);
  std::size_t number = 0;
  for (const Caption& caption : it.document.captions)
    run(statement("INSERT INTO caption VALUES(?,?,?,?,?,?,?)"), it.id, ++number, caption.span.begin,
        caption.span.end, caption.speaker, caption.start_ms, caption.end_ms);
  number = 0;
  for (const TextPart& part : it.document.parts)
    run(statement("INSERT INTO part VALUES(?,?,?,?,?)"), it.id, ++number, part.span.begin,
        part.span.end, part.kind);
  number = 0;
  for (const PageStart& page : it.document.pages)
    run(statement("INSERT INTO page VALUES(?,?,?,?)"), it.id, ++number, page.begin, page.number);
  number = 0;
  for (const Speaker& speaker : it.segmented.speakers) {
    run(statement("INSERT INTO speaker VALUES(?,?,?,?)"), it.id, ++number, speaker.name,
        speaker.kind);
    insert_attributes(it.id, number, speaker.attributes);
  }
}

void Store::State::insert_passages(const CodedDocument& it) {
  const Segmented& segmented = it.segmented;
  for (std::size_t i = 0; i < segmented.passages.size(); ++i) {
    const Passage& passage = segmented.passages[i];
    const PassageId id = passage_id(it.id, i + 1);
    std::optional<std::uint32_t> speaker;
    if (passage.speaker) speaker = *passage.speaker + 1;
    run(statement("INSERT INTO passage VALUES(?,?,?,?,?,?,?,?,?,?,?)"), id, passage.kind,
        passage.span.begin, passage.span.end, speaker, passage.start_ms, passage.end_ms,
        it.words[i], passage.part, passage.page, passage.is_coded ? 1 : 0);
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
      run(statement("INSERT INTO sentence VALUES(?,?,?,?)"),
          first_of(it.id) + static_cast<std::int64_t>(s) + 1, id, segmented.sentences[s].span.begin,
          segmented.sentences[s].span.end);
  }
}

// Most passages are in the language of their document.
void Store::State::insert_languages(const CodedDocument& it) {
  if (it.segmented.language.empty()) return;
  const auto insert = [&](std::size_t passage, const std::string& code, bool is_foreign) {
    run(statement("INSERT INTO language VALUES(?,?,?,?)"), it.id, passage, code, is_foreign);
  };
  const std::string& main = it.segmented.language;
  insert(0, main, it.segmented.is_foreign);
  for (std::size_t i = 0; i < it.segmented.passages.size(); ++i)
    if (const Passage& passage = it.segmented.passages[i]; passage.language != main)
      insert(i + 1, passage.language, passage.is_foreign);
}

void Store::State::insert_coding(CodingId id, const Coding& coding) {
  run(statement("INSERT INTO coding VALUES(?,?,?,?,?,?,?,?,?)"), id,
      passage_id(document_of(id), coding.passage + 1), coding.span.begin, coding.span.end,
      coding.factor, coding.valence, coding.modality, coding.coder, coding.status);
  std::size_t number = 0;
  for (const Evidence& evidence : coding.evidence)
    run(statement("INSERT INTO evidence VALUES(?,?,?,?,?,?,?)"), id, ++number, evidence.kind,
        evidence.rule, evidence.source, evidence.match.begin, evidence.match.end);
}

void Store::State::set_aside(const std::string& path, const std::string& former,
                             DocumentId document, const Coding& coding,
                             const std::optional<CodingDecision>& decision) {
  const std::string quotation(slice(former, coding.span));
  const CodingDecision decided = decision.value_or(CodingDecision{});
  run(statement("INSERT INTO unplaced(document,path,quotation,factor,valence,modality,coder,status,"
                "author,written,reason) VALUES(?,?,?,?,?,?,?,?,?,?,?)"),
      document, path, quotation, coding.factor, coding.valence, coding.modality, coding.coder,
      coding.status, decided.author, decided.written, decided.reason);
}

Saved Store::save(const CodedDocument& document, const Renamed& renamed) try {
  assert(document.segmented.passages.size() <= max_ordinal &&
         document.segmented.sentences.size() <= max_ordinal &&
         document.codings.size() <= max_ordinal);
  std::optional<CodedDocument> former = load(document.id);
  if (former && renamed) rename(*former, renamed);
  SQLite::Transaction transaction = state_->begin();
  Saved saved;
  std::map<std::uint32_t, Coding> placed;  // by ordinal: a person's codings keep their ids
  std::map<CodingId, double> probabilities;
  std::map<CodingId, CodingDecision> decisions;
  std::set<Claim> decided;
  if (former) {
    const std::vector<CodingId> ids = state_->coding_ids(document.id);
    for (std::size_t i = 0; i < former->codings.size(); ++i) {
      Coding coding = former->codings[i];
      if (!is_kept(coding)) continue;
      if (move_into(coding, former->document.source, document)) {
        if (const auto known = probability(ids[i])) probabilities.emplace(ids[i], *known);
        if (const auto known = decision(ids[i])) decisions.emplace(ids[i], *known);
        if (is_lexicon(coding.coder)) decided.insert(claim_of(coding));
        placed.emplace(ordinal_of(ids[i]), std::move(coding));
        ++saved.moved;
      } else if (is_persons(coding)) {
        state_->set_aside(former->path, former->document.source, document.id, former->codings[i],
                          decision(ids[i]));
        ++saved.set_aside;
      }
    }
    state_->clear(document.id);
  }
  state_->insert_document(document);
  state_->insert_passages(document);
  state_->insert_languages(document);
  state_->insert_origins(document);
  for (const auto& [ordinal, coding] : placed) {
    state_->insert_coding(coding_id(document.id, ordinal), coding);
    saved.codings.push_back(coding);
  }
  for (const auto& [id, value] : probabilities) state_->insert_probability(id, value);
  for (const auto& [id, it] : decisions) state_->insert_decision(id, it);
  std::uint32_t ordinal = 0;
  for (const Coding& coding : document.codings) {
    if (decided.contains(claim_of(coding))) continue;
    do ++ordinal;
    while (placed.contains(ordinal));
    state_->insert_coding(coding_id(document.id, ordinal), coding);
    saved.codings.push_back(coding);
  }
  transaction.commit();
  return saved;
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::restamp(const std::vector<std::pair<DocumentId, FileStamp>>& documents) try {
  if (documents.empty()) return;
  SQLite::Transaction transaction = state_->begin();
  for (const auto& [id, stamp] : documents)
    run(state_->statement(
            "UPDATE document SET bytes=?, modified_ns=?, hash=?, origin=? WHERE id=?"),
        stamp.bytes, stamp.modified_ns, stamp.hash, stamp.origin, id);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::remove(DocumentId id) try {
  const std::optional<CodedDocument> former = load(id);
  if (!former) return;
  const std::vector<CodingId> ids = state_->coding_ids(id);
  SQLite::Transaction transaction = state_->begin();
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (const Coding& coding = former->codings[i]; is_persons(coding))
      state_->set_aside(former->path, former->document.source, id, coding, decision(ids[i]));
  state_->clear(id);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

CodingId Store::add_coding(DocumentId document, const Coding& coding) try {
  const std::vector<CodingId> ids = state_->coding_ids(document);
  const CodingId id = coding_id(document, ids.empty() ? 1 : ordinal_of(ids.back()) + 1);
  SQLite::Transaction transaction = state_->begin();
  state_->insert_coding(id, coding);
  transaction.commit();
  return id;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::int64_t Store::begin_run(const RunRecord& record) try {
  run(state_->statement(
          "INSERT INTO run(started,program,lexicon,lexicon_hash,settings) VALUES(?,?,?,?,?)"),
      record.started, record.program, record.lexicon, record.lexicon_hash, record.settings);
  return state_->database->getLastInsertRowid();
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::end_run(const RunRecord& record, const std::vector<Outcome>& outcomes) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement("UPDATE run SET finished=?, documents=?, refused=?, warnings=? WHERE id=?"),
      record.finished, record.documents, record.refused, record.warnings, record.id);
  for (const Outcome& outcome : outcomes)
    run(state_->statement("INSERT INTO outcome VALUES(?,?,?,?,?)"), record.id, outcome.path,
        outcome.kind, outcome.hash, outcome.message.stored());
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::keep_factors(const std::string& lexicon_hash, std::span<const Factor> factors) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement("DELETE FROM factor"));
  for (const Factor& it : factors)
    run(state_->statement(
            "INSERT INTO factor(lexicon_hash,id,theme,label_nl,label_en) VALUES(?,?,?,?,?)"),
        lexicon_hash, it.id, it.theme, it.label_nl, it.label_en);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
