#include "pipeline/pseudonymise/candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/identifiers.h"
#include "pipeline/pseudonymise/name_like.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

struct Planted {
  std::string kind;
  Span span;
};

struct Sentence {
  std::string text;
  std::vector<Planted> planted;
};

// "Toen belde {persoon|Teun}." with the braces taken out.
Sentence sentence_of(const std::string& line) {
  Sentence sentence;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '{') {
      sentence.text += line[at++];
      continue;
    }
    const std::size_t bar = line.find('|', at), end = line.find('}', bar);
    const auto begin = static_cast<std::uint32_t>(sentence.text.size());
    sentence.text += line.substr(bar + 1, end - bar - 1);
    sentence.planted.push_back({line.substr(at + 1, bar - at - 1),
                                {begin, static_cast<std::uint32_t>(sentence.text.size())}});
    at = end + 1;
  }
  return sentence;
}

std::vector<Sentence> planted_sentences() {
  std::ifstream file(std::string(SAMENSPEL_SOURCE_DIR) + "/tests/pseudonymise/planted.txt");
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(file, line);)
    if (!line.starts_with('#')) sentences.push_back(sentence_of(line));
  return sentences;
}

struct Count {
  double found = 0, all = 0;
  double share() const { return all > 0 ? found / all : 0; }
};

std::vector<Span> found_in(const std::string& text) {
  std::vector<Span> found;
  for (const Identifier& it : find_identifiers(text)) found.push_back(it.span);
  for (const NameLike& it : find_name_like(text, word_table())) {
    const bool is_double =
        std::ranges::any_of(found, [&](Span other) { return overlap(other, it.span); });
    if (!is_double) found.push_back(it.span);
  }
  return found;
}

TEST(Candidates, BeginAndEndWhereTheNameDoes) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"Teun Brinkhuis\tWat dacht u?", "Teun Brinkhuis"},
      {"Casusbeschrijving Brinkhuis", "Brinkhuis"},
      {"Ja. (lacht) Ik dacht al… Mijn idee.", ""},
      {"Dat zei Brinkhuis. Een la. Dat was het.", "Brinkhuis"},
      {"Bij het station, ja. Kijk, daar.", ""},
      {"Ik sprak met dhr. Brinkhuis.", "Brinkhuis"},
      {"Ik sprak met J. A. Brinkhuis.", "J. A. Brinkhuis"}};
  for (const auto& [text, names] : rows) {
    std::string found;
    for (const NameLike& it : find_name_like(text, word_table()))
      found += (found.empty() ? "" : "|") + std::string(slice(text, it.span));
    EXPECT_EQ(found, names) << text;
  }
}

// A planted name counts as found where all of it was; titles and bodies before it may be, too.
TEST(Candidates, FindNearlyAllThatWasPlanted) {
  std::map<std::string, Count> recall;
  Count all, precision;
  for (const Sentence& sentence : planted_sentences()) {
    ASSERT_EQ(Normaliser{}(sentence.text).text, sentence.text);
    const std::vector<Span> found = found_in(sentence.text);
    for (const Planted& it : sentence.planted) {
      const bool is_found =
          std::ranges::any_of(found, [&](Span span) { return contains(span, it.span); });
      for (Count* count : {&recall[it.kind], &all}) ++count->all, count->found += is_found ? 1 : 0;
      if (!is_found) std::cout << "missed: " << sentence.text << "\n";
    }
    for (const Span span : found) {
      const bool is_planted = std::ranges::any_of(
          sentence.planted, [&](const Planted& it) { return overlap(span, it.span); });
      ++precision.all, precision.found += is_planted ? 1 : 0;
      if (!is_planted) std::cout << "not planted: " << slice(sentence.text, span) << "\n";
    }
  }
  for (const auto& [kind, count] : recall)
    std::cout << kind << ": " << count.found << " of " << count.all << "\n";
  std::cout << "recall " << all.share() << ", precision " << precision.share() << "\n";
  EXPECT_GE(all.all, 100);
  EXPECT_GE(all.share(), 0.95);
  EXPECT_GE(precision.share(), 0.85);
}

Document document_of(const std::string& text) {
  Document document;
  document.source = text;
  return document;
}

const Candidate* named(const std::vector<Candidate>& candidates, const std::string& name) {
  const auto it = std::ranges::find(candidates, name, &Candidate::name);
  return it == candidates.end() ? nullptr : &*it;
}

TEST(Candidates, AreOneForAPersonWhateverTheNameUsed) {
  CandidateCollector collect(word_table());
  collect.add("a.txt", document_of("Ik sprak Teun Brinkhuis. Toen zei Teun dat Brinkhuis vertrok."),
              {"I", "Teun Brinkhuis", "R2"});
  collect.add("b.txt", document_of("Dat was Teuns idee, niet van Roos."), {});
  const auto candidates = collect.candidates();
  const Candidate* person = named(candidates, "Teun Brinkhuis");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->kind, "persoon");
  EXPECT_EQ(person->count, 5U);
  EXPECT_THAT(person->documents, testing::ElementsAre("a.txt", "b.txt"));
  EXPECT_THAT(person->variants, testing::ElementsAre("Teun"));
  EXPECT_THAT(person->example, testing::HasSubstr("sprak Teun Brinkhuis"));
  EXPECT_FALSE(named(candidates, "Teun"));
  ASSERT_TRUE(named(candidates, "Roos"));
  EXPECT_TRUE(named(candidates, "Roos")->is_ordinary);
}

TEST(Candidates, KnowAFirstNameByItsGenitiveAlone) {
  CandidateCollector collect(word_table());
  collect.add("a.txt", document_of("Ik sprak Teun Brinkhuis. Toen zei Teuns vrouw ja."), {});
  const auto candidates = collect.candidates();
  ASSERT_EQ(candidates.size(), 1U);
  EXPECT_THAT(candidates[0].variants, testing::ElementsAre("Teun"));
}

TEST(Candidates, MakeAListThatCanBeUsed) {
  CandidateCollector collect(word_table());
  Document document = document_of(
      "Wethouder Oldemeule uit Kadewijk belde Stichting De Brug. Mail a@b.nl, Dorpsstraat 12.");
  document.attributes = {{"auteur", "H. Groothedde"}, {"titel", "Gesprek in Terpwier"}};
  collect.add("a.txt", document, {});
  const Table table = names_table(collect.candidates());
  std::string csv = "naam;soort;pseudoniem;varianten;aantal\n";
  for (const Row& row : table.rows) {
    for (std::size_t cell = 0; cell < 4; ++cell)
      csv += std::get<std::string>(row.cells[cell]) + ";";
    csv += "1\n";
  }
  const auto list = read_names(csv, "names.csv", word_table());
  ASSERT_TRUE(list) << csv;
  std::vector<std::string> names;
  for (const NameRow& row : list->rows)
    names.push_back(row.name + " " + std::string(row_of(row.kind).name) + " " + row.pseudonym);
  EXPECT_THAT(names, testing::UnorderedElementsAre(
                         "Oldemeule persoon [PERSOON-2]", "H. Groothedde persoon [PERSOON-1]",
                         "Kadewijk plaats [PLAATS-1]", "Terpwier plaats [PLAATS-2]",
                         "Stichting De Brug organisatie [ORGANISATIE-1]",
                         "Dorpsstraat 12 adres [ADRES-1]"));
}

TEST(Candidates, TellWhatIsReplacedAnyway) {
  CandidateCollector collect(word_table());
  collect.add("a.txt", document_of("Mail a@b.nl, geboren op 3 mei 1956."), {});
  const Table table = candidates_table(collect.candidates());
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(table.rows[0].cells[1]), "e-mail");
  EXPECT_EQ(std::get<std::string>(table.rows[0].cells[5]), "wordt zonder lijst vervangen");
  EXPECT_EQ(std::get<std::string>(table.rows[1].cells[0]), "3 mei 1956");
  EXPECT_TRUE(names_table(collect.candidates()).rows.empty());
}

}  // namespace
}  // namespace pipeline
