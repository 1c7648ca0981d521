// Four made-up documents with twelve codings, small enough to count by hand, and random facts of
// the same kind. All that the tests of reports count.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"

namespace pipeline {

inline std::vector<Factor> example_factors() {
  const auto factor = [](const char* id, const char* theme, const char* label) {
    Factor made;
    made.id = id;
    made.theme = theme;
    made.label_nl = label;
    return made;
  };
  return {factor("gedeelde-visie", "visie", "Gedeelde visie"),
          factor("vertrouwen", "relatie", "Vertrouwen"),
          factor("gemeente", "omgeving", "Rol van de gemeente")};
}

// Lets passages and codings be added in order; ids follow from their document.
struct FactsBuilder {
  CorpusFacts facts;

  void document(const std::string& path, Attributes attributes) {
    const auto number = static_cast<std::uint32_t>(facts.documents.size() + 1);
    facts.documents.push_back({DocumentId{number}, path, std::move(attributes)});
    passages_ = codings_ = 0;
  }
  std::uint32_t speaker(const std::string& name, SpeakerKind kind, const Attributes& own) {
    Attributes attributes = own;
    attributes.merge(Attributes(facts.documents.back().attributes));
    facts.speakers.push_back({last_document(), name, kind, attributes});
    return static_cast<std::uint32_t>(facts.speakers.size() - 1);
  }
  void passage(std::optional<std::uint32_t> speaker, std::uint32_t words) {
    const PassageId id = passage_id(facts.documents.back().id, ++passages_);
    facts.passages.push_back({id, last_document(), speaker, words});
  }
  // Of the last passage.
  CorpusFacts::CodingRow& coding(Span span, std::uint32_t factor, Valence valence) {
    CorpusFacts::CodingRow row;
    row.id = coding_id(facts.documents.back().id, ++codings_);
    row.passage = static_cast<std::uint32_t>(facts.passages.size() - 1);
    row.span = span;
    row.factor = factor;
    row.valence = valence;
    return facts.codings.emplace_back(row);
  }

 private:
  std::uint32_t last_document() const {
    return static_cast<std::uint32_t>(facts.documents.size() - 1);
  }
  std::uint64_t passages_ = 0, codings_ = 0;
};

inline CorpusFacts example_facts() {
  constexpr std::uint32_t trust = 0, municipality = 1, own_find = 2;
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente", "eigen-vondst"};
  make.facts.coders = {"lexicon samenwerking@1.0.0", "Marloes"};

  make.document("w/gesprek-1.txt", {{"case", "westerbeek"}});
  const auto interviewer = make.speaker("I", SpeakerKind::interviewer, {{"rol", "onderzoeker"}});
  const auto anna = make.speaker("Anna", SpeakerKind::respondent, {{"rol", "bestuurder"}});
  make.passage(interviewer, 10);
  make.coding({0, 10}, trust, Valence::neutral);
  make.passage(anna, 100);
  make.coding({20, 40}, trust, Valence::success);
  make.coding({20, 40}, municipality, Valence::failure);
  make.coding({40, 60}, trust, Valence::success);
  make.coding({40, 60}, trust, Valence::failure);
  make.passage(anna, 50);
  make.coding({70, 90}, trust, Valence::failure).status = CodingStatus::rejected;
  make.coding({70, 90}, municipality, Valence::success);

  make.document("w/gesprek-2.txt", {{"case", "westerbeek"}});
  const auto second = make.speaker("I", SpeakerKind::interviewer, {});
  const auto alderman = make.speaker("R", SpeakerKind::respondent, {{"rol", "wethouder"}});
  make.passage(second, 20);
  make.passage(alderman, 200);
  make.coding({20, 40}, trust, Valence::failure);

  make.document("k/verslag.md", {{"case", "kadewijk"}});
  make.passage(std::nullopt, 400);
  make.coding({0, 30}, trust, Valence::success);
  make.coding({30, 60}, trust, Valence::neutral).modality = Modality::question;
  make.coding({0, 30}, trust, Valence::success).coder = 1;

  make.document("los.txt", {});
  make.passage(std::nullopt, 250);
  make.coding({0, 9}, own_find, Valence::failure);
  return make.facts;
}

inline CorpusFacts random_facts(unsigned seed, std::size_t documents, std::size_t passages,
                                std::size_t codings) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t end) { return static_cast<std::uint32_t>(random() % end); };
  FactsBuilder make;
  for (int i = 0; i < 27; ++i) make.facts.factors.push_back("factor-" + std::to_string(i));
  make.facts.coders = {"lexicon proef@1.0.0", "Marloes"};
  for (std::size_t d = 0; d < documents; ++d) {
    make.document("map/document-" + std::to_string(d) + ".txt",
                  {{"case", "case " + std::to_string(below(6))}});
    const auto asks = make.speaker("I", SpeakerKind::interviewer, {{"rol", "onderzoeker"}});
    const auto first = make.speaker("R1", SpeakerKind::respondent, {{"rol", "bestuurder"}});
    const auto other = make.speaker("R2", SpeakerKind::respondent, {});
    const std::size_t last = passages * (d + 1) / documents;
    while (make.facts.passages.size() < last) {
      const std::optional<std::uint32_t> speakers[] = {asks, first, other, std::nullopt};
      make.passage(speakers[below(4)], below(120));
      const std::size_t due = codings * make.facts.passages.size() / passages;
      while (make.facts.codings.size() < due) {
        const std::uint32_t begin = 10 * below(4);
        auto& coding = make.coding({begin, begin + 10}, below(27), Valence{});
        coding.valence = static_cast<Valence>(below(3));
        coding.modality = static_cast<Modality>(below(5));
        coding.status = static_cast<CodingStatus>(below(3));
        coding.coder = below(2);
      }
    }
  }
  return make.facts;
}

}  // namespace pipeline
