// How well words are analysed, measured on treebanks that are no part of this repository: with
// SAMENSPEL_TREEBANKS set to a folder of Universal Dependencies' *alpino*.conllu and
// *lassysmall*.conllu (and ud-compounds*.tsv) the figures are printed and must not fall below
// what docs/word-table.md promises. Without it there is nothing to measure, and the tests skip.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "pipeline/language/analyse.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"
#include "tests/quality/treebanks.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using Place = std::pair<std::uint32_t, std::uint32_t>;
using Lemmas = std::map<std::string, std::set<std::string>>;  // by form, all folded

std::vector<fs::path> files_like(const std::string& part) {
  std::vector<fs::path> files;
  const char* const folder = std::getenv("SAMENSPEL_TREEBANKS");
  if (folder && fs::is_directory(folder))
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().filename().string().find(part) != std::string::npos)
        if (entry.path().extension() == ".conllu" || entry.path().extension() == ".tsv")
          files.push_back(entry.path());
  return files;
}

// What the program makes of a treebank's text; spans of tokens as of the source.
struct Answer {
  Treebank bank;
  Segmented segmented;
  Analysed analysed;
  Vocabulary vocabulary{word_table()};
  std::vector<Place> tokens, sentences;
  std::map<Place, std::size_t> token_at;

  explicit Answer(const fs::path& file) : bank(read_treebank(file)) {
    const AlignedText clean = Normaliser{}(bank.text);
    SegmentOptions options;
    options.find_speakers = false;
    segmented = Segmenter(options)(clean.text);
    analysed = analyse(clean.text, segmented, vocabulary);
    for (const Token& token : segmented.tokens) {
      const Span span = clean.to_source(token.span);
      token_at[{span.begin, span.end}] = tokens.size();
      tokens.emplace_back(span.begin, span.end);
    }
    for (const Sentence& sentence : segmented.sentences)
      sentences.emplace_back(tokens[sentence.first_token].first,
                             tokens[sentence.end_token - 1].second);
  }
};

Score overlap(const std::vector<Place>& gold, const std::vector<Place>& given) {
  const std::set<Place> wanted(gold.begin(), gold.end());
  Score score;
  score.gold = static_cast<double>(gold.size());
  score.given = static_cast<double>(given.size());
  for (const Place& place : given) score.right += wanted.contains(place) ? 1 : 0;
  return score;
}

bool is_content(const TreeWord& word) {
  return word.word_class == "NOUN" || word.word_class == "VERB" || word.word_class == "ADJ" ||
         word.word_class == "ADV";
}

std::string without(std::string text, std::string_view signs) {
  std::erase_if(text, [&](char c) { return signs.find(c) != std::string_view::npos; });
  return text;
}

// The treebanks mark parts of compounds in their lemmas: "klooster_orde".
bool is_right(const TreeWord& word, bool is_parted, const std::string& lemma) {
  const std::string given = fold(lemma), gold = fold(word.lemma);
  const std::size_t cut = gold.rfind('_');
  const std::string last = cut == std::string::npos ? gold : gold.substr(cut + 1);
  if (is_parted) return given == last;
  if (cut != std::string::npos && word.word_class != "VERB" && given.ends_with(last)) return true;
  return without(given, "-") == without(gold, "_-");
}

// Calls use(tree, word within it, token of the treebank) for each word.
template <typename Use>
void for_each_word(const Treebank& bank, Use use) {
  std::size_t token = 0;
  for (const Tree& tree : bank.trees)
    for (std::size_t i = 0; i < tree.words.size(); ++i) use(tree, i, token++);
}

bool is_particle(const TreeWord& word) {
  return word.relation == "compound:prt";
}

bool has_particle(const Tree& tree, std::size_t verb) {
  return std::ranges::any_of(
      tree.words, [&](const TreeWord& word) { return is_particle(word) && word.head == verb + 1; });
}

struct LemmaScore {
  double best = 0, any = 0, words = 0;
};

void add_lemmas(const Answer& answer, LemmaScore& score) {
  for_each_word(answer.bank, [&](const Tree& tree, std::size_t i, std::size_t token) {
    const auto there = answer.token_at.find(answer.bank.tokens[token]);
    if (!is_content(tree.words[i]) || there == answer.token_at.end()) return;
    const Word& word = answer.vocabulary[answer.analysed.words[there->second]];
    const bool is_parted = has_particle(tree, i);
    const auto right = [&](const Reading& reading) {
      return is_right(tree.words[i], is_parted, reading.lemma);
    };
    score.words += 1;
    score.best += right(word.readings[answer.analysed.readings[there->second]]) ? 1 : 0;
    score.any += std::ranges::any_of(word.readings, right) ? 1 : 0;
  });
}

void add_separable(const Answer& answer, Score& score) {
  std::set<std::pair<Place, Place>> gold;
  std::size_t first = 0, seen = 0;
  for (const Tree& tree : answer.bank.trees) {
    for (std::size_t i = 0; i < tree.words.size(); ++i, ++seen)
      if (is_particle(tree.words[i]) && tree.words[i].head > 0)
        gold.insert(std::minmax(answer.bank.tokens[first + tree.words[i].head - 1],
                                answer.bank.tokens[first + i]));
    first = seen;
  }
  score.gold += static_cast<double>(gold.size());
  for (const SeparableVerb& verb : answer.analysed.separable) {
    score.given += 1;
    score.right +=
        gold.contains(std::minmax(answer.tokens[verb.verb], answer.tokens[verb.particle])) ? 1 : 0;
  }
}

void add_types(const Treebank& bank, Lemmas& types) {
  for_each_word(bank, [&](const Tree& tree, std::size_t i, std::size_t) {
    const TreeWord& word = tree.words[i];
    const bool has_sign = std::ranges::any_of(word.form, [](char c) {
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
      return !is_letter && static_cast<unsigned char>(c) < 0x80;
    });
    if (!is_content(word) || has_sign) return;
    const std::string lemma = fold(word.lemma);
    const std::size_t cut = lemma.rfind('_');
    const bool is_base = has_particle(tree, i) && cut != std::string::npos;
    types[fold(word.form)].insert(is_base ? lemma.substr(cut + 1) : without(lemma, "_"));
  });
}

std::set<std::pair<std::string, std::string>> pairs_of(const Lemmas& types) {
  std::map<std::string, std::vector<std::string>> forms;
  for (const auto& [form, lemmas] : types)
    for (const std::string& lemma : lemmas) forms[lemma].push_back(form);
  std::set<std::pair<std::string, std::string>> pairs;
  for (const auto& [lemma, list] : forms)
    for (std::size_t i = 0; i < list.size(); ++i)
      for (std::size_t k = i + 1; k < list.size(); ++k) pairs.emplace(list[i], list[k]);
  return pairs;
}

// Forms that share a lemma in the treebanks against forms that share a likely one.
Score conflation(const Lemmas& types) {
  Vocabulary vocabulary(word_table());
  Lemmas likely;
  for (const auto& [form, lemmas] : types) {
    const Word& word = vocabulary[vocabulary.id_of(form)];
    for (std::size_t i = 0; i < word.likely; ++i) likely[form].insert(fold(word.readings[i].lemma));
  }
  const auto gold = pairs_of(types), given = pairs_of(likely);
  Score score{0, static_cast<double>(given.size()), static_cast<double>(gold.size())};
  for (const auto& pair : given) score.right += gold.contains(pair) ? 1 : 0;
  return score;
}

// Rows of "gezondheidszorg<tab>gezondheids|zorg".
Score compounds(const fs::path& file) {
  Vocabulary vocabulary(word_table());
  Score score;
  std::ifstream rows(file);
  for (std::string word, pieces; rows >> word >> pieces;) {
    std::set<std::size_t> gold;
    std::size_t at = 0;
    for (const char c : pieces) {
      if (c == '|')
        gold.insert(at);
      else
        ++at;
    }
    const auto parts = surface_parts(vocabulary[vocabulary.id_of(word)]);
    std::size_t end = 0;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      end += parts[i].size();
      score.given += 1;
      score.right += gold.contains(end) ? 1 : 0;
    }
    score.gold += static_cast<double>(gold.size());
  }
  return score;
}

void show(const std::string& what, const Score& score) {
  std::printf("%-28s precision %6.2f  recall %6.2f  F1 %6.2f  (%.0f)\n", what.c_str(),
              score.precision(), score.recall(), score.f1(), score.gold);
}

class Treebanks : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"alpino", "lassysmall"})
      for (const fs::path& file : files_like(name)) answers.try_emplace(name, file);
    if (answers.size() < 2) GTEST_SKIP() << "SAMENSPEL_TREEBANKS has no treebanks";
  }

  std::map<std::string, Answer> answers;
};

TEST_F(Treebanks, TokensAndSentencesAreTheirs) {
  const std::map<std::string, std::pair<double, double>> floors{{"alpino", {99.4, 99.0}},
                                                                {"lassysmall", {99.7, 99.3}}};
  for (const auto& [name, floor] : floors) {
    const Answer& answer = answers.at(name);
    const Score tokens = overlap(answer.bank.tokens, answer.tokens);
    const Score sentences = overlap(answer.bank.sentences, answer.sentences);
    show("tokens, " + name, tokens);
    show("sentences, " + name, sentences);
    EXPECT_GE(tokens.f1(), floor.first) << name;
    EXPECT_GE(sentences.f1(), floor.second) << name;
  }
}

TEST_F(Treebanks, LemmasOfContentWordsAreTheirs) {
  LemmaScore score;
  for (const auto& [name, answer] : answers) add_lemmas(answer, score);
  const double best = 100 * score.best / score.words, any = 100 * score.any / score.words;
  std::printf("%-28s best %6.2f  any %6.2f  (%.0f)\n", "lemmas", best, any, score.words);
  EXPECT_GE(best, 93);
  EXPECT_GE(any, 97);
}

TEST_F(Treebanks, VerbsApartAreTheirs) {
  Score score;
  for (const auto& [name, answer] : answers) add_separable(answer, score);
  show("verbs apart", score);
  EXPECT_GE(score.precision(), 88);
  EXPECT_GE(score.recall(), 82);
}

TEST_F(Treebanks, FormsOfOneLemmaComeTogether) {
  Lemmas types;
  for (const auto& [name, answer] : answers) add_types(answer.bank, types);
  const Score score = conflation(types);
  show("forms of one lemma", score);
  EXPECT_GE(score.f1(), 92);
  EXPECT_GE(score.recall(), 90);
  EXPECT_GE(score.precision(), 94);
}

TEST(Compounds, AreCutWhereTheTreebanksCutThem) {
  const auto files = files_like("ud-compounds");
  if (files.empty()) GTEST_SKIP() << "SAMENSPEL_TREEBANKS has no ud-compounds*.tsv";
  const Score score = compounds(files.front());
  show("compound boundaries", score);
  EXPECT_GE(score.f1(), 96);
}

}  // namespace
}  // namespace pipeline
