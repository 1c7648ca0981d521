// What is kept of a document beside its text: what its file says of itself, by what its text is
// known again, and attributes that change while the text stays.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

// Eight bytes a number, lowest first, whatever the machine.
std::string bytes_of(const std::vector<std::uint64_t>& numbers) {
  std::string bytes;
  for (std::uint64_t number : numbers)
    for (int i = 0; i < 8; ++i, number >>= 8U) bytes += static_cast<char>(number & 0xFFU);
  return bytes;
}

std::vector<std::uint64_t> numbers_of(std::string_view bytes) {
  std::vector<std::uint64_t> numbers(bytes.size() / 8);
  for (std::size_t i = 0; i < numbers.size() * 8; ++i)
    numbers[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (i % 8 * 8);
  return numbers;
}

}  // namespace

void Store::State::insert_origins(const CodedDocument& it) {
  if (it.own_attributes) {
    run(statement("INSERT INTO own VALUES(?)"), it.id);
    for (const auto& [name, value] : *it.own_attributes)
      run(statement("INSERT INTO own_attribute VALUES(?,?,?)"), it.id, name, value);
  }
  if (it.print.hash.empty()) return;
  const std::string sketch = bytes_of(it.print.sketch);
  auto& row = bind_all(statement("INSERT INTO print VALUES(?,?,?,?)"), it.id, it.print.words,
                       it.print.hash);
  row.bindNoCopy(4, sketch.data(), static_cast<int>(sketch.size()));
  row.exec();
}

void Store::State::load_origins(CodedDocument& it) const {
  // A study that an older program made, and that nobody may write now, has none of the tables.
  if (!database->tableExists("print")) return;
  auto& own = bind_all(statement("SELECT 1 FROM own WHERE document=?"), it.id);
  if (own.executeStep()) {
    it.own_attributes.emplace();
    auto& rows =
        bind_all(statement("SELECT name,value FROM own_attribute WHERE document=?"), it.id);
    while (rows.executeStep())
      it.own_attributes->emplace(text(rows.getColumn(0)), text(rows.getColumn(1)));
  }
  auto& print = bind_all(statement("SELECT words,hash,sketch FROM print WHERE document=?"), it.id);
  if (print.executeStep())
    it.print = {number<std::uint64_t>(print.getColumn(0)), text(print.getColumn(1)),
                numbers_of(text(print.getColumn(2)))};
}

void Store::describe(std::vector<StoredDocument>& documents) const try {
  const auto find = [&](const SQLite::Column& id) {
    return std::ranges::lower_bound(documents, number<DocumentId>(id), {}, &StoredDocument::id);
  };
  auto& speakers = state_->statement(
      "SELECT s.document,s.name,s.kind,a.value FROM speaker s LEFT JOIN attribute a ON "
      "a.document=s.document AND a.speaker=s.number AND a.name='interviewer' "
      "ORDER BY s.document,s.number");
  while (speakers.executeStep())
    if (const auto it = find(speakers.getColumn(0)); it != documents.end())
      it->speakers.push_back(
          {text(speakers.getColumn(1)), number<SpeakerKind>(speakers.getColumn(2)),
           speakers.getColumn(3).isNull() ? std::string() : text(speakers.getColumn(3))});
  if (!state_->database->tableExists("own")) return;
  auto& own = state_->statement("SELECT document FROM own");
  while (own.executeStep())
    if (const auto it = find(own.getColumn(0)); it != documents.end())
      it->has_own_attributes = true;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::map<DocumentId, TextPrint> Store::prints() const try {
  std::map<DocumentId, TextPrint> prints;
  if (!state_->database->tableExists("print")) return prints;
  auto& rows = state_->statement("SELECT document,words,hash,sketch FROM print");
  while (rows.executeStep())
    prints[number<DocumentId>(rows.getColumn(0))] = {number<std::uint64_t>(rows.getColumn(1)),
                                                     text(rows.getColumn(2)),
                                                     numbers_of(text(rows.getColumn(3)))};
  return prints;
} catch (const SQLite::Exception& e) {
  fail(e);
}

void Store::save_attributes(const CodedDocument& it) try {
  SQLite::Transaction transaction = state_->begin();
  run(state_->statement(
          "UPDATE document SET bytes=?,modified_ns=?,hash=?,origin=?,key=? WHERE id=?"),
      it.stamp.bytes, it.stamp.modified_ns, it.stamp.hash, it.stamp.origin, it.key, it.id);
  run(state_->statement("DELETE FROM attribute WHERE document=?"), it.id);
  state_->insert_attributes(it.id, 0, it.document.attributes);
  std::size_t number = 0;
  for (const Speaker& speaker : it.segmented.speakers)
    state_->insert_attributes(it.id, ++number, speaker.attributes);
  transaction.commit();
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
