#include <xapian.h>

#include <algorithm>
#include <optional>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/index.h"
#include "pipeline/index/passage_document.h"
#include "pipeline/index/passage_terms.h"
#include "pipeline/index/stream.h"
#include "pipeline/index/terms.h"
#include "pipeline/index/values.h"
#include "pipeline/model/part.h"

namespace pipeline {
namespace {

std::string_view kind_word(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::interviewer:
      return "interviewer";
    case SpeakerKind::respondent:
      return "respondent";
    case SpeakerKind::unknown:
      break;
  }
  return "onbekend";
}

bool is_date(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char c, char expected) {
           return expected == 'd' ? c >= '0' && c <= '9' : c == expected;
         });
}

// What every passage of one speaker (or of nobody) has in common.
struct Common {
  std::vector<std::string> terms;
  std::string date;
};

Common common_of(const IndexedDocument& document, const Speaker* speaker) {
  Attributes attributes = speaker ? speaker->attributes : Attributes();
  attributes.insert(document.attributes.begin(), document.attributes.end());
  Common common;
  for (const auto& [name, value] : attributes)
    if (!folded_value(value).empty()) common.terms.push_back(attribute_term(name, value));
  common.terms.push_back(term_of(prefix::path, document.path));
  if (speaker) {
    common.terms.push_back(term_of(prefix::speaker, folded_value(speaker->name)));
    common.terms.push_back(term_of(prefix::speaker_kind, kind_word(speaker->kind)));
  }
  const auto date = attributes.find("datum");
  if (date != attributes.end() && is_date(date->second)) common.date = date->second;
  return common;
}

// Of a document, by who speaks.
class Commons {
 public:
  Commons(const IndexedDocument& document, const Segmented& segmented)
      : nobody_(common_of(document, nullptr)) {
    for (const Speaker& speaker : segmented.speakers)
      speakers_.push_back(common_of(document, &speaker));
  }
  const Common& of(const Passage& passage) const {
    return passage.speaker ? speakers_[*passage.speaker] : nobody_;
  }

 private:
  Common nobody_;
  std::vector<Common> speakers_;
};

}  // namespace

struct IndexShard::State {
  State(const std::filesystem::path& folder, const Vocabulary& vocabulary, IndexOptions options)
      : database(folder.string(),
                 Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST),
        terms(vocabulary, options.exact_forms) {
    database.set_metadata(std::string(metadata::format), std::string(index_format));
    database.set_metadata(std::string(metadata::forms), options.exact_forms ? "1" : "0");
  }

  Xapian::WritableDatabase database;
  PassageTerms terms;
  std::vector<StreamTerm> placed;  // kept for its memory

  void add(std::string id, std::string stream, const Common& common, const Passage& passage) {
    const PassageValues values{std::move(id), common.date, std::move(stream)};
    std::vector<std::string> whole = common.terms;
    whole.push_back(term_of(prefix::part, part_name(passage.part)));
    if (passage.page) whole.push_back(term_of(prefix::page, std::to_string(*passage.page)));
    if (!passage.language.empty()) whole.push_back(term_of(prefix::language, passage.language));
    database.add_document(passage_document(values, whole, placed));
  }
};

IndexShard::IndexShard(const std::filesystem::path& folder, const Vocabulary& vocabulary,
                       IndexOptions options) {
  std::filesystem::create_directories(folder);
  state_ = guarded([&] { return std::make_unique<State>(folder, vocabulary, options); });
}
IndexShard::~IndexShard() = default;
IndexShard::IndexShard(IndexShard&&) noexcept = default;
IndexShard& IndexShard::operator=(IndexShard&&) noexcept = default;

void IndexShard::add(const IndexedDocument& document, const Segmented& segmented,
                     const Analysed& analysed, std::span<const Coding> codings) {
  const std::vector<const Coding*> sorted = by_passage(codings);
  const Commons commons(document, segmented);
  guarded([&] {
    for (std::uint32_t i = 0; i < segmented.passages.size(); ++i) {
      const Passage& passage = segmented.passages[i];
      state_->terms.read(segmented, passage, analysed, of_passage(sorted, i));
      state_->add(passage_value(passage_id(document.id, i + 1)), state_->terms.stream(),
                  commons.of(passage), passage);
    }
    state_->database.set_metadata(document_key(document.id), document.key);
  });
}

bool IndexShard::copy(const Index& former, const IndexedDocument& document,
                      const Segmented& segmented) {
  const Commons commons(document, segmented);
  return guarded([&] {
    const Xapian::Database& source = former.database();
    const std::string path = term_of(prefix::path, document.path);
    // The passages of a document stand together, in order.
    const std::vector<Xapian::docid> held(source.postlist_begin(path), source.postlist_end(path));
    if (held.size() != segmented.passages.size()) return false;
    auto ids = source.valuestream_begin(slot::passage);
    auto streams = source.valuestream_begin(slot::stream);
    std::vector<std::string> copied;
    for (std::uint32_t i = 0; i < held.size(); ++i) {
      if (value_of(ids, held[i]) != passage_value(passage_id(document.id, i + 1))) return false;
      copied.push_back(value_of(streams, held[i]));
    }
    for (std::uint32_t i = 0; i < held.size(); ++i)
      state_->add(passage_value(passage_id(document.id, i + 1)), std::move(copied[i]),
                  commons.of(segmented.passages[i]), segmented.passages[i]);
    state_->database.set_metadata(document_key(document.id), document.key);
    return true;
  });
}

void IndexShard::finish() {
  guarded([&] { state_->database.close(); });
}

}  // namespace pipeline
