#include "tests/program/many_documents.h"

#include <gmock/gmock.h>

#include <array>
#include <random>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

constexpr std::array sentences{"Het vertrouwen tussen de partijen groeide.",
                               "Er was geen gedeelde visie op de zorg in het dorp.",
                               "De gemeente en de zorgcoöperatie hadden elke week overleg.",
                               "Daarna kwam er wantrouwen, en niemand wist waarom.",
                               "De vrijwilligers brachten soep rond bij de bewoners.",
                               "Wij werkten in die jaren met de wijkverpleegkundige samen.",
                               "Zonder overleg was het nooit gelukt.",
                               "De wethouder zei dat het geld op was."};

std::string made_up(bool is_interview, std::mt19937& random) {
  std::string text = is_interview ? "I: Hoe ging de samenwerking?\n" : "# Verslag\n\n";
  for (int paragraph = 0; paragraph < 12; ++paragraph) {
    if (is_interview) text += paragraph % 3 == 2 ? "I: " : "R: ";
    for (int i = 0; i < 8; ++i)
      text += (i == 0 ? "" : " ") + std::string(sentences[random() % sentences.size()]);
    text += is_interview ? "\n" : "\n\n";
  }
  return text;
}

std::string survey(std::mt19937& random) {
  std::string csv = "nummer;wijk;antwoord\n";
  for (int i = 1; i <= 40; ++i)
    csv += std::to_string(i) + ";wijk" + std::to_string(i % 3) + ";" +
           sentences[random() % sentences.size()] + " " + sentences[random() % sentences.size()] +
           "\n";
  return csv;
}

}  // namespace

ManyDocuments::ManyDocuments() {
  std::mt19937 random(20261122);
  std::string cases = "bestand;case;datum\n";
  for (int i = 0; i < many; ++i) {
    const bool is_interview = i % 2 == 0;
    const std::string name = "map" + std::to_string(i % 3) + "/document" + std::to_string(i) +
                             (is_interview ? ".txt" : ".md");
    folder_.write("documents/" + name, made_up(is_interview, random));
    cases += name + ";case" + std::to_string(i % 4) + ";2026-01-" +
             std::to_string(10 + random() % 20) + "\n";
  }
  folder_.write("documents/map1/antwoorden.csv", survey(random));
  folder_.write("documents/cases.csv", cases + "map1/antwoorden.csv;case1;2026-02-01\n");
  folder_.write("lexicon/lexicon.toml", example::lexicon_about);
  folder_.write("lexicon/relatie.toml", example::lexicon_relation);
  folder_.write("lexicon/visie.toml", example::lexicon_vision);
  folder_.write("lexicon/context.toml", example::lexicon_cues);
}

Ran ManyDocuments::create(const std::string& study, const RunOptions& options) const {
  return samenspel({"new", path(study), "--lexicon", path("lexicon")}, options);
}

Ran ManyDocuments::ingest(const std::string& study, const RunOptions& options) const {
  return samenspel({"ingest", path("documents"), "--study", path(study), "--jobs", "2"}, options);
}

void ManyDocuments::expect_whole(const std::string& study) const {
  const Ran ran = samenspel({"check", "--study", path(study)});
  EXPECT_EQ(ran.status, 0) << ran;
}

void ManyDocuments::expect_only_index_behind(const std::string& study) const {
  const Ran ran = samenspel({"check", "--study", path(study), "--format", "json"});
  const auto json = json_of(ran);
  for (const auto& found : json["found"])
    EXPECT_THAT(found.get<std::string>(), testing::StartsWith("index: "));
}

}  // namespace pipeline
