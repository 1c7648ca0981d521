#include "pipeline/store/passage_reader.h"

#include <vector>

#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"

namespace pipeline {
namespace {

struct KnownSpeaker {
  std::string name;
  SpeakerKind kind{};
  Attributes attributes;  // the speaker's own over the document's
};

struct KnownLanguage {
  std::string code;
  bool is_foreign = false;
};

}  // namespace

struct PassageReader::State {
  explicit State(const Store::State& from) : store(from) {}

  const Store::State& store;
  std::optional<DocumentId> read, described;  // whose text this is, and whose details
  std::string source, path;
  Attributes attributes;
  std::vector<KnownSpeaker> speakers;
  std::map<std::uint64_t, KnownLanguage> languages;  // by place from 1; 0: the document's

  bool read_source(DocumentId document) {
    if (read == document) return true;
    auto& row = bind_all(store.statement("SELECT text FROM source WHERE document=?"), document);
    if (!row.executeStep()) return false;
    source = text(row.getColumn(0));
    read = document;
    return true;
  }

  void describe(DocumentId document) {
    if (described == document) return;
    auto& row = bind_all(store.statement("SELECT path FROM document WHERE id=?"), document);
    path = row.executeStep() ? text(row.getColumn(0)) : std::string();
    attributes = store.attributes_of(document, 0);
    read_speakers(document);
    read_languages(document);
    described = document;
  }

  void read_speakers(DocumentId document) {
    speakers.clear();
    auto& rows =
        bind_all(store.statement("SELECT name,kind FROM speaker WHERE document=? ORDER BY number"),
                 document);
    while (rows.executeStep())
      speakers.push_back({text(rows.getColumn(0)), number<SpeakerKind>(rows.getColumn(1)), {}});
    for (std::size_t i = 0; i < speakers.size(); ++i)
      speakers[i].attributes =
          merged(attributes, store.attributes_of(document, static_cast<std::int64_t>(i) + 1));
  }

  void read_languages(DocumentId document) {
    languages.clear();
    auto& rows = bind_all(
        store.statement("SELECT passage,code,is_foreign FROM language WHERE document=?"), document);
    while (rows.executeStep())
      languages[number<std::uint64_t>(rows.getColumn(0))] = {text(rows.getColumn(1)),
                                                             rows.getColumn(2).getInt() != 0};
  }

  // `speaker`: a number of its document, from 1.
  std::optional<ShownPassage> words(PassageId id, std::optional<std::size_t>& speaker) {
    auto& row = bind_all(store.statement("SELECT kind,begin,end,speaker,start_ms,end_ms,part,page "
                                         "FROM passage WHERE id=?"),
                         id);
    if (!row.executeStep() || !read_source(document_of(id))) return std::nullopt;
    ShownPassage it;
    it.id = id;
    it.kind = number<PassageKind>(row.getColumn(0));
    it.span = span_at(row, 1);
    speaker = optional_number<std::size_t>(row.getColumn(3));
    it.start_ms = optional_number<std::int64_t>(row.getColumn(4));
    it.end_ms = optional_number<std::int64_t>(row.getColumn(5));
    it.part = number<PartKind>(row.getColumn(6));
    it.page = optional_number<std::uint32_t>(row.getColumn(7));
    it.text = std::string_view(source).substr(it.span.begin, length(it.span));
    return it;
  }

  void add_details(ShownPassage& it, std::optional<std::size_t> speaker) {
    describe(document_of(it.id));
    it.path = path;
    auto language = languages.find(ordinal_of(it.id));
    if (language == languages.end()) language = languages.find(0);
    if (language != languages.end()) {
      it.language = language->second.code;
      it.is_foreign = language->second.is_foreign;
    }
    it.attributes = attributes;
    if (!speaker || *speaker > speakers.size()) return;
    const KnownSpeaker& who = speakers[*speaker - 1];
    it.speaker = who.name;
    it.speaker_kind = who.kind;
    it.attributes = who.attributes;
  }
};

PassageReader::PassageReader(const Store& store) : state_(new State(*store.state_)) {}
PassageReader::~PassageReader() = default;
PassageReader::PassageReader(PassageReader&&) noexcept = default;

std::optional<ShownPassage> PassageReader::operator()(PassageId id) try {
  std::optional<std::size_t> speaker;
  auto it = state_->words(id, speaker);
  if (it) state_->add_details(*it, speaker);
  return it;
} catch (const SQLite::Exception& e) {
  fail(e);
}

std::optional<ShownPassage> PassageReader::words(PassageId id) try {
  std::optional<std::size_t> speaker;
  return state_->words(id, speaker);
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
