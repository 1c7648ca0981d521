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
  const Common nobody = common_of(document, nullptr);
  std::vector<Common> speakers;
  for (const Speaker& speaker : segmented.speakers)
    speakers.push_back(common_of(document, &speaker));
  guarded([&] {
    for (std::uint32_t i = 0; i < segmented.passages.size(); ++i) {
      const Passage& passage = segmented.passages[i];
      state_->terms.read(segmented, passage, analysed, of_passage(sorted, i));
      const Common& common = passage.speaker ? speakers[*passage.speaker] : nobody;
      const PassageValues values{passage_value(passage_id(document.id, i + 1)), common.date,
                                 state_->terms.stream()};
      std::vector<std::string> whole = common.terms;
      whole.push_back(term_of(prefix::part, part_name(passage.part)));
      if (passage.page) whole.push_back(term_of(prefix::page, std::to_string(*passage.page)));
      state_->database.add_document(passage_document(values, whole, state_->placed));
    }
    state_->database.set_metadata(document_key(document.id), document.key);
  });
}

void IndexShard::finish() {
  guarded([&] { state_->database.close(); });
}

}  // namespace pipeline
