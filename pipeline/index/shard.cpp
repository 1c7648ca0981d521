#include <xapian.h>

#include <algorithm>
#include <optional>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/index.h"
#include "pipeline/index/passage_terms.h"
#include "pipeline/index/stream.h"
#include "pipeline/index/terms.h"

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
  common.terms.push_back(document_term(document.id));
  if (speaker) {
    common.terms.push_back(term_of(prefix::speaker, folded_value(speaker->name)));
    common.terms.push_back(term_of(prefix::speaker_kind, kind_word(speaker->kind)));
  }
  const auto date = attributes.find("datum");
  if (date != attributes.end() && is_date(date->second)) common.date = date->second;
  return common;
}

std::string id_value(PassageId id) {
  std::string value(8, '\0');
  auto rest = static_cast<std::uint64_t>(id);
  for (auto byte = value.rbegin(); byte != value.rend(); ++byte, rest >>= 8)
    *byte = static_cast<char>(rest & 0xFF);
  return value;
}

}  // namespace

struct IndexShard::State {
  State(const std::filesystem::path& folder, const Vocabulary& vocabulary, IndexOptions options)
      : database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC),
        terms(vocabulary, options.exact_forms) {
    database.set_metadata(std::string(metadata::format), std::string(index_format));
    database.set_metadata(std::string(metadata::forms), options.exact_forms ? "1" : "0");
  }

  void add_passage(PassageId id, const Common& common);

  Xapian::WritableDatabase database;
  PassageTerms terms;
  std::vector<StreamTerm> placed;  // kept for its memory
  std::string term;
};

void IndexShard::State::add_passage(PassageId id, const Common& common) {
  read_stream(terms.stream(), placed);
  // Each term is given to Xapian once, with its count.
  std::sort(placed.begin(), placed.end(),
            [](const StreamTerm& a, const StreamTerm& b) { return a.term < b.term; });
  Xapian::Document passage;
  for (auto it = placed.begin(); it != placed.end();) {
    const auto next = std::find_if(
        it, placed.end(), [&it](const StreamTerm& other) { return other.term != it->term; });
    term = it->term;
    passage.add_term(term, static_cast<Xapian::termcount>(next - it));
    it = next;
  }
  for (const std::string& boolean : common.terms) passage.add_boolean_term(boolean);
  passage.add_value(slot::passage, id_value(id));
  if (!common.date.empty()) passage.add_value(slot::date, common.date);
  passage.add_value(slot::stream, terms.stream());
  database.add_document(passage);
}

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
      state_->add_passage(passage_id(document.id, i + 1),
                          passage.speaker ? speakers[*passage.speaker] : nobody);
    }
    state_->database.set_metadata(
        std::string(metadata::document) + std::to_string(static_cast<std::uint32_t>(document.id)),
        document.key);
  });
}

void IndexShard::finish() {
  guarded([&] { state_->database.close(); });
}

}  // namespace pipeline
