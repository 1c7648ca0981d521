#include <algorithm>
#include <unordered_map>

#include "pipeline/store/bind.h"
#include "pipeline/store/state.h"
#include "pipeline/store/store.h"

namespace pipeline {
namespace {

// Numbers strings as they come: "vertrouwen" -> 0, "gemeente" -> 1, "vertrouwen" -> 0.
class Numbering {
 public:
  explicit Numbering(std::vector<std::string>& names) : names_(names) {}
  std::uint32_t operator()(const std::string& name) {
    const auto [it, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(name);
    return it->second;
  }

 private:
  std::vector<std::string>& names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

using DocumentRows = std::unordered_map<std::int64_t, std::uint32_t>;
using SpeakerRows = std::map<std::pair<std::uint32_t, std::int64_t>, std::uint32_t>;

std::uint32_t next(const auto& rows) {
  return static_cast<std::uint32_t>(rows.size());
}

}  // namespace

// The facts as they are put together: where each document and speaker stands in them.
struct FactsBuilder {
  const Store::State& store;
  CorpusFacts facts = {};
  DocumentRows documents = {};
  SpeakerRows speakers = {};

  void add_documents() {
    auto& rows = store.statement("SELECT id,path FROM document ORDER BY id");
    while (rows.executeStep()) {
      documents[rows.getColumn(0).getInt64()] = next(facts.documents);
      facts.documents.push_back(
          {number<DocumentId>(rows.getColumn(0)), text(rows.getColumn(1)), {}});
    }
  }

  void add_speakers() {
    auto& rows =
        store.statement("SELECT document,number,name,kind FROM speaker ORDER BY document,number");
    while (rows.executeStep()) {
      const std::uint32_t document = documents.at(rows.getColumn(0).getInt64());
      speakers[{document, rows.getColumn(1).getInt64()}] = next(facts.speakers);
      facts.speakers.push_back(
          {document, text(rows.getColumn(2)), number<SpeakerKind>(rows.getColumn(3)), {}});
    }
  }

  void add_attributes() {
    auto& rows = store.statement("SELECT document,speaker,name,value FROM attribute");
    while (rows.executeStep()) {
      const std::uint32_t document = documents.at(rows.getColumn(0).getInt64());
      const std::int64_t speaker = rows.getColumn(1).getInt64();
      Attributes& to = speaker == 0 ? facts.documents[document].attributes
                                    : facts.speakers[speakers.at({document, speaker})].attributes;
      to[text(rows.getColumn(2))] = text(rows.getColumn(3));
    }
    for (auto& speaker : facts.speakers) {
      // Their own: what holds for a document is nobody in particular.
      if (const auto it = speaker.attributes.find(person_attribute); it != speaker.attributes.end())
        speaker.person = it->second;
      speaker.attributes = merged(facts.documents[speaker.document].attributes, speaker.attributes);
    }
  }

  void add_passages() {
    auto& rows = store.statement("SELECT id,speaker,words,part,coded FROM passage ORDER BY id");
    while (rows.executeStep()) {
      CorpusFacts::PassageRow row;
      row.id = number<PassageId>(rows.getColumn(0));
      row.document = documents.at(static_cast<std::int64_t>(document_of(row.id)));
      if (const auto speaker = optional_number<std::int64_t>(rows.getColumn(1)))
        row.speaker = speakers.at({row.document, *speaker});
      row.words = number<std::uint32_t>(rows.getColumn(2));
      row.part = number<PartKind>(rows.getColumn(3));
      row.is_coded = number<int>(rows.getColumn(4)) != 0;
      facts.passages.push_back(row);
    }
  }

  // Passages come before it, in the order of their ids. A document's language comes before those
  // of its passages.
  void add_languages() {
    auto& rows = store.statement(
        "SELECT document,passage,is_foreign FROM language ORDER BY document,passage");
    while (rows.executeStep()) {
      const auto document = number<DocumentId>(rows.getColumn(0));
      const auto passage = number<std::uint64_t>(rows.getColumn(1));
      const bool is_foreign = rows.getColumn(2).getInt() != 0;
      auto at = std::ranges::lower_bound(facts.passages, passage_id(document, passage), {},
                                         &CorpusFacts::PassageRow::id);
      for (; at != facts.passages.end() && document_of(at->id) == document; ++at) {
        if (passage != 0 && at->id != passage_id(document, passage)) break;
        at->is_foreign = is_foreign;
      }
    }
  }

  // Passages come before it: a coding without one is damage that `check` reports.
  void add_codings() {
    Numbering factor(facts.factors), coder(facts.coders);
    auto& rows = store.statement(
        "SELECT id,passage,begin,end,factor,valence,modality,coder,status FROM coding ORDER BY id");
    while (rows.executeStep()) {
      const auto passage = number<PassageId>(rows.getColumn(1));
      const auto at =
          std::ranges::lower_bound(facts.passages, passage, {}, &CorpusFacts::PassageRow::id);
      if (at == facts.passages.end() || at->id != passage) continue;
      facts.codings.push_back(
          {number<CodingId>(rows.getColumn(0)),
           static_cast<std::uint32_t>(at - facts.passages.begin()), span_at(rows, 2),
           factor(text(rows.getColumn(4))), number<Valence>(rows.getColumn(5)),
           number<Modality>(rows.getColumn(6)), number<CodingStatus>(rows.getColumn(8)),
           coder(text(rows.getColumn(7)))});
    }
  }
};

CorpusFacts Store::facts() const try {
  FactsBuilder builder{*state_};
  builder.add_documents();
  builder.add_speakers();
  builder.add_attributes();
  builder.add_passages();
  builder.add_languages();
  builder.add_codings();
  return std::move(builder.facts);
} catch (const SQLite::Exception& e) {
  fail(e);
}

EvidenceFacts Store::evidence(const CorpusFacts& facts) const try {
  EvidenceFacts evidence;
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers;
  auto coding = facts.codings.begin();
  auto& rows = state_->statement(
      "SELECT coding,kind,rule,source FROM evidence WHERE kind IN (?,?) ORDER BY coding,number");
  bind_all(rows, Evidence::Kind::pattern, Evidence::Kind::outranked);
  while (rows.executeStep()) {
    const auto id = number<CodingId>(rows.getColumn(0));
    coding =
        std::ranges::lower_bound(coding, facts.codings.end(), id, {}, &CorpusFacts::CodingRow::id);
    if (coding == facts.codings.end()) break;
    if (coding->id != id) continue;
    const auto [it, is_new] =
        numbers.try_emplace({text(rows.getColumn(2)), text(rows.getColumn(3))},
                            static_cast<std::uint32_t>(evidence.rules.size()));
    if (is_new) evidence.rules.push_back({it->first.first, it->first.second});
    evidence.rows.push_back({static_cast<std::uint32_t>(coding - facts.codings.begin()), it->second,
                             number<Evidence::Kind>(rows.getColumn(1))});
  }
  return evidence;
} catch (const SQLite::Exception& e) {
  fail(e);
}

}  // namespace pipeline
